#!/bin/sh
# Heads per regime on real shutdowns: the base is judged on the years to 2022 and names the countries that it does
# worst on, the heads are judged on the years since. Everything it makes lies in examples/regimes/shutdowns/made,
# which it clears first.
set -u

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
root=$here/../../..
. "$root/examples/telling.sh"

say 'The base, with what was known at the end of 2022: is it better than a baseline?'
expect 0 run base.yaml --as-of 2022-12-25

if [ "$wrong" -ne 0 ]; then
  exit 1
fi

say 'The clusters that its tables and the polity scores make:'
run=$(echo made/home/runs/regimes-base-2022-12-25-*)
./clusters.py "$run" ../../../../shared/data/shutdowns | tee made/clusters.txt
while IFS= read -r line; do
  grep -qxF "$line" heads.yaml || { printf 'heads.yaml has another: %s\n' "$line" >&2; wrong=1; }
done < made/clusters.txt

say 'The heads, three years later: are they better than the base?'
expect 3 run heads.yaml --as-of 2025-12-28

say 'The book of experiments:'
expect 0 ledger

finish
