#!/bin/sh
# Trains MiniLM-L6 for 2,000 steps (or as many as the argument says) on comments of GoEmotions and prints the resident
# memory every 200 steps. Ends with 1 where it grew by more than a tenth since step 200. The heap is taken up whole at
# the start, so that only native memory can grow. Linux only. Needs benchmarks compiled
# (./mvnw -q -pl benchmarks -am compile), and ../shared/data/goemotions.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd -P)
. "$root/.mvn/jdk.sh"
"$root/assay" --version > /dev/null
classpath="$root/benchmarks/target/classes:$root/cli/target/app/assay.jar:$root/cli/target/app/lib/*"
exec "${JAVA_HOME:?}/bin/java" -Xms1g -Xmx1g -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED -cp "$classpath" \
  dev.assay.benchmarks.MemoryBenchmark "$root/../shared/data/goemotions/train.tsv" "${1:-2000}"
