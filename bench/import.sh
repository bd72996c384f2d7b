#!/usr/bin/env bash
# Times the import of the AlpacaEval outputs (16 models, 805 prompts), whole command, into a new database, and once more into the same.
# Usage: bench/import.sh [FOLDER]     needs a jar built by ./arena; the folder defaults to ../shared/data/alpaca_eval/model_outputs
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
data=$(cd "${1:-${ARENA_DATA:-$root/../shared/data}/alpaca_eval/model_outputs}" && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for round in new again; do
  from=$(date +%s%N)
  ARENA_NO_BUILD=1 "$root/arena" import "$data"/*.json --db "$folder/alpaca.db" --no-progress 2>"$folder/err"
  echo "$round $((($(date +%s%N) - from) / 1000000)) ms"
  grep -E '^(Contestants|Prompts|Responses)' "$folder/err"
done
