#!/bin/sh
# A model of eight labels is promoted, and a second one with better figures on its test rows is held by a suite, told on
# simulated messages in about four minutes and a half on two cores. Everything it makes lies in
# examples/moderation/made, which it clears first.
set -u

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
root=$here/../..
. "$root/examples/telling.sh"

say 'Simulated messages; what is made from one template stays in one part.'
expect 0 data check moderation.yaml

say 'A small encoder, judged as the fp16 file that would be served: it passes tiers and suites.'
expect 0 run moderation.yaml

say 'One label a message, in training and in the test rows alike: better figures, and it is held.'
expect 3 run one-label.yaml

say 'What the champion says of known cases:'
expect 0 suite champion suites/together.yaml

say 'The book of experiments:'
expect 0 ledger

finish
