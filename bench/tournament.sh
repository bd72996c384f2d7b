#!/usr/bin/env bash
# Times 'arena run' against an endpoint of its own process that answers every question after 50 ms: questions a second between the
# first question and the last answer, as a share of what the concurrency allows, and the processor time of the whole command a call.
# Usage: bench/tournament.sh [PROMPTS [CONCURRENCY [DELAY-MS]]]     20 calls a prompt; needs a jar built by ./arena, or ARENA=COMMAND
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
export ARENA_NO_BUILD=1
exec python3 - "${ARENA:-$root/arena}" "$root" "${1:-2000}" "${2:-64}" "${3:-50}" <<'E2'
import json
import os
import subprocess
import sys
import tempfile
import time

arena, root = sys.argv[1:3]
prompts, concurrency, delay = map(int, sys.argv[3:])
with tempfile.TemporaryDirectory() as folder:
    with open(f"{folder}/p.jsonl", "w") as f, open(f"{folder}/r.jsonl", "w") as g:
        for i in range(prompts):
            f.write(json.dumps({"id": f"p{i}", "prompt": f"Question {i}: why does the tide come twice a day? " * 3}) + "\n")
            for model in "abcde":
                g.write(json.dumps({"prompt_id": f"p{i}", "model": model, "response": f"{model} says on {i}: the moon. " * 12}) + "\n")
    endpoint = subprocess.Popen(
        ["java", f"{root}/bench/src/main/java/dev/arena/bench/SlowEndpoint.java", str(delay)],
        stdout=subprocess.PIPE, text=True)
    try:
        port = endpoint.stdout.readline().split()[1]
        with open(f"{folder}/t.yaml", "w") as f:
            f.write(f"""name: bench
schedule: {{type: all-pairs}}
judges:
  - {{name: big, type: openai, base_url: "http://127.0.0.1:{port}/v1", model: m, concurrency: {concurrency}, timeout_s: 30,
     price: {{input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}}}}
""")
        command = [arena, "--db", f"{folder}/arena.db", "--no-progress"]
        subprocess.run(command + ["import", f"{folder}/p.jsonl", f"{folder}/r.jsonl"], check=True, capture_output=True)
        start = time.perf_counter()
        process = subprocess.Popen(command + ["run", f"{folder}/t.yaml"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            sys.exit(said)
        words = endpoint.stdout.readline().split()
        count, seconds = int(words[1]), float(words[3])
        ideal = concurrency / (delay / 1000)
        cpu = (usage.ru_utime + usage.ru_stime) * 1000 / count
        print(f"{count} calls in {seconds:.2f} s: {count / seconds:.0f} a second, {100 * count / seconds / ideal:.1f} % of {ideal:.0f}")
        print(f"processor time {cpu:.3f} ms a call, start and end included; whole command {wall:.2f} s")
        print(f"resident {usage.ru_maxrss / 1024:.0f} MB")
    finally:
        endpoint.kill()
E2
