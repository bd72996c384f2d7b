/** Nothing scrolls sideways: every kind of page in every language on the smallest phone, and with names of any length. */
import type { Page } from "@playwright/test";
import { LANGUAGES, type Language } from "../src/i18n/language";
import { SKY, STUDY, serveBattles, serveStudy } from "./floor";
import { expect, sideways, test } from "./reading";

test.use({ serverOf: "narrow" });

const LONG = "contestant-of-two-hundred-letters".padEnd(200, "x");
const SHORT = "meandra";

/** Every kind of reading page, with the first battle and run that the server has. */
async function addresses(page: Page): Promise<string[]> {
  const board = await (await page.request.get("/api/leaderboard")).json();
  const battles = await (await page.request.get("/api/battles")).json();
  const run = encodeURIComponent(board.filters.runs[0].id);
  const matchups = await (await page.request.get(`/api/runs/${run}/matchups`)).json();
  return [
    "/leaderboard",
    "/leaderboard?style=all",
    "/plots",
    "/history",
    "/snapshots",
    "/battles",
    `/battles/${encodeURIComponent(battles.battles[0].id)}`,
    "/contestants",
    `/contestants/${SHORT}`,
    "/runs",
    `/runs/${run}`,
    `/runs/${run}?matchup=${encodeURIComponent(matchups.matchups[0].key)}`,
    "/studies",
    "/me",
    "/admin",
    "/admin/import",
    "/admin/quality",
  ];
}

/** How far each address scrolls sideways in each of the languages once it stands; only those that do. */
async function wide(page: Page, paths: readonly string[], languages: readonly Language[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await expect(page.locator("main h1").first(), path).toBeAttached();
    await expect(page.locator("main .loading, main[aria-busy=true]"), path).toHaveCount(0);
    for (const language of languages) {
      await page.locator(".site-choices select").first().selectOption(language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      const pixels = await sideways(page);
      if (pixels > 0) {
        found.push(`${path} in ${language} by ${pixels}: ${await culprits(page)}`);
      }
    }
  }
  return found;
}

/** What stands out of the page and is not inside a box that scrolls by itself. */
async function culprits(page: Page): Promise<string> {
  return page.evaluate(() => {
    const right = document.documentElement.clientWidth;
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      if (box.width === 0 || (box.right <= right + 1 && box.left >= -1)) {
        return false;
      }
      for (let one = element.parentElement; one; one = one.parentElement) {
        if (getComputedStyle(one).overflowX !== "visible") {
          return false;
        }
      }
      return true;
    });
    return out
      .slice(0, 4)
      .map((element) => `${element.tagName}.${element.getAttribute("class")}`)
      .join(" ");
  });
}

test("at 320 pixels no page scrolls sideways in any language", async ({ admin: page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await wide(page, await addresses(page), LANGUAGES)).toEqual([]);
});

for (const language of LANGUAGES) {
  test(`at 320 pixels no battle scrolls sideways, before the vote and after: ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript((spoken) => localStorage.setItem("arena.language", spoken), language);
    await serveBattles(page, [
      { responses: SKY.slice(0, 2) },
      { responses: SKY.slice(0, 4) },
      { responses: SKY.slice(0, 2), study: { ...STUDY, margin: true } },
    ]);
    await serveStudy(page);
    await page.goto("/");
    for (const vote of ["1", null]) {
      await expect(page.locator(".vote").first()).toBeVisible();
      expect(await sideways(page), await culprits(page)).toBe(0);
      const cut = await page
        .locator(".vote")
        .evaluateAll((all) => all.filter((vote) => vote.scrollWidth > vote.clientWidth + 1).length);
      expect(cut).toBe(0);
      const skip = await page.locator(".bar button").last().boundingBox();
      expect((skip?.x ?? 0) + (skip?.width ?? 999)).toBeLessThanOrEqual(320);
      if (vote) {
        await expect(page.locator(".vote").first()).toHaveAttribute("aria-disabled", "false");
        await page.keyboard.press(vote);
        await expect(page.locator(".result-next")).toBeVisible();
        expect(await sideways(page), await culprits(page)).toBe(0);
        await page.keyboard.press("Enter");
      }
    }
    await page.goto("/s/summaries");
    await expect(page.locator(".study-guidelines")).toBeVisible();
    expect(await sideways(page), await culprits(page)).toBe(0);
  });
}

for (const width of [320, 1280]) {
  test(`a name of 200 letters keeps its place at ${width} pixels`, async ({ admin: page }) => {
    await page.setViewportSize({ width, height: 800 });
    const paths = await addresses(page);
    await page.route("**/api/**", async (route) => {
      const request = route.request();
      if (request.method() !== "GET" || request.url().includes("/events")) {
        return route.fallback();
      }
      const answer = await route.fetch({ url: request.url().replaceAll(LONG, SHORT) });
      const type = answer.headers()["content-type"] ?? "";
      return type.includes("json")
        ? route.fulfill({
            response: answer,
            body: (await answer.text()).replaceAll(`"${SHORT}"`, `"${LONG}"`),
          })
        : route.fulfill({ response: answer });
    });
    expect(await wide(page, paths, ["en"])).toEqual([]);
    await page.goto(paths.find((path) => path.startsWith("/battles/")) ?? "");
    const cards = page.locator(".side-by-side > article, .judge");
    await expect(cards.first()).toBeVisible();
    const over = await cards.evaluateAll((all) =>
      all.flatMap((card) => (card.scrollWidth > card.clientWidth ? [card.textContent?.slice(0, 40)] : [])),
    );
    expect(over).toEqual([]);
    await page.unrouteAll({ behavior: "ignoreErrors" });
  });
}
