/**
 * A server with judged battles for each file of tests, and a browser that may read everything: what the tests of the reading pages share. ARENA_COMMAND
 * names the program (default: the launcher beside this folder).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "@playwright/test";
import { test as base, expect } from "./arena";

const COMMAND = process.env.ARENA_COMMAND ?? join(resolve(import.meta.dirname, "../.."), "arena");
const ENVIRONMENT = { ...process.env, ARENA_NO_BUILD: "1" };

export interface Server {
  url: string;
  /** Makes the browser that posts it an administrator. */
  secret: string;
}

/** The quickstart arena on a port of its own, with the secret that its administrator is told. */
async function start(folder: string): Promise<{ server: Server; child: ChildProcess }> {
  const demo = spawnSync(COMMAND, ["demo", "--no-serve", "--no-progress", "--dir", join(folder, "arena")], {
    env: ENVIRONMENT,
    encoding: "utf8",
  });
  expect(demo.status, demo.stderr).toBe(0);
  const child = spawn(COMMAND, ["serve", "--db", join(folder, "arena", "arena.db"), "--port", "0"], {
    env: ENVIRONMENT,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  const server = await new Promise<Server>((found, failed) => {
    child.stderr?.on("data", (data: Buffer) => {
      said += data.toString();
      const told = /(http:\/\/127\.0\.0\.1:\d+)\/join\/(\S+)\s/.exec(said);
      if (told?.[1] && told[2]) {
        found({ url: told[1], secret: told[2] });
      }
    });
    child.on("exit", () => failed(new Error(`ended: ${said}`)));
  });
  return { server, child };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (child.exitCode === null && child.signalCode === null) {
      child.once("exit", () => done());
    } else {
      done();
    }
  });
}

export const test = base.extend<{ admin: Page }, { serverOf: string; server: Server }>({
  // Tests with the same value share a server. Each file has its own: votes, studies and decisions of one file are never seen by another.
  serverOf: ["", { scope: "worker", option: true }],
  server: [
    async ({ serverOf }, use) => {
      expect(serverOf, "the file says test.use({ serverOf: … })").not.toBe("");
      const folder = mkdtempSync(join(tmpdir(), `arena-${serverOf}-`));
      const { server, child } = await start(folder);
      await use(server);
      child.kill();
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
    { scope: "worker", timeout: 300_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  /** A page of a browser that holds the role of an administrator. */
  admin: async ({ page, server }, use) => {
    const joined = await page.request.post("/api/join", {
      data: { secret: server.secret },
      headers: { Origin: server.url },
    });
    expect(joined.ok(), await joined.text()).toBe(true);
    await use(page);
  },
});

export { sideways, violations } from "./axe";
export { expect };

/** Presses Tab until the focus is on something that fits. */
export async function tabTo(page: Page, fits: (element: Element) => boolean): Promise<void> {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(`(${fits.toString()})(document.activeElement)`)) {
      return;
    }
  }
  throw new Error(`no Tab leads to ${fits.toString()}`);
}

/** The page in Arabic: the words, and the direction. */
export async function inArabic(page: Page): Promise<void> {
  await page.getByRole("combobox", { name: "Language" }).first().selectOption("ar");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
}
