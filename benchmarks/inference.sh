#!/bin/sh
# Scores texts with files of a classifier of MiniLM-L6's shape, fp32 and int8, through Assay and by a bare loop over ONNX
# Runtime. Ends with 1 where Assay is below 0.9 of the loop, or int8 below 1.5 times fp32. Needs benchmarks compiled
# (./mvnw -q -pl benchmarks -am compile).
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/.mvn/jdk.sh"
"$root/assay" --version > /dev/null
classpath="$root/benchmarks/target/classes:$root/cli/target/app/assay.jar:$root/cli/target/app/lib/*"
"${JAVA_HOME:?}/bin/java" -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  dev.assay.benchmarks.InferenceBenchmark
