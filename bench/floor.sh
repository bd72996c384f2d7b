#!/usr/bin/env bash
# Load on the voting floor from a second process, closed loop: votes, first battles of new voters, readers beside voters, 1,000 open event
# streams, and a soak with ever new voters. Prints a table of rates and percentiles.
# Usage: bench/floor.sh [SECONDS [CLIENTS [MODE…]]]     15, 64 and 'votes battles mix streams'; soak: bench/floor.sh 1800 16 soak
# WARM_UP seconds (20) go before what is measured: on two cores the compiler needs them. Needs a jar built by ./arena (or JAR=…). The store is new: 10 contestants, 2,000 prompts; kept in target/bench, since filling takes a while.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
jar=${JAR:-$root/target/arena.jar}
seconds=${1:-15}
clients=${2:-64}
modes=("${@:3}")
[ ${#modes[@]} -gt 0 ] || modes=(votes battles mix streams)
folder=$root/target/bench/floor
mkdir -p "$folder/classes"
cd "$folder"
javac -d classes "$root/bench/floor/FloorLoad.java"
# NAME PROMPTS: a store without votes
store() {
  [ -f "$1" ] && return
  java -cp "$jar" "$root/bench/floor/ManyVotes.java" filling.db 0 10 "$2" 10 0 2>/dev/null
  mv filling.db "$1"
}
store empty.db 2000
# what is kept of matchups is full before a soak measures, so that growth is not that of a catalog being met
store few.db 100
for mode in "${modes[@]}"; do
  [ "$mode" = soak ] && cp few.db work.db || cp empty.db work.db
  options=("-Xmx${HEAP:-1g}")
  # the heap has its full size from the start, so that the memory of the process tells of everything else; the heap is read by itself
  [ "$mode" = soak ] && options+=("-Xms${HEAP:-1g}" -XX:+AlwaysPreTouch)
  java "${options[@]}" -jar "$jar" --db work.db serve --port 0 >server.log 2>&1 &
  server=$!
  until grep -q 'listening on' server.log; do sleep 0.1; done
  address=$(grep -Eo 'http://[^ ]+' server.log | head -1)
  [ "$mode" = streams ] && load=8 || load=$clients
  SERVER_PID=$server java -Xmx400m -cp classes FloorLoad "$mode" "${address#http://}" "$load" "$seconds" "${WARM_UP:-20}"
  echo "server after $mode: $(grep -E 'VmRSS' /proc/$server/status | tr -s '\t ' ' '), processor time $(ps -o cputime= -p $server)"
  kill $server
  wait $server || true
  rm -f work.db*
done
