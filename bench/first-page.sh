#!/usr/bin/env bash
# The first battles of many voters: all bytes of each with an empty cache, and of the median and the heaviest the time
# from the click to buttons that vote, over a line of 10 Mbit/s and 40 ms.
#   bench/first-page.sh [VOTERS] [ROUNDS]
set -euo pipefail
cd "$(dirname "$0")/.."
voters=${1:-100}
rounds=${2:-9}
browser=${ARENA_CHROMIUM:-$(command -v chromium || command -v chromium-browser || command -v google-chrome)}
dir=$(mktemp -d)
./arena demo --no-serve --dir "$dir/arena" --no-progress >/dev/null
java -jar target/arena.jar serve --db "$dir/arena/arena.db" --port 0 2>"$dir/server.err" >/dev/null &
server=$!
trap 'kill "$server"; wait "$server" || true; rm -rf "$dir"' EXIT
url=
for _ in $(seq 100); do
  url=$(grep -Eo 'http://127[^ ]+:[0-9]+' "$dir/server.err" | head -n 1 || true)
  [ -n "$url" ] && break
  sleep 0.1
done
cd frontend && node ../bench/first-page.mjs "$url" "$browser" "$voters" "$rounds"
