# Notes which methods a start and a first answer run, and which tables of types they read, by their first use, into
# src/Cli/startup.order, before them those that requests run again and again; sourced by ./orrery. The compiler for
# native code puts these methods side by side, and tools/CodeGen the tables, so that an idle program holds the pages of
# them and not of all that lies between, and requests run through few. The file may be older than the code: names that
# are gone are ignored, new ones lie where they would without it. Note anew when `./orrery bench start` shows memory
# growing.

order=$ORRERY_ROOT/src/Cli/startup.order
source "$ORRERY_ROOT/tools/launcher/requests.sh"

# Every method that a run of the binary enters and every table that it reads, by the addresses of instructions and data,
# into NAMES; and once the file TRACE.again is there, what it enters from then on, into NAMES.again.
entered() {
  local trace=$1 native=$2 names=$3
  # Lines of the trace are "I  ADDRESS,SIZE" and " L ADDRESS,SIZE", the binary's below 4 GB; eight bytes are told once.
  awk -v again="$trace.again" -v touched="$trace.touched" '
    NR % 50000 == 0 && !isAgain && (getline line <again) >= 0 { isAgain = 1; touched = touched ".again"; delete seen }
    $1 ~ /^[ILSM]$/ { sub(/,.*/, "", $2); if (length($2) > 8) next
                      block = substr($2, 1, length($2) - 1) (substr($2, length($2)) ~ /[0-7]/ ? 0 : 8)
                      if (!(block in seen)) { seen[block]; print $2 >touched } }' "$trace"
  nm --defined-only "$native" | awk '$2 ~ /^[tTdDbB]$/' | sort >"$trace.symbols"
  named "$trace.symbols" "$trace.touched" >>"$names"
  [ ! -e "$trace.touched.again" ] || named "$trace.symbols" "$trace.touched.again" >>"$names.again"
}

# The names of what lies at the touched addresses, without the runtime's own code, which nobody places.
named() {
  awk '
    function digits(address) { sub(/^0+/, "", address); return sprintf("%16s", tolower(address)) }
    NR == FNR { at[NR] = digits($1); name[NR] = substr($0, length($1) + 4); code[NR] = $2 ~ /[tT]/; n = NR; next }
    {
      address = digits($1); low = 1; high = n
      while (low < high) {
        middle = int((low + high + 1) / 2)
        if (at[middle] <= address) low = middle; else high = middle - 1
      }
      if (at[low] <= address && !(low in told) && (code[low] || name[low] ~ /^(_ZTV|__GenericDict)/)) {
        told[low]; print name[low]
      }
    }' "$1" "$2" | grep -vE '^(_Z[^T]|_ZT[^V]|_start|_init|_fini|g_|Rh[A-Z])'
}

# What a start in that home runs and reads, added to the file NAMES; and what requests run then, where there are any.
trace_start() {
  local home=$1 names=$2 rounds=$3 trace=$1/trace reader pid i
  rm -f "$trace" "$trace".*
  mkfifo "$trace"
  entered "$trace" "$artifacts/bin/Orrery.Cli/release/native/orrery.dbg" "$names" &
  reader=$!
  answered "$home" 4803 env DOTNET_GCHeapHardLimit=0x8000000 \
    valgrind --tool=lackey --trace-mem=yes --log-file="$trace"
  for ((i = 1; i <= rounds; i++)); do
    # What the first rounds run for the first time only is not what counts.
    [ $((2 * i)) -le "$rounds" ] || : >"$trace.again"
    asked 4803 >/dev/null
  done
  # It would take long to put its world away; what a stop runs does not count.
  kill -9 "$pid"
  wait "$pid" "$reader" 2>/dev/null || true
}

note_layout() {
  local home pid
  for tool in valgrind nm curl awk mkfifo; do
    command -v "$tool" >/dev/null || { say "$tool is missing: apt-get install valgrind binutils curl"; exit 1; }
  done
  publish
  home=$(mktemp -d)
  say "starting the binary under valgrind, with a new world and with one that it has (some minutes each) …"
  trace_start "$home" "$home/names" 0
  # A stop in good order leaves the world as the next start is to find it.
  answered "$home" 4803 env
  kill "$pid"
  wait "$pid" || true
  trace_start "$home" "$home/names" 6
  # First the methods of a start that all requests run, so that these lie on few pages; last what a start does not run.
  awk 'FILENAME ~ /again$/ { if (!/^(_ZTV|__GenericDict)/ && !heard[$0]++) again[++n] = $0; next }
       !told[$0]++ { start[++m] = $0 }
       END { for (i = 1; i <= n; i++) if (again[i] in told) print again[i]
             for (i = 1; i <= m; i++) if (!(start[i] in heard)) print start[i]
             for (i = 1; i <= n; i++) if (!(again[i] in told)) print again[i] }' \
    "$home/names.again" "$home/names" >"$order"
  # The compiler does not see that this file is newer than its output.
  rm -f "$artifacts"/obj/Orrery.Cli/release/native/orrery.o
  say "$(wc -l <"$order") methods and tables noted in src/Cli/startup.order; ./orrery publish uses them"
  rm -rf "$home"
}
