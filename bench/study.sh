#!/usr/bin/env bash
# The first page of administration of a study with many votes: from the start of 'arena serve' to healthy, and how long the page's data
# take the first and the second time. Usage: bench/study.sh [VOTES]     1,000,000; 10 contestants, 2,000 prompts, 40 votes a voter
# Needs a jar built by ./arena (or JAR=…). The store is kept in ${TMPDIR:-/tmp}/arena-bench.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jar=${JAR:-$root/target/arena.jar}
votes=${1:-1000000}
folder=${TMPDIR:-/tmp}/arena-bench
mkdir -p "$folder"
cd "$folder"
if [ ! -f "study-$votes.db" ]; then
  rm -f filling-study.db*
  java -Xmx1g -cp "$jar" "$root/bench/floor/ManyVotes.java" filling-study.db 0 10 2000 10 0 2>/dev/null
  java -Xmx1g -cp "$jar" "$root/bench/floor/ManyStudyVotes.java" filling-study.db "$votes"
  mv filling-study.db "study-$votes.db"
fi
milliseconds() { echo $((($(date +%s%N) - $1) / 1000000)); }
from=$(date +%s%N)
java "-Xmx${HEAP:-1g}" -jar "$jar" --db "study-$votes.db" serve --port 0 >study.log 2>&1 &
server=$!
until grep -q 'administration:' study.log && url=$(grep -Eo 'http://[^ ]+:[0-9]+' study.log | head -1) && curl -fs "$url/healthz" >/dev/null; do sleep 0.05; done
echo "healthy $(milliseconds "$from") ms"
secret=$(grep -Eo '/join/[^ ]+' study.log | head -1 | sed 's,/join/,,')
rm -f study-cookies
curl -fs -c study-cookies -H 'Content-Type: application/json' -d "{\"secret\":\"$secret\"}" "$url/api/join" >/dev/null
for time in first second; do
  at=$(date +%s%N)
  curl -fs -b study-cookies "$url/api/admin/studies/many" >study.json
  echo "the study the $time time $(milliseconds "$at") ms, $(stat -c %s study.json) bytes"
done
echo "after the start $(milliseconds "$from") ms"
kill $server
wait $server || true
