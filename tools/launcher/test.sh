# Builds once, runs every project below tests/, sums up; sourced by ./orrery.
# One project alone (--only) is the inner loop of a developer: it is built beside the rest, without analyzers, so that an
# edit is tested in seconds. Builds of everything have them all, and each warning is an error.
# Each project is an xunit.v3 program whose text report is read here: blocks that start `    NAME [FAIL]` or
# `    NAME [SKIP]`, and one line with the totals.

passed=0 failed=0 skipped=0 skips=()
clients=tests/Acceptance/$(cd "$ORRERY_ROOT/tests/Acceptance" && echo *.csproj)

# A project that has not ended after this long hangs: it is killed, and counts as a failure.
project_limit=${ORRERY_TEST_LIMIT:-2400}

count() { sed -nE "s/^ +$2 +(.*, )?$3: ([0-9]+).*/\2/p" "$1" | tail -n 1; }

# blocks LOG TAG: every block of the report that starts with a line ending in [TAG].
blocks() {
  awk -v tag="[$2]" '
    /^    [^ ]/ { on = substr($0, length($0) - length(tag) + 1) == tag }
    /^  ? ?[^ ]/ { on = 0 }
    on { print }' "$1"
}

run_project() {
  local project=$1 name log started total bad missed errors status=0
  shift
  name=${project##*.Tests.}
  log=$artifacts/test/$name.log
  started=$SECONDS
  timeout -k 10 "$project_limit" "$dotnet" exec "$built/bin/$project/release/$project.dll" -noColor -noLogo "$@" \
    >"$log" 2>&1 || status=$?
  total=$(count "$log" "$project" Total)
  bad=$(count "$log" "$project" Failed)
  errors=$(count "$log" "$project" Errors)
  missed=$(count "$log" "$project" Skipped)
  if [ -z "$total" ]; then
    printf '%-13s ended with status %s and no report (124: after %s s); the last of %s:\n' \
      "$name" "$status" "$project_limit" "$log"
    tail -n 20 "$log" | sed 's/^/    /'
    failed=$((failed + 1))
    return
  fi
  bad=$((bad + errors))
  [ "$status" != 0 ] && [ "$bad" = 0 ] && bad=1
  passed=$((passed + total - bad - missed))
  failed=$((failed + bad))
  skipped=$((skipped + missed))
  printf '%-13s %5d passed %3d failed %3d skipped  %4d s\n' \
    "$name" $((total - bad - missed)) "$bad" "$missed" $((SECONDS - started))
  blocks "$log" FAIL
  [ "$bad" = 0 ] || printf '    all of it: %s\n' "$log"
  mapfile -t -O "${#skips[@]}" skips < <(blocks "$log" SKIP)
  if [ "$total" = 0 ] && [ $# = 0 ]; then
    printf '    no test ran\n'
    failed=$((failed + 1))
  fi
}

# The generated code is what the generator writes from models/: nothing edited by hand, nothing forgotten.
check_generated() {
  local log=$artifacts/test/generated.log started=$SECONDS
  if "$dotnet" exec "$built/bin/Orrery.CodeGen/release/Orrery.CodeGen.dll" --check >"$log" 2>&1; then
    passed=$((passed + 1))
    printf '%-13s the generated code is up to date      %4d s\n' CodeGen $((SECONDS - started))
  else
    failed=$((failed + 1))
    printf '%-13s the generated code differs from what `./orrery generate` writes:\n' CodeGen
    tail -n 20 "$log" | sed 's/^/    /'
  fi
}

# The program publishes as one native binary; every warning of the ahead-of-time compiler is an error. It goes on beside
# the tests that need no binary: much of it is work for one processor.
begin_publish() {
  command -v clang >/dev/null || command -v gcc >/dev/null || return 0
  publish_started=$SECONDS
  # In a process group of its own, so that it ends with the tests, however these end.
  set -m
  (publish >"$artifacts/test/publish.log" 2>&1) &
  publishing=$!
  set +m
  trap "kill -- -$publishing 2>/dev/null || true" EXIT
}

check_publish() {
  if [ -z "$publishing" ]; then
    skipped=$((skipped + 1))
    skips+=("    Publish [SKIP]" "      neither clang nor gcc is here to link with")
  elif wait "$publishing"; then
    passed=$((passed + 1))
    export ORRERY_PROGRAM=$binary
    printf '%-13s the native binary builds without a warning%4d s\n' Publish $((SECONDS - publish_started))
  else
    failed=$((failed + 1))
    printf '%-13s the native binary does not build:\n' Publish
    tail -n 20 "$artifacts/test/publish.log" | sed 's/^/    /'
  fi
  trap - EXIT
}

# is_restored STAMP: nothing that tells which packages there are was written since.
is_restored() {
  [ -e "$1" ] && [ -z "$(find "$ORRERY_ROOT" -path "$artifacts" -prune -o \( -name '*.csproj' -o -name '*.props' \
    -o -name '*.targets' -o -name global.json -o -iname nuget.config \) -newer "$1" -print -quit)" ]
}

run_tests() {
  local only= project target=$ORRERY_ROOT/Orrery.slnx built=$artifacts quick=() restored= whole= publishing=
  local publish_started=
  while [ $# -gt 0 ]; do
    case "$1" in
      --only) only=${2:?--only wants the name of a folder of tests/, CodeGen or Publish}; shift 2 ;;
      --) shift; break ;;
      *) say "unknown argument $1: ./orrery test [--only NAME] [-- xunit arguments]"; exit 2 ;;
    esac
  done
  cd "$ORRERY_ROOT"
  case "$only" in
    '') ;;
    CodeGen) target=tools/CodeGen ;;
    Publish) target=src/Cli ;;
    *)
      target=tests/$only
      if [ ! -d "$target" ]; then
        say "there is no tests/$only; there are: CodeGen Publish $(cd tests && ls | tr '\n' ' ')"
        exit 2
      fi
      ;;
  esac
  if [ -n "$only" ] && [ "$only" != Publish ]; then
    built=$artifacts/quick
    restored=$built/obj/.restored-$only
    quick=(-p:ArtifactsPath="$built" -p:RunAnalyzers=false -p:GenerateDocumentationFile=false)
    # Looking for what to restore takes a fifth of the loop.
    if is_restored "$restored"; then quick+=(--no-restore); fi
    mkdir -p "$built/obj"
    touch "$restored.next"
  fi
  mkdir -p "$artifacts/test"
  # The compiler stays for the next build, also where the environment says otherwise: many projects share one.
  export UseSharedCompilation=true
  if ! (stamped "$artifacts/test/.stamp" "$dotnet" build "$target" -c Release -v q -nologo "${quick[@]}"); then
    [ -z "$restored" ] || rm -f "$restored" "$restored.next"
    printf '\n0 passed, 1 failed\n'
    return 1
  fi
  [ -z "$restored" ] || mv "$restored.next" "$restored"
  [ -z "$only" ] && [ $# = 0 ] && whole=yes
  if [ -n "$whole" ] || [ "$only" = Publish ]; then begin_publish; fi
  for project in tests/*/*.csproj; do
    [ -n "$only" ] && [ "tests/$only" != "$(dirname "$project")" ] && continue
    [ "$project" = "$clients" ] || run_project "$(basename "$project" .csproj)" "$@"
  done
  # The tests of real clients run the binary, and not the compiler within each of their processes.
  if [ -n "$whole" ] || [ "$only" = Publish ]; then check_publish; fi
  if [ -z "$only" ] || [ "$only" = Acceptance ]; then run_project "$(basename "$clients" .csproj)" "$@"; fi
  if [ -n "$whole" ] || [ "$only" = CodeGen ]; then check_generated; fi
  if [ "$skipped" != 0 ]; then
    printf '\nSkipped:\n'
    printf '%s\n' "${skips[@]}"
  fi
  [ $((passed + failed)) = 0 ] && failed=1 && printf 'no test ran\n'
  printf '\n%d passed, %d failed' "$passed" "$failed"
  [ "$skipped" = 0 ] || printf ', %d skipped' "$skipped"
  printf '\n'
  [ "$failed" = 0 ]
}
