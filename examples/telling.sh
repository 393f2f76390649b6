# How the stories of the examples are told; for their scripts to source, with $here set to the folder of the story and
# $root to that of Assay. All that a story makes lies in $here/made, which is cleared first.
assay=$root/assay
made=$here/made
ASSAY_HOME=$made/home
export ASSAY_HOME
wrong=0

cd "$here" || exit 1
rm -rf "$made"
mkdir "$made"

# say TEXT: a line of the story, bold on a terminal.
say() {
  if [ -t 1 ]; then
    printf '\n\033[1m%s\033[0m\n' "$*"
  else
    printf '\n%s\n' "$*"
  fi
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

# finish: says where the reports are, and ends with 1 where the story went otherwise.
finish() {
  printf '\nThe reports lie in %s/runs; open any report.html in a browser.\n' "$ASSAY_HOME"
  [ "$wrong" -eq 0 ] || printf 'The story went otherwise than it is told; see above.\n' >&2
  exit "$wrong"
}
