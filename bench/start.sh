#!/usr/bin/env bash
# Prints the size of the jar, the time of --version, and the time from starting a server on a new database until it is healthy.
# Usage: bench/start.sh [JAVA]     needs a jar built by ./arena
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
java=${1:-java}
jar=$root/target/arena.jar
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
now() { date +%s%N; }
echo "jar $(($(wc -c <"$jar") / 1000)) kB"
for _ in 1 2 3; do
  from=$(now)
  "$java" -jar "$jar" --version >/dev/null
  echo "version $((($(now) - from) / 1000000)) ms"
done
for round in 1 2 3; do
  from=$(now)
  "$java" -jar "$jar" serve --db "$round.db" --port 0 >out 2>err &
  server=$!
  url=
  until [ -n "$url" ] && curl -fs "$url/healthz" >/dev/null; do
    url=$(grep -Eo 'http://[^ ]+:[0-9]+' err || true)
    sleep 0.02
  done
  echo "healthy $((($(now) - from) / 1000000)) ms"
  kill $server
  wait $server || true
done
