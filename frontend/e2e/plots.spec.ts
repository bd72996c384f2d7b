import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { expect, inArabic, sideways, tabTo, test, violations } from "./reading";

test.use({ serverOf: "plots" });

const DRAWN = [
  "intervals",
  "win-fractions",
  "battle-counts",
  "predicted-observed",
  "rating-time",
  "rating-length",
];
const ALL = [...DRAWN, "rating-price", "position-effects", "style-effects", "agreement-accuracy"];

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`/plots${query}`);
  for (const name of ALL) {
    await expect(figure(page, name)).toBeVisible();
  }
  for (const name of DRAWN) {
    await expect(figure(page, name).locator("svg.chart-drawing")).toBeVisible();
  }
}

function figure(page: Page, name: string): Locator {
  return page.locator(`#${name}`);
}

test("every plot says its numbers mark by mark, and its table says the same", async ({ admin }) => {
  await open(admin);
  const board = await (await admin.request.get("/api/leaderboard")).json();
  const shown = figure(admin, "intervals");
  await shown.getByRole("button", { name: "Show the data" }).click();
  const rows = shown.getByRole("table").locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(board.leaderboard.length);
  const marks = await shown
    .locator("[data-mark]")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  const texts = await rows.allTextContents();
  for (const [index, row] of board.leaderboard.entries()) {
    expect(marks[index]).toContain(`${row.model_name}: `);
    const number = /: (−?[\d.]+)/.exec(marks[index] ?? "")?.[1] ?? "nothing";
    expect(Number(number.replace("−", "-"))).toBeCloseTo(row.rating, -1);
    expect(texts[index]).toContain(number);
  }

  const pairs = await (await admin.request.get("/api/leaderboard/pairs")).json();
  const fractions = figure(admin, "win-fractions");
  await fractions.getByRole("button", { name: "Show the data" }).click();
  await expect(fractions.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(
    pairs.pairs.length,
  );
  for (const pair of pairs.pairs.slice(0, 6)) {
    const mark = fractions.locator(`[aria-label^="${pair.model_name} against ${pair.opponent}: "]`);
    await expect(mark.locator("text")).toHaveText((pair.win_fraction * 100).toFixed(0));
  }
});

test("a plot is one stop of the Tab key, and arrows read it point by point", async ({ admin }) => {
  await open(admin);
  await tabTo(admin, (element) => element.hasAttribute("data-mark"));
  const shown = figure(admin, "intervals");
  const said = shown.locator(".chart-said");
  await expect(said).toContainText("rank 1");
  const first = (await said.textContent()) ?? "";
  await admin.keyboard.press("ArrowDown");
  await expect(said).not.toHaveText(first);
  await admin.keyboard.press("End");
  await expect(shown.locator("[data-mark]").last()).toBeFocused();
  await admin.keyboard.press("Home");
  await expect(said).toHaveText(first);
  await admin.keyboard.press("Tab");
  await expect(shown.getByRole("button", { name: "Show the data" })).toBeFocused();
  await admin.keyboard.press("Enter");
  await expect(shown.getByRole("table")).toBeVisible();
});

// A page each: Chromium lets one page save only ten files in quick succession.
for (const name of DRAWN) {
  test(`the picture of ${name} opens anywhere: SVG with its looks inside, PNG of the right size`, async ({
    admin,
  }) => {
    await open(admin, "?method=elo");
    const { revision } = await (await admin.request.get("/api/leaderboard")).json();
    const shown = figure(admin, name);
    const box = await shown.locator("svg.chart-drawing").evaluate((svg) => ({
      width: Number(svg.getAttribute("width")),
      height: Number(svg.getAttribute("height")),
    }));
    const save = async (kind: string) => {
      const waiting = admin.waitForEvent("download");
      await shown.getByRole("button", { name: new RegExp(`as ${kind}$`) }).click();
      const file = await waiting;
      expect(file.suggestedFilename()).toBe(`arena_${name}_method-elo_r${revision}.${kind.toLowerCase()}`);
      return readFileSync(await file.path());
    };
    const svg = (await save("SVG")).toString("utf8");
    const read = await admin.evaluate((text) => {
      const tree = new DOMParser().parseFromString(text, "image/svg+xml");
      return {
        fault: tree.querySelector("parsererror")?.textContent ?? null,
        root: tree.documentElement.nodeName,
      };
    }, svg);
    expect(read).toEqual({ fault: null, root: "svg" });
    expect(svg).not.toMatch(/ (class|style|tabindex|data-mark)=|var\(|oklab|color-mix|url\(/);
    expect(svg).toMatch(/fill="#[0-9a-f]{6}"/);
    const png = await save("PNG");
    expect([...png.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(png.readUInt32BE(16)).toBeGreaterThanOrEqual(2 * box.width);
    expect(png.readUInt32BE(20)).toBeGreaterThanOrEqual(2 * box.height);
    expect(png.length).toBeGreaterThan(4_000);
  });
}

test("filters of the plots live in the address and go along to the table", async ({ admin }) => {
  await open(admin, "?ties=drop&judge_kind=metric");
  await expect(admin.getByRole("combobox", { name: "Judged by" })).toHaveValue("metric");
  await admin
    .getByRole("navigation", { name: "Pages of the leaderboard" })
    .getByRole("link", { name: "Table" })
    .click();
  await expect(admin).toHaveURL(/\/leaderboard\?ties=drop&judge_kind=metric$/);
  await expect(admin.getByRole("radio", { name: "Left out" }).first()).toBeChecked();
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("plots and history have no accessibility fault, from 320 to 2560 points, in both directions", async ({
      admin,
    }) => {
      await open(admin);
      await figure(admin, "intervals").getByRole("button", { name: "Show the data" }).click();
      expect(await violations(admin)).toEqual([]);
      await admin.screenshot({ path: `test-results/shots/plots-${colorScheme}.png`, fullPage: true });
      for (const width of [320, 2560]) {
        await admin.setViewportSize({ width, height: 900 });
        expect(await sideways(admin)).toBe(0);
      }
      await inArabic(admin);
      expect(await violations(admin)).toEqual([]);
      const left = await figure(admin, "intervals")
        .locator("svg.chart-drawing")
        .evaluate((svg) => getComputedStyle(svg).direction);
      expect(left).toBe("ltr");
      await admin.screenshot({ path: `test-results/shots/plots-arabic-${colorScheme}.png`, fullPage: true });
      await admin.goto("/history");
      await expect(admin.locator("#rating-time svg.chart-drawing")).toBeVisible();
      expect(await violations(admin)).toEqual([]);
      await admin.setViewportSize({ width: 320, height: 900 });
      expect(await sideways(admin)).toBe(0);
    });
  });
}

test("history draws whom one chooses, and tells what changed", async ({ admin }) => {
  await admin.goto("/history");
  const drawing = admin.locator("#rating-time");
  await expect(drawing.locator("svg.chart-drawing")).toBeVisible();
  const lines = drawing.locator("svg.chart-drawing .line");
  const before = await lines.count();
  await drawing.getByRole("checkbox").first().uncheck();
  await expect(lines).toHaveCount(before - 1);
  await expect(admin.getByRole("heading", { name: "What changed" })).toBeVisible();
  await expect(admin.locator(".event").first()).toBeVisible();
  await admin.screenshot({ path: "test-results/shots/history.png", fullPage: true });
});
