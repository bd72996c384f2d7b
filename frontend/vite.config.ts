import { defineConfig } from "vitest/config";
import { compressed } from "./build/compressed.ts";
import { fontsInParts, woff2Only } from "./build/fonts.ts";
import { licences } from "./build/licences.ts";

/** The API server that `npm run dev` forwards to. */
const server = process.env.ARENA_URL ?? "http://127.0.0.1:8080";

export default defineConfig({
  plugins: [woff2Only(), fontsInParts(), licences(), compressed()],
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
