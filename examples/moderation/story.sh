#!/bin/sh
# A model of eight labels is promoted, and a second one with better figures on its test rows is held by a suite, told on
# simulated messages in nine minutes on two cores that another training shares. Everything it makes lies in
# examples/moderation/made, which it clears first.
set -u

here=$(cd -- "$(dirname -- "$0")" && pwd -P)
assay=$here/../../assay
made=$here/made
ASSAY_HOME=$made/home
export ASSAY_HOME
wrong=0

say() {
  printf '\n\033[1m%s\033[0m\n' "$*" | if [ -t 1 ]; then cat; else sed 's/\x1b\[[0-9]*m//g'; fi
}

# expect CODE VERB ...: runs the verb as a user would, and looks at its exit code.
expect() {
  expected=$1
  shift
  printf '$ assay %s\n' "$*"
  "$assay" "$@"
  code=$?
  if [ "$code" -eq "$expected" ]; then
    printf 'exit code %s\n' "$code"
  else
    printf 'exit code %s, where the story has %s\n' "$code" "$expected"
    wrong=1
  fi
}

cd "$here" || exit 1
rm -rf "$made"
mkdir "$made"

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

printf '\nThe reports lie in %s/runs; open any report.html in a browser.\n' "$ASSAY_HOME"
[ "$wrong" -eq 0 ] || printf 'The story went otherwise than it is told; see above.\n' >&2
exit "$wrong"
