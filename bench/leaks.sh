#!/usr/bin/env bash
# How many MB of responses a second are looked through for what tells who wrote them, on one thread, by its processor time: on the
# answers of 16 models to the prompts of AlpacaEval, and on texts put together from the golden ones, where nearly every sentence names one.
# Usage: bench/leaks.sh [ROUNDS]     9 by default; the later half counts
# Needs a jar built by ./arena (or JAR=…), and the answers in ARENA_DATA or ../shared/data.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jar=${JAR:-$root/target/arena.jar}
rounds=${1:-9}
data=${ARENA_DATA:-$root/../shared/data}
golden=$root/arena-core/src/test/resources/dev/arena/core/leak/golden.txt
echo "load average before: $(cut -d' ' -f1-3 /proc/loadavg)"
for corpus in "answers $data/alpaca_eval/model_outputs" "golden $golden"; do
  java -Xmx1g -XX:+UseSerialGC -Djava.util.concurrent.ForkJoinPool.common.parallelism=0 \
    -cp "$jar" "$root/bench/leaks/LeakLoad.java" ${corpus%% *} "${corpus#* }" "$rounds"
done
echo "load average after: $(cut -d' ' -f1-3 /proc/loadavg)"
