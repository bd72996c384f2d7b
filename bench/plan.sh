#!/usr/bin/env bash
# Times 'arena plan' on a million calls in a heap of 512 MB: wall time and largest resident size of the whole process, best of three.
# Usage: bench/plan.sh [PROMPTS [CONTESTANTS [SCHEDULE]]]     1000, 32 and '{type: all-pairs}': 992,000 calls in both orders
# Needs a jar built by ./arena. The database is kept in target/bench, since it takes a while to fill.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
prompts=${1:-1000}
contestants=${2:-32}
schedule=${3:-'{type: all-pairs}'}
folder=$root/target/bench/plan-$prompts-$contestants
export ARENA_NO_BUILD=1
if [ ! -f "$folder/arena.db" ]; then
  mkdir -p "$folder"
  python3 - "$folder" "$prompts" "$contestants" <<'E2'
import json
import sys

folder, prompts, contestants = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with open(folder + "/prompts.jsonl", "w") as out:
    for p in range(prompts):
        out.write(json.dumps({"id": f"p{p}", "prompt": f"Question {p}: " + "what is known of it? " * 10}) + "\n")
with open(folder + "/responses.jsonl", "w") as out:
    for c in range(contestants):
        for p in range(prompts):
            text = f"Answer {c} to {p}: " + "it is known that " * 30
            out.write(json.dumps({"prompt_id": f"p{p}", "model": f"model-{c:03d}", "response": text}) + "\n")
E2
  "$root/arena" --db "$folder/arena.db" import --no-progress "$folder/prompts.jsonl" "$folder/responses.jsonl" >&2
fi
cat > "$folder/t.yaml" <<E2
name: million
schedule: $schedule
judges:
  - name: big
    type: openai
    base_url: http://127.0.0.1:9/v1
    model: some-model
    price: {input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}
E2
JAVA_TOOL_OPTIONS="${JAVA_TOOL_OPTIONS:-} -Xmx512m" python3 - "$root/arena" --db "$folder/arena.db" plan "$folder/t.yaml" <<'E2'
import os
import subprocess
import sys
import time

for _ in range(3):
    start = time.perf_counter()
    process = subprocess.Popen(sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    head = [next(process.stdout, "") for _ in range(3)]
    for line in process.stdout:
        pass
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    cpu = usage.ru_utime + usage.ru_stime
    print("".join(head), end="")
    print(f"wall {wall:.2f} s, cpu {cpu:.2f} s, resident {usage.ru_maxrss / 1024:.0f} MB, exit {os.waitstatus_to_exitcode(status)}")
E2
