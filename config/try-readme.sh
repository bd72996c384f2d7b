#!/usr/bin/env bash
# Runs every ./arena command that the README shows, in its order, in an empty folder; a command that serves is asked
# for its health and then ended, which must take less than 5 seconds.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
ln -s "$root/arena" "$folder/arena"
ln -s "$root/data" "$folder/data"
cd "$folder" || exit 1
export ARENA_PORT=0 ARENA_NO_BUILD=1
run=0
failed=0

serves() {
  case $1 in
    *--no-serve*) return 1 ;;
    './arena demo'* | './arena serve'*) return 0 ;;
    *) return 1 ;;
  esac
}

try_server() {
  local command=$1 url= started ended
  (eval "exec $command") >server.out 2>server.err &
  local server=$!
  for _ in $(seq 600); do
    url=$(grep -Eo 'http://[^ ]+:[1-9][0-9]*' server.err | head -n 1)
    [ -n "$url" ] && break
    kill -0 $server 2>/dev/null || break
    sleep 0.1
  done
  if [ -z "$url" ] || ! curl -fsS "$url/healthz" >/dev/null; then
    cat server.err
    kill $server 2>/dev/null
    return 1
  fi
  started=$(date +%s%N)
  kill -TERM $server
  wait $server
  ended=$(date +%s%N)
  [ $(((ended - started) / 1000000)) -lt 5000 ] || { echo "took over 5 s to end"; return 1; }
}

while IFS= read -r command; do
  echo "== $command"
  run=$((run + 1))
  if serves "$command"; then
    try_server "$command" || { echo "FAILED: $command"; failed=1; }
  else
    eval "$command" </dev/null || { echo "FAILED ($?): $command"; failed=1; }
  fi
done < <(sed -n '/^```sh$/,/^```$/p' "$root/README.md" | sed -E 's/ +#.*//' | grep '^\./arena')

[ $run -gt 0 ] || { echo "the README shows no command"; exit 1; }
echo "$run commands of the README ran"
exit $failed
