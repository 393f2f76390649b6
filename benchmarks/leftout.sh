#!/bin/sh
# Leaves out one of 127 groups at a time (7,000 rows, 16 inputs, 200 trees of depth 3): Assay against the Python loop
# over xgboost on all folds and scikit-learn's GradientBoostingClassifier on three, scaled. Needs benchmarks compiled
# (./mvnw -q -pl benchmarks -am compile) and python3-sklearn, python3-xgboost. Ends with 1 below 2 or 100 times as fast,
# or where the areas under the curve over all left-out rows differ by more than 0.01. Both XGBoosts sort inputs into 128
# bins, or as many as the argument says; scikit-learn's trees need none.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/.mvn/jdk.sh"
"$root/assay" --version > /dev/null
bins=${1:-128}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
classpath="$root/benchmarks/target/classes:$root/cli/target/app/assay.jar:$root/cli/target/app/lib/*"
"${JAVA_HOME:?}/bin/java" --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  dev.assay.benchmarks.LeftOutBenchmark "$folder" "$bins"
"${PYTHON:-/usr/bin/python3}" "$root/benchmarks/python/leftout.py" "$folder" 0 200 3 "$bins" --sklearn 3
