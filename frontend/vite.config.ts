import { readdirSync, readFileSync } from "node:fs";
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

/** What the page is made of beside this project's own code; their licences ask to be passed on with it. */
const BUNDLED = [
  "preact",
  "marked",
  "dompurify",
  "katex",
  "highlight.js",
  "diff",
  "d3-array",
  "d3-color",
  "d3-format",
  "d3-interpolate",
  "d3-path",
  "d3-scale",
  "d3-shape",
  "d3-time",
  "d3-time-format",
  "internmap",
  "@fontsource-variable/source-sans-3",
];

/** Writes the licence texts of the bundled packages beside the page. */
function licences(): Plugin {
  return {
    name: "arena:licences",
    generateBundle() {
      const texts = BUNDLED.map((name) => {
        const folder = `node_modules/${name}`;
        const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
        const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
        if (!file) {
          this.error(`${name} has no licence file`);
        }
        return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
      });
      this.emitFile({
        type: "asset",
        fileName: "licences.txt",
        source: texts.join(`\n${"-".repeat(72)}\n\n`),
      });
    },
  };
}

/** The API server that `npm run dev` forwards to. */
const server = process.env.ARENA_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [woff2Only(), licences()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/api": server } },
  build: {
    target: "es2022",
    // The Content-Security-Policy allows no data: fonts and no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 400,
  },
  test: {
    environment: "jsdom",
    include: ["test/**/*.test.{ts,tsx}"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
