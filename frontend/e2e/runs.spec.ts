/**
 * A run of judges seen while it goes on, and after. The test brings its own endpoint, which answers only as far as the test lets it, so
 * that progress is seen and not waited for. ARENA_COMMAND names the program (default: the launcher beside this folder).
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { sideways, violations } from "./axe";

const ROOT = resolve(import.meta.dirname, "../..");
const COMMAND = process.env.ARENA_COMMAND ?? join(ROOT, "arena");
const ENVIRONMENT = { ...process.env, ARENA_NO_BUILD: "1", TEST_KEY: "sk-test" };
const PROMPTS = 12;
const HELD_AFTER = 10;

/** An endpoint that speaks as a judge and stops after some answers until it is told to go on. */
class Judge {
  private asked = 0;
  private readonly held: (() => void)[] = [];
  private open = HELD_AFTER;
  private readonly server: Server;

  constructor() {
    this.server = createServer((request, response) => {
      request.resume();
      request.on("end", () => {
        const turn = ++this.asked;
        const answer = () => {
          response.setHeader("content-type", "application/json");
          response.end(JSON.stringify(reply(turn)));
        };
        if (turn <= this.open) {
          answer();
        } else {
          this.held.push(answer);
        }
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, "127.0.0.1", done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  goOn(): void {
    this.open = Number.POSITIVE_INFINITY;
    for (const answer of this.held.splice(0)) {
      answer();
    }
  }

  stop(): void {
    this.goOn();
    this.server.closeAllConnections();
    this.server.close();
  }
}

/** The first response wins whatever it says, except that every fifth reply holds no label. */
function reply(turn: number): object {
  const content =
    turn % 5 === 0
      ? "I would rather not choose."
      : `Reply ${turn}: <img src="https://example.org/x.png" onerror="alert(1)"> the first is better.\n\n[[A]]`;
  return {
    id: `reply-${turn}`,
    object: "chat.completion",
    model: "judge-of-the-test",
    choices: [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }],
    usage: { prompt_tokens: 120, completion_tokens: 9, total_tokens: 129 },
  };
}

function arena(folder: string, ...args: string[]): string {
  const done = spawnSync(COMMAND, ["--db", join(folder, "arena.db"), ...args], {
    env: ENVIRONMENT,
    encoding: "utf8",
  });
  expect(done.status, done.stderr).toBe(0);
  return done.stdout;
}

/** Starts a command that serves, and gives the address that it names. */
async function serving(folder: string, ...args: string[]): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(COMMAND, ["--db", join(folder, "arena.db"), ...args], { env: ENVIRONMENT });
  let said = "";
  const url = await new Promise<string>((found, failed) => {
    child.stderr?.on("data", (data: Buffer) => {
      said += data.toString();
      const address = /(http:\/\/127\.0\.0\.1:\d+\/runs\S*)\s/.exec(said);
      if (address?.[1]) {
        found(address[1]);
      }
    });
    child.on("exit", () => failed(new Error(`ended: ${said}`)));
  });
  return { child, url };
}

function ended(child: ChildProcess): Promise<void> {
  const gone = child.exitCode !== null || child.signalCode !== null;
  return new Promise((done) => (gone ? done() : child.once("exit", () => done())));
}

function prepare(folder: string, endpoint: string): string {
  const prompts: string[] = [];
  const responses: string[] = [];
  for (let i = 1; i <= PROMPTS; i++) {
    const category = i % 2 ? "odd" : "even";
    prompts.push(JSON.stringify({ id: `p${i}`, prompt: `Question number ${i}?`, category }));
    for (const model of ["alder", "birch"]) {
      const response = `Answer of ${model} to ${i}. <script>document.title = "taken";</script>`;
      responses.push(JSON.stringify({ prompt_id: `p${i}`, model, response }));
    }
  }
  writeFileSync(join(folder, "prompts.jsonl"), `${prompts.join("\n")}\n`);
  writeFileSync(join(folder, "responses.jsonl"), `${responses.join("\n")}\n`);
  arena(folder, "import", join(folder, "prompts.jsonl"), join(folder, "responses.jsonl"));
  const file = join(folder, "watched.yaml");
  writeFileSync(
    file,
    `name: watched
schedule: {type: all-pairs}
orders: both
judges:
  - {name: big, type: openai, base_url: '${endpoint}', model: m, concurrency: 1, nudge: false, api_key_env: TEST_KEY,
     price: {input_per_million: 1.5, output_per_million: 6, as_of: 2026-11-01}}
budget: {max_cost_usd: 2}
seed: 42
`,
  );
  return file;
}

/** Presses Tab until the focus is on that element. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press("Tab");
    const text = await page.evaluate(() => document.activeElement?.textContent ?? "");
    if (name.test(text)) {
      return;
    }
  }
  throw new Error(`no Tab leads to ${name}`);
}

const test = base.extend<{ folder: string; judge: Judge }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here.
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "arena-runs-"));
    await use(folder);
    rmSync(folder, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a pattern here.
  judge: async ({}, use) => {
    const judge = new Judge();
    await use(judge);
    judge.stop();
  },
});

const shot = (name: string) => ({ path: `test-results/shots/${name}.png`, fullPage: true });

test("a run is followed while it goes on, and every reply can be read after", async ({
  page,
  folder,
  judge,
}) => {
  const strangers: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith("http://127.0.0.1:")) {
      strangers.push(request.url());
    }
  });
  const tournament = prepare(folder, await judge.start());

  const run = await serving(folder, "run", tournament, "--watch", "--port", "0");
  await page.goto(run.url);
  const progress = page.getByRole("region", { name: "Progress" });
  await expect(progress).toContainText(`${HELD_AFTER} of ${2 * PROMPTS} verdicts given`);
  await expect(page.getByRole("row", { name: /^big/ })).toContainText("2 unparsed");
  await expect(page.getByText("Live: follows every verdict")).toBeVisible();
  await page.screenshot(shot("run-live"));
  judge.goOn();
  await ended(run.child);
  expect(run.child.exitCode, "four replies hold no label").toBe(4);

  const view = await serving(folder, "view", "--port", "0");
  try {
    await page.goto(view.url);
    await expect(page.getByRole("table")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("runs"));

    // With the keyboard alone: the run, its matchup, and what was said of it.
    await tabTo(page, /^watched-/);
    await page.keyboard.press("Enter");
    await expect(progress).toContainText(`${2 * PROMPTS} of ${2 * PROMPTS} verdicts given`);
    await expect(progress).toContainText("last session: finished");
    await expect(page.getByRole("row", { name: /^big/ })).toContainText("4 unparsed");
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("run"));
    await page.getByRole("combobox", { name: /^Verdicts/ }).focus();
    await page.keyboard.type("Orders");
    await expect(page).toHaveURL(/outcome=conflict/);
    await expect(page.locator(".badge-conflict").first()).toBeVisible();
    await tabTo(page, /^p\d+$/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Responses" })).toBeVisible();
    const game = page.getByRole("article", { name: "big: alder before birch" });
    await expect(game).toContainText('<img src="https://example.org/x.png" onerror="alert(1)">');
    await expect(page.getByRole("article", { name: "big: birch before alder" })).toBeVisible();
    await game.getByText("The question").click();
    await expect(game.getByText("[user]")).toBeVisible();
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("matchup"));
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("matchup-dark"));
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await sideways(page)).toBe(0);
    await page.screenshot(shot("matchup-narrow"));
    await page.goBack();
    await expect(progress).toBeVisible();
    expect(await sideways(page)).toBe(0);
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("run-narrow"));
    expect(strangers).toEqual([]);
    expect(await page.title()).not.toBe("taken");
  } finally {
    view.child.kill();
    await ended(view.child);
  }
});

test("the files of a matchup are shown beside the names and enlarged together", async ({ page, folder }) => {
  const disc =
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><circle cx="45" cy="45" r="40"/></svg>';
  writeFileSync(join(folder, "disc.svg"), disc);
  const rows = [
    { id: "draw", prompt: "Draw a disc.", reference: "A disc.", attachments: ["disc.svg"] },
    { prompt_id: "draw", model: "alder", response: "Here.", attachments: ["disc.svg"] },
    { prompt_id: "draw", model: "birch", response: "A disc." },
  ];
  const files = rows.map((row, n) => {
    const file = join(folder, `row-${n}.jsonl`);
    writeFileSync(file, `${JSON.stringify(row)}\n`);
    return file;
  });
  arena(folder, "import", ...files);
  const tournament = join(folder, "files.yaml");
  writeFileSync(
    tournament,
    "name: files\nschedule: {type: all-pairs}\njudges:\n  - {name: chrf, type: metric, metric: chrf}\n",
  );
  arena(folder, "run", tournament);
  const view = await serving(folder, "view", "--port", "0");
  try {
    await page.goto(view.url);
    await page.getByRole("link", { name: /files/ }).first().click();
    await page.getByRole("link", { name: /draw/i }).first().click();
    await expect(page.getByRole("img", { name: "Image of the prompt" })).toBeVisible();
    await expect(page.getByRole("img", { name: "Image of response alder" })).toBeVisible();
    await expect(page.getByRole("article", { name: "birch" }).locator(".tile")).toHaveCount(0);
    await page.getByRole("button", { name: "Enlarge" }).click();
    const transforms = await page
      .locator(".tile img")
      .evaluateAll((images) => images.map((image) => (image as HTMLElement).style.transform));
    expect(transforms).toHaveLength(2);
    expect(new Set(transforms).size).toBe(1);
    expect(transforms[0]).toContain("scale(1.25)");
    expect(await violations(page)).toEqual([]);
    await page.screenshot(shot("run-files"));
    const missing = await page.goto(`${new URL(view.url).origin}/nowhere/at/all`);
    expect(missing?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "There is no page here" })).toBeVisible();
  } finally {
    view.child.kill();
    await ended(view.child);
  }
});
