#!/bin/sh
# Exact F1 cuts and all metrics of one evaluation, Assay against scikit-learn on the same data.
# Needs core and benchmarks compiled (./mvnw -q compile) and python3-sklearn.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# Finds a JDK of 21 or later as the build does.
. "$root/.mvn/jdk.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${JAVA_HOME:?}/bin/java" -cp "$root/core/target/classes:$root/benchmarks/target/classes" \
  dev.assay.benchmarks.MeasuresBenchmark "$folder"
"${PYTHON:-/usr/bin/python3}" "$root/benchmarks/python/measures.py" "$folder"
