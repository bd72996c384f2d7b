/**
 * Browser tests against a running server. ARENA_URL names it (default http://127.0.0.1:8080); its database must hold
 * responses to vote on. ARENA_CHROMIUM names the browser; without it a Chromium on PATH is used.
 */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { defineConfig } from "@playwright/test";

function chromium(): string {
  const onPath = (process.env.PATH ?? "")
    .split(delimiter)
    .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => join(folder, name)));
  const named = process.env.ARENA_CHROMIUM;
  const found = named ? [named].find((path) => existsSync(path)) : onPath.find((path) => existsSync(path));
  if (!found) {
    throw new Error(
      named
        ? `ARENA_CHROMIUM names ${named}, which does not exist.`
        : "No Chromium found on PATH. Install one (Debian: apt-get install chromium) or set ARENA_CHROMIUM.",
    );
  }
  return found;
}

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results/run",
  reporter: [["list"]],
  // One browser at a time, and every test its own voter in it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  // Generous, for two busy cores and a virtual machine that has just started: a board that is asked for first takes many
  // seconds there. What is right ends long before; only what is wrong waits so long.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    baseURL: process.env.ARENA_URL ?? "http://127.0.0.1:8080",
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
