import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

/** KaTeX's stylesheet names three formats of every font; every browser this page supports reads woff2. */
function woff2Only(): Plugin {
  const others = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g;
  return {
    name: "arena:woff2-only",
    enforce: "pre",
    transform(code, id) {
      return id.endsWith("/katex.min.css") ? code.replace(others, "") : null;
    },
  };
}

/** The API server that `npm run dev` forwards to. */
const server = process.env.ARENA_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [woff2Only()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": server } },
  build: {
    target: "es2022",
    // The Content-Security-Policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  test: { environment: "jsdom", include: ["test/**/*.test.{ts,tsx}"], restoreMocks: true },
});
