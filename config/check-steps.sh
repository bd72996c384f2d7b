# The steps of ./check, as functions; sourced, never run.
# shellcheck shell=bash disable=SC2034

need_tools() {
  command -v java >/dev/null || missing "java (JDK 17 or newer)" tools
  command -v mvn >/dev/null || missing "mvn (Maven 3.8 or newer)" tools
  command -v node >/dev/null && command -v npm >/dev/null || missing "node and npm (Node 20 or newer)" tools
  find_chromium || missing "chromium (Debian: apt-get install chromium; else set ARENA_CHROMIUM)" chromium
}

# A real Chromium: the one named, the one installed, or Debian's where we may install it.
find_chromium() {
  local candidate
  for candidate in "${ARENA_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null; then
      ARENA_CHROMIUM=$(command -v "$candidate")
      export ARENA_CHROMIUM
      return 0
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "==> installing chromium"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium; } >"$logs/chromium.log" 2>&1
    command -v chromium >/dev/null && find_chromium && return 0
  fi
  return 1
}

# What no formatter sees: registry addresses, paths of one machine, narrowed tests, unfinished words, heavy files.
hygiene() {
  local bad=0 found
  found=$(git grep -nIE '"resolve[d]": *"http|<pluginRepositorie[s]>|<repositorie[s]>|index-ur[l]|^registry *=' -- .) \
    && { echo "a package registry's address stands in a file:"; echo "$found"; bad=1; }
  found=$(git grep -nIF "$(dirname "$PWD")/" -- .) && { echo "a path of this machine stands in a file:"; echo "$found"; bad=1; }
  found=$(git grep -nE '@Disabled|assumeTrue|assumeFalse|\.skip\(|\.todo\(|it\.only|describe\.only|test\.only|test\.fixme' \
    -- '*.java' '*.ts' '*.tsx' '*.mjs') && { echo "skipped or narrowed tests:"; echo "$found"; bad=1; }
  found=$(git grep -nE 'TODO|FIXME|XXX' -- '*.java' '*.ts' '*.tsx' '*.css' '*.md' '*.sh' ':!config') \
    && { echo "unfinished words:"; echo "$found"; bad=1; }
  found=$(git ls-files -z '*.java' '*.ts' '*.tsx' '*.css' | xargs -0 wc -l | awk '$2 != "total" && $1 > 500')
  [ -n "$found" ] && { echo "files over 500 lines:"; echo "$found"; bad=1; }
  found=$(git ls-files -z | xargs -0 du -k | awk '$1 > 2048')
  [ -n "$found" ] && { echo "tracked files over 2 MB:"; echo "$found"; bad=1; }
  found=$(dead_links)
  [ -n "$found" ] && { echo "links to files that do not exist:"; echo "$found"; bad=1; }
  return $bad
}

# Links of the documentation to files beside it, as "page -> link".
dead_links() {
  git ls-files '*.md' | while read -r page; do
    grep -oE '\]\([^)#: ]+[)#]' "$page" | sed -E 's/^\]\(//; s/[)#]$//' | while read -r link; do
      [ -e "$(dirname "$page")/$link" ] || echo "$page -> $link"
    done
  done
}

java_tests() {
  rm -rf arena-*/target/surefire-reports
  mvn -B -ntp verify ${long:+-Darena.long=true} || return 1
  if grep -lE '<skipped' arena-*/target/surefire-reports/TEST-*.xml | grep -v . ; then return 1; fi
  cp arena-web/target/arena.jar target/arena.jar.new && mv target/arena.jar.new target/arena.jar
}

count_java_tests() {
  local run
  run=$(grep -ho '<testsuite [^>]*' arena-*/target/surefire-reports/TEST-*.xml | sed -E 's/.* tests="([0-9]+)".*/\1/' | awk '{ n += $1 } END { print n + 0 }')
  passed=$((passed + run))
  echo "    $run Java tests"
}

frontend_tests() { npm --prefix frontend test --silent; }

count_frontend_tests() {
  local run
  run=$(sed -E 's/\x1b\[[0-9;]*m//g' "$logs/frontend-tests.log" | grep -Eo 'Tests +[0-9]+ passed' | grep -Eo '[0-9]+' | tail -n 1)
  passed=$((passed + ${run:-0}))
  echo "    ${run:-0} frontend tests"
}

# The real jar on the quickstart arena, driven by a real Chromium.
browser_tests() {
  local dir port server code
  dir=$(mktemp -d)
  ARENA_NO_BUILD=1 ./arena demo --no-serve --dir "$dir/arena" --no-progress || return 1
  java -jar target/arena.jar serve --db "$dir/arena/arena.db" --port 0 >"$dir/server.out" 2>"$dir/server.err" &
  server=$!
  port=$(wait_for_port "$dir/server.err" "$server") || { cat "$dir/server.err"; kill "$server"; return 1; }
  (cd frontend && ARENA_URL="http://127.0.0.1:$port" npm run --silent e2e)
  code=$?
  kill "$server"
  wait "$server"
  rm -rf "$dir"
  return $code
}

wait_for_port() {
  local port
  for _ in $(seq 600); do
    port=$(grep -Eo 'http://[^ ]+:[0-9]+' "$1" | head -n 1 | grep -Eo '[0-9]+$')
    [ -n "$port" ] && { echo "$port"; return 0; }
    kill -0 "$2" 2>/dev/null || return 1
    sleep 0.1
  done
  return 1
}

count_browser_tests() {
  local run
  run=$(sed -E 's/\x1b\[[0-9;]*m//g' "$logs/browser-tests.log" | grep -Eo '[0-9]+ passed' | tail -n 1 | grep -Eo '[0-9]+')
  passed=$((passed + ${run:-0}))
  echo "    ${run:-0} browser tests"
}

# The exported table really compiles.
compile_latex() {
  if ! command -v pdflatex >/dev/null; then
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null \
      && apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq texlive-latex-recommended
  fi
  command -v pdflatex >/dev/null || { echo "pdflatex is missing (Debian: texlive-latex-recommended)"; return 1; }
  local dir
  dir=$(mktemp -d)
  ARENA_NO_BUILD=1 ./arena demo --no-serve --dir "$dir/arena" --no-progress || return 1
  printf '%s\n' '\documentclass{article}' '\usepackage[T1]{fontenc}' '\usepackage{booktabs}' '\begin{document}' \
    '\input{arena/leaderboard.tex}' '\end{document}' >"$dir/paper.tex"
  (cd "$dir" && pdflatex -interaction=nonstopmode -halt-on-error paper.tex) && rm -rf "$dir"
}
