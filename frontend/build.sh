#!/bin/sh
# Builds the browser page into dist/. Installs and builds only what changed since the last time, so it is cheap to call.
set -eu
cd "$(dirname "$0")"

fail() {
  echo "frontend: $1" >&2
  exit 1
}

# One line that changes whenever a file below the given paths does.
digest() {
  find "$@" -type f | LC_ALL=C sort | while IFS= read -r file; do
    cksum "$file"
  done | cksum
}

command -v node >/dev/null 2>&1 || fail "Node.js 20.19 or newer is needed and was not found on PATH."
command -v npm >/dev/null 2>&1 || fail "npm is needed and was not found on PATH."
node -e '
  const [major, minor] = process.versions.node.split(".").map(Number);
  process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);
' || fail "Node.js 20.19 or newer is needed, found $(node --version)."

wanted="$(node --version) $(digest package.json package-lock.json .npmrc)"
installed=node_modules/.arena-installed
if [ "$(cat "$installed" 2>/dev/null || true)" = "$wanted" ]; then
  echo "frontend: packages are up to date"
else
  rm -f "$installed"
  PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error >&2 || fail "npm ci failed."
  echo "$wanted" >"$installed"
  echo "frontend: packages installed"
fi

sources="$wanted $(digest src public build index.html tsconfig.json vite.config.ts)"
built=node_modules/.arena-built
if [ -f dist/index.html ] && [ "$(cat "$built" 2>/dev/null || true)" = "$sources" ]; then
  echo "frontend: dist is up to date"
else
  rm -f "$built"
  npm run --silent build >&2 || fail "the build failed."
  echo "$sources" >"$built"
  echo "frontend: dist built"
fi
