#!/bin/sh
# Heads per regime on real shutdowns: the base is judged on the years to 2022 and names the countries that it does
# worst on, the heads are judged on the years since. Everything it makes lies in examples/regimes/shutdowns/made,
# which it clears first.
set -u

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
assay=$here/../../../assay
cd "$here" || exit 1
rm -rf made
mkdir made
ASSAY_HOME=$here/made/home
export ASSAY_HOME
wrong=0

# expect CODE VERB ...: runs the verb as a user would, and looks at its exit code.
expect() {
  expected=$1
  shift
  printf '\n$ assay %s\n' "$*"
  "$assay" "$@"
  code=$?
  if [ "$code" -ne "$expected" ]; then
    printf 'exit code %s, where the story has %s\n' "$code" "$expected" >&2
    wrong=1
  fi
}

echo 'The base, with what was known at the end of 2022: is it better than a baseline?'
expect 0 run base.yaml --as-of 2022-12-25

if [ "$wrong" -ne 0 ]; then
  exit 1
fi

printf '\nThe clusters that its tables and the polity scores make:\n'
run=$(echo made/home/runs/regimes-base-2022-12-25-*)
./clusters.py "$run" ../../../../shared/data/shutdowns | tee made/clusters.txt
while IFS= read -r line; do
  grep -qxF "$line" heads.yaml || { printf 'heads.yaml has another: %s\n' "$line" >&2; wrong=1; }
done < made/clusters.txt

printf '\nThe heads, three years later: are they better than the base?\n'
expect 3 run heads.yaml --as-of 2025-12-28

printf '\nThe book of experiments:\n'
expect 0 ledger

printf '\nThe reports lie in %s/runs; open any report.html in a browser.\n' "$ASSAY_HOME"
[ "$wrong" -eq 0 ] || printf 'The story went otherwise than it is told; see above.\n' >&2
exit "$wrong"
