#!/usr/bin/env bash
# Times how long 'arena run' takes from the start of the process to its first question, where a million calls of the run are stored
# already and a few are open; with a heap of 512 MB. Keeps the database in target/bench, since filling it takes a while.
# Usage: bench/resume.sh [PROMPTS]     20 calls a prompt (default 50000); needs a jar built by ./arena, or ARENA=COMMAND
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$root/target/bench"
export ARENA_NO_BUILD=1 JAVA_TOOL_OPTIONS=-Xmx512m
exec python3 - "${ARENA:-$root/arena}" "$root/target/bench/resume-${1:-50000}" "${1:-50000}" <<'E2'
import hashlib
import http.server
import json
import os
import sqlite3
import subprocess
import sys
import threading
import time

arena, base, prompts = sys.argv[1], sys.argv[2], int(sys.argv[3])
OPEN = 40
BODY = json.dumps({"choices": [{"finish_reason": "stop", "message": {"content": "Both are fine.\n[[A]]"}}],
                   "usage": {"prompt_tokens": 400, "completion_tokens": 20}}).encode()
first = None


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        global first
        first = first or time.perf_counter()
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *args):
        return


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
tournament = f"{base}.yaml"
with open(tournament, "w") as f:
    f.write(f"""name: resume
schedule: {{type: all-pairs}}
judges:
  - {{name: big, type: openai, base_url: "http://127.0.0.1:{server.server_port}/v1", model: m, concurrency: 8,
     price: {{input_per_million: 2.5, output_per_million: 10, as_of: 2026-11-01}}}}
""")
database = f"{base}.db"
command = [arena, "--db", database, "--no-progress"]


def fill():
    with open(f"{base}-p.jsonl", "w") as f, open(f"{base}-r.jsonl", "w") as g:
        for i in range(prompts):
            f.write(json.dumps({"id": f"p{i}", "prompt": f"Question {i}"}) + "\n")
            for model in "abcde":
                g.write(json.dumps({"prompt_id": f"p{i}", "model": model, "response": f"{model} on {i}"}) + "\n")
    subprocess.run(command + ["import", f"{base}-p.jsonl", f"{base}-r.jsonl"], check=True, capture_output=True)
    subprocess.run(command + ["run", tournament, "--max-calls", "1"], capture_output=True)
    db = sqlite3.connect(database)
    run = db.execute("SELECT id FROM run").fetchone()[0]
    judge = db.execute("SELECT id FROM judge WHERE name = 'big'").fetchone()[0]
    done = {key for key, in db.execute("SELECT origin_key FROM battle")}
    responses = {}
    for prompt, contestant, response in db.execute("SELECT prompt, contestant, id FROM response ORDER BY prompt, contestant"):
        responses.setdefault(prompt, {})[contestant] = response
    reply = "The first answer names the cause and the remedy, the second one only the remedy. " * 4 + "\n[[A]]"
    battle, vote = (db.execute(f"SELECT max(id) FROM {table}").fetchone()[0] for table in ("battle", "vote"))
    planned = [(prompt, a, b) for pair in range(10) for prompt in responses for a, b in pairs(responses[prompt], pair)]
    rows = {table: [] for table in ("battle", "seat", "vote", "call_start", "judge_call", "call_text")}
    for prompt, a, b in planned[:-OPEN]:
        key = f"{prompt}:{a}>{b}#1"
        if key in done:
            continue
        battle += 1
        vote += 1
        digest = hashlib.sha256(key.encode())
        word = digest.hexdigest()
        rows["battle"].append((battle, word[:32], prompt, 2, None, None, "schedule", run, None, key, None, None, None, 1,
                               1795348800000, digest.digest()))
        rows["seat"] += [(battle, 1, a, responses[prompt][a]), (battle, 2, b, responses[prompt][b])]
        rows["vote"].append((vote, word[32:], battle, judge, 1, None, f"{run}/{key}/1", word, "ranking", "1,2", None, None,
                             None, None, 1, reply, 50, 1795348800000, digest.digest()))
        rows["call_start"].append((vote, run, judge, battle, None, word, "1@1", 1795348800000))
        rows["judge_call"].append((vote, run, judge, vote, None, vote, 0, word, "ok", 1, 0, 400, 20, 0.0012, "m",
                                   1795348800000, 50))
        rows["call_text"].append((vote, reply, None, None, None))
        if len(rows["vote"]) == 20000:
            write(db, rows)
    write(db, rows)
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()


def pairs(answers, pair):
    ids = sorted(answers)
    a, b = [(x, y) for i, x in enumerate(ids) for y in ids[i + 1:]][pair]
    return (a, b), (b, a)


def write(db, rows):
    with db:
        for table, values in rows.items():
            if values:
                db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
                values.clear()


if not os.path.exists(f"{base}.ok"):
    fill()
    open(f"{base}.ok", "w").close()
first = None
start = time.perf_counter()
process = subprocess.Popen(command + ["run", tournament, "--max-calls", "1000000000"], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
said = process.stderr.read().decode()
_, status, usage = os.wait4(process.pid, 0)
db = sqlite3.connect(database)
print(f"{db.execute('SELECT count(*) FROM judge_call').fetchone()[0]} calls stored, {os.path.getsize(database) / 1e6:.0f} MB")
print(f"first question after {first - start:.2f} s" if first else "no question: everything is stored; remove the file .ok\n" + said)
print(f"whole command {time.perf_counter() - start:.2f} s, resident {usage.ru_maxrss / 1024:.0f} MB, exit {os.waitstatus_to_exitcode(status)}")
E2
