#!/bin/sh
# Runs the whole loop on 3,000,000 rows of ../shared/data/flights and prints the seconds by stage and the most
# memory that the process held. Ends with 1 above 4 GB, or where that could not be read.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
"$root/assay" --version > /dev/null

"$root/assay" run "$root/benchmarks/flights/flights.yaml" --home "$home" &
process=$!
peak=0
while kill -0 "$process" 2> /dev/null; do
  now=$(sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' "/proc/$process/status" 2> /dev/null || :)
  [ "${now:-0}" -gt "$peak" ] && peak=$now
  sleep 0.2
done
wait "$process"

cat "$home"/runs/*/tables/stage-times.csv
echo "most memory held: $((peak / 1024)) MiB"
[ "$peak" -gt 0 ] && [ "$peak" -le $((4 * 1024 * 1024)) ]
