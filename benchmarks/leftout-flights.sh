#!/bin/sh
# Leaves out each of 229 origins of 3,000,000 flights in turn (50 trees of depth 4) and prints the time and the most
# memory that the process held. Ends with 1 above 6 GB, or where that could not be read. With a number, the Python
# loop over xgboost does so many folds beside it. Needs benchmarks compiled (./mvnw -q -pl benchmarks -am compile) and
# python3-xgboost.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/.mvn/jdk.sh"
"$root/assay" --version > /dev/null
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
classpath="$root/benchmarks/target/classes:$root/cli/target/app/assay.jar:$root/cli/target/app/lib/*"

"${JAVA_HOME:?}/bin/java" -Xmx3g -XX:+UseParallelGC --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  dev.assay.benchmarks.FlightsLeftOut "$root/benchmarks/flights/origins.yaml" "$home" "$home/rows" &
process=$!
peak=0
while kill -0 "$process" 2> /dev/null; do
  now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$process/status" 2> /dev/null || :)
  [ "${now:-0}" -gt "$peak" ] && peak=$now
  sleep 0.5
done
wait "$process"
echo "most memory held: $((peak / 1024)) MiB"

if [ $# -gt 0 ]; then
  "${PYTHON:-/usr/bin/python3}" "$root/benchmarks/python/leftout.py" "$home/rows" "$1" 50 4 256
fi
[ "$peak" -gt 0 ] && [ "$peak" -le $((6 * 1024 * 1024)) ]
