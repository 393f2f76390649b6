#!/bin/sh
# The story of a weekly forecast whose one frozen holdout had aged, told on simulated rows in about a minute.
# Everything it makes lies in examples/forecast/made, which it clears first.
set -u

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
root=$here/../..
. "$root/examples/telling.sh"

say 'Simulated rows of 80 countries; 1,462 of the quiet years are frozen as a holdout.'
expect 0 data generate outage-panel --seed 2 --out made/panel.parquet
expect 0 data holdout first.yaml --name legacy --to 2025-12-31 --sample 1462 --positive-rate 0.0691 --seed 5 --out made

say '17 April 2026: the first model beats the baseline and becomes champion.'
expect 0 run first.yaml --as-of 2026-04-17

say 'May: the world has changed. One frozen holdout blocks every retrain, week after week.'
expect 3 run single-gate.yaml --as-of 2026-05-10
expect 3 run single-gate.yaml --as-of 2026-05-17
expect 3 run single-gate.yaml --as-of 2026-05-24

say 'Recent days, kept out of training, join as a second gate: the same retrain is promoted.'
expect 0 run weekly.yaml --as-of 2026-05-24

say '31 May: a broken retrain, its labels shuffled, is held.'
expect 3 run broken.yaml --as-of 2026-05-31

say 'A frozen copy of rows that stand in training under other names ends the run.'
expect 0 data holdout weekly.yaml --name recent --last 60d --as-of 2026-05-24 --out made
expect 2 run leaky.yaml --as-of 2026-05-31

say 'Rollback gives the place back to the model of April.'
expect 0 rollback --reason 'the story ends where it began'
expect 0 history

say 'The book of experiments:'
expect 0 ledger

finish
