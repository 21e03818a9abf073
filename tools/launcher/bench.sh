# Builds what the benchmarks compare, then runs them; sourced by ./orrery.

run_bench() {
  local bare=$artifacts/publish-bare/bare runner=$artifacts/bin/Orrery.Bench/release/Orrery.Bench.dll
  cd "$ORRERY_ROOT"
  publish
  if ! fresh "$artifacts/publish-bare/.stamp" bench/Bare Directory.Build.props; then
    say "publishing the bare Kestrel program …"
    stamped "$artifacts/publish-bare/.stamp" \
      "$dotnet" publish bench/Bare -c Release -o "$artifacts/publish-bare" -v q -nologo
  fi
  stamped "$runner.stamp" "$dotnet" build bench/Orrery.Bench.csproj -c Release -v q -nologo
  exec "$dotnet" exec "$runner" --root "$ORRERY_ROOT" --orrery "$binary" --bare "$bare" "$@"
}
