#!/usr/bin/env bash
# Ten million votes in a store: from the start of 'arena serve' to healthy, to the next battle, to the first leaderboard, and how long the
# leaderboard takes to count a new vote; twice, the second time with what the first start kept. Then filters, and the heap in use.
# Usage: bench/tenmillion.sh [VOTES]     10,000,000; 60 contestants, 2,000 prompts, 100,000 voters, 3 judges
# Needs a jar built by ./arena (or JAR=…). The store (4.5 GB) is kept in ${TMPDIR:-/tmp}/arena-bench, since filling takes about eight minutes.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jar=${JAR:-$root/target/arena.jar}
votes=${1:-10000000}
folder=${TMPDIR:-/tmp}/arena-bench
mkdir -p "$folder"
cd "$folder"
java -Xmx2g -cp "$jar" "$root/bench/floor/ManyVotes.java" "many-$votes.db" "$votes"
milliseconds() { echo $((($(date +%s%N) - $1) / 1000000)); }
field() { grep -Eo "\"$1\":\"?[^,\"}]*" | head -1 | sed 's/.*[:"]//'; }
for round in 1 2; do
  from=$(date +%s%N)
  java "-Xmx${HEAP:-2g}" -jar "$jar" --db "many-$votes.db" serve --port 0 >server.log 2>&1 &
  server=$!
  until url=$(grep -Eo 'http://[^ ]+:[0-9]+' server.log | head -1) && curl -fs "$url/healthz" >/dev/null; do sleep 0.05; done
  echo "start $round: healthy $(milliseconds "$from") ms"
  rm -f cookies
  battle=$(curl -fs -c cookies "$url/api/battles/next" | field battle)
  echo "start $round: next battle $(milliseconds "$from") ms"
  until curl -fs "$url/api/leaderboard" >board.json; do sleep 0.2; done
  echo "start $round: leaderboard $(milliseconds "$from") ms"
  for vote in 1 2 3 4 5; do
    at=$(date +%s%N)
    curl -fs -b cookies -H "Idempotency-Key: $from-$vote" -H 'Content-Type: application/json' -d '{"verdict":"first"}' \
      "$url/api/battles/$battle/votes" >vote.json
    voted=$(milliseconds "$at")
    at=$(date +%s%N)
    curl -fs "$url/api/leaderboard" >board.json
    echo "vote $voted ms, the leaderboard that counts it $(milliseconds "$at") ms, revision $(field revision <board.json)"
    battle=$(curl -fs -b cookies "$url/api/battles/next" | field battle)
  done
  for query in category=coding judge_kind=llm; do
    at=$(date +%s%N)
    curl -fs "$url/api/leaderboard?$query" >/dev/null
    echo "leaderboard with $query $(milliseconds "$at") ms"
  done
  jcmd $server GC.run >/dev/null
  jcmd $server GC.heap_info | grep -E 'used' | head -1
  kill $server
  wait $server || true
done
