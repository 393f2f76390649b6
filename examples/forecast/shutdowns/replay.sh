#!/bin/sh
# Replays the weekly retrains of 2024 and 2025 on real shutdowns, in about half an hour on two cores.
# Everything it makes lies in examples/forecast/shutdowns/made, which it clears first; the outcome of each week
# stands in the ledger and in made/weeks.csv.
set -eu

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
assay=$here/../../../assay
cd "$here"
rm -rf made
mkdir made
ASSAY_HOME=$here/made/home
export ASSAY_HOME

"$assay" data holdout weekly.yaml --name legacy --as-of 2023-12-31 --from 2019-01-01 --to 2023-12-24 \
  --blocks 0.08 --out made

echo 'week,exit_code' > made/weeks.csv
week=2024-01-07
while [ "$(date -d "$week" +%s)" -le "$(date -d 2025-12-28 +%s)" ]; do
  code=0
  "$assay" run weekly.yaml --as-of "$week" --json > "made/$week.json" 2> "made/$week.log" || code=$?
  echo "$week,$code" >> made/weeks.csv
  echo "$week: exit code $code"
  week=$(date -d "$week + 7 days" +%F)
done
"$assay" ledger --json > made/ledger.json
"$assay" history --json > made/history.json
