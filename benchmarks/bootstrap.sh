#!/bin/sh
# 2,000 paired bootstrap replicates of macro-F1, Assay against NumPy and scikit-learn on the same data.
# Needs core and benchmarks compiled (./mvnw -q -pl benchmarks -am compile) and python3-sklearn.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
# Finds a JDK of 21 or later as the build does.
. "$root/.mvn/jdk.sh"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"${JAVA_HOME:?}/bin/java" -cp "$root/core/target/classes:$root/benchmarks/target/classes" \
  dev.assay.benchmarks.BootstrapBenchmark "$folder"
"${PYTHON:-/usr/bin/python3}" "$root/benchmarks/python/bootstrap.py" "$folder"
