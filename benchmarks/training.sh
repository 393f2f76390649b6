#!/bin/sh
# Trains MiniLM-L6 for some steps (60, or as many as the argument says) on comments of GoEmotions: Assay against the same
# network on the same batches in PyTorch, two threads each, and batches of like length against padding to 64 tokens. Ends
# with 1 where Assay is slower or the padding costs less than 2.5 times. Needs benchmarks compiled
# (./mvnw -q -pl benchmarks -am compile), python3-torch, and ../shared/data/goemotions.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/.mvn/jdk.sh"
"$root/assay" --version > /dev/null
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
classpath="$root/benchmarks/target/classes:$root/cli/target/app/assay.jar:$root/cli/target/app/lib/*"
"${JAVA_HOME:?}/bin/java" -Xmx2g --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  dev.assay.benchmarks.TrainingBenchmark "$folder" "$root/../shared/data/goemotions/train.tsv" "${1:-60}"
"${PYTHON:-/usr/bin/python3}" "$root/benchmarks/python/training.py" "$folder"
