# What the scripts of the labs share; sourced by them. Every aws command in them is the plain aws CLI against Orrery.
# Needs: a running `orrery up`, the aws CLI, AWS_ENDPOINT_URL (see `orrery env`).

export AWS_ENDPOINT_URL=${AWS_ENDPOINT_URL:-http://localhost:4566}
export AWS_ACCESS_KEY_ID=${AWS_ACCESS_KEY_ID:-test} AWS_SECRET_ACCESS_KEY=${AWS_SECRET_ACCESS_KEY:-test}
export AWS_PAGER="" AWS_DEFAULT_OUTPUT=text
orrery=${ORRERY:-orrery}
failures=0

say() { printf '\n\033[1m%s\033[0m\n' "$*"; }

# want CODE COMMAND…: runs it, and counts it as a failure of the lab when it ends otherwise.
want() {
  local code=$1 got=0
  shift
  "$@" || got=$?
  if [ "$got" -ne "$code" ]; then
    echo "UNEXPECTED: wanted exit code $code, got $got" >&2
    failures=$((failures + 1))
  fi
}

# expect 0|1 SOURCE DESTINATION REGION [PORT]: traces, shows, and checks the outcome (0 reachable, 1 not reachable).
expect() { want "$1" "$orrery" trace "$2" "$3" --port "${5:-443}" --region "$4" --remedies; }

# until_is WANTED COMMAND…: asks again until the command prints that; the clock of the world may be a stepped one.
until_is() {
  local wanted=$1 answer= i
  shift
  for i in $(seq 1 60); do
    answer=$("$@")
    [ "$answer" = "$wanted" ] && return
    [ "$i" -lt 3 ] || "$orrery" clock advance 1m > /dev/null
  done
  echo "UNEXPECTED: '$*' still says '$answer', not '$wanted'" >&2
  failures=$((failures + 1))
}

# finish: says how it went, and ends with exit code 0 when everything came out as the page says.
finish() {
  say "$([ $failures -eq 0 ] && echo 'Everything came out as the page says.' || echo "$failures steps came out otherwise.")"
  exit "$((failures > 0))"
}
