import type { Page } from "@playwright/test";
import { LANGUAGES } from "../src/i18n/language";
import { closeWindow, expect, names, next, pane, retryPressed, status, test } from "./arena";
import { SKY, serveBattles } from "./floor";

async function openRanking(page: Page, count: number): Promise<Awaited<ReturnType<typeof serveBattles>>> {
  const floor = await serveBattles(page, [
    { responses: SKY.slice(0, count) },
    { responses: SKY.slice(0, 3) },
  ]);
  await page.goto("/");
  await expect(pane(page, "A")).toBeVisible();
  return floor;
}

function strip(page: Page) {
  return page.getByRole("group", { name: "Ranking so far." });
}

function send(page: Page) {
  return page.getByRole("button", { name: "Send ranking" });
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

test("digits rank four responses one after the other, and Enter sends what they say", async ({ page }) => {
  const floor = await openRanking(page, 4);
  await press(page, "2");
  await expect(status(page)).toHaveText("A: rank 2.");
  await expect(pane(page, "B").locator(".pane-body")).toBeFocused();
  await press(page, "4", "1", "2");
  await expect(status(page)).toHaveText("D: rank 2, tied with A.");
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: C. 2: A and D. 4: B.");
  await press(page, "Enter");
  await expect(next(page)).toBeFocused();
  await expect(status(page)).toContainText("Vote 1 saved.");
  await expect(page.locator(".result-text")).toContainText("C > A = D > B");
  await expect(pane(page, "C")).toContainText("Rank 1");
  await expect(pane(page, "A").locator(".identity-facts")).toHaveText("organization Invented · licence MIT");
  await expect(status(page)).toContainText("A: organization Invented, licence MIT, rating 1000.0, down 1.0.");
  await expect(pane(page, "C").locator(".identity-facts")).toHaveCount(0);
  await expect(names(page)).toHaveCount(4);
  expect(floor.votes).toHaveLength(1);
  expect(floor.votes[0]?.body).toMatchObject({ ranks: [2, 4, 1, 2] });
  expect(floor.votes[0]?.body).not.toHaveProperty("verdict");
  await press(page, "Enter");
  await expect(pane(page, "C")).toBeVisible();
  await expect(pane(page, "D")).toHaveCount(0);
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. No rank: A, B, and C.");
});

test("arrows, Alt and arrows, equals, Backspace and undo change a ranking, and every step is said", async ({
  page,
}) => {
  const floor = await openRanking(page, 4);
  const said = async (text: string) => expect(status(page)).toHaveText(text);
  await press(page, "1", "2", "3", "4");
  await press(page, "ArrowLeft");
  await expect(pane(page, "C").locator(".pane-body")).toBeFocused();
  await press(page, "Alt+ArrowUp");
  await said("C: rank 2.");
  await press(page, "Alt+ArrowDown");
  await said("C: rank 3.");
  await press(page, "=");
  await said("C: rank 2, tied with B.");
  await press(page, "Backspace");
  await said("C has no rank.");
  await press(page, "Control+z");
  await said("Last step undone.");
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: A. 2: B and C. 4: D.");
  await press(page, "Delete", "ArrowRight", "1");
  await said("D: rank 1, tied with A.");
  await press(page, "Enter");
  await expect(next(page)).toBeVisible();
  expect(floor.votes.map((vote) => vote.body.ranks)).toEqual([[1, 3, null, 1]]);
});

test("Shift and a digit name the best alone; nothing to send is said; T and X end a battle at once", async ({
  page,
}) => {
  const floor = await openRanking(page, 8);
  await press(page, "Enter");
  await expect(status(page)).toContainText("No response has a rank yet.");
  await press(page, "Shift+Digit7");
  await expect(status(page)).toHaveText("G: rank 1.");
  await press(page, "Enter");
  await expect(next(page)).toBeVisible();
  expect(floor.votes[0]?.body.ranks).toEqual([null, null, null, null, null, null, 1, null]);
  await press(page, "n");
  await expect(pane(page, "C")).toBeVisible();
  await press(page, "x");
  await expect(next(page)).toBeVisible();
  expect(floor.votes[1]?.body).toMatchObject({ verdict: "both_bad" });
});

test("all with one rank is a tie", async ({ page }) => {
  const floor = await openRanking(page, 3);
  await press(page, "1", "1", "1", "Enter");
  await expect(next(page)).toBeVisible();
  expect(floor.votes[0]?.body).toMatchObject({ verdict: "tie" });
});

test("rank lists and buttons do what keys and dragging do", async ({ page }) => {
  const floor = await openRanking(page, 4);
  await page.getByRole("combobox", { name: "Rank of response B" }).selectOption("1");
  await page.getByRole("combobox", { name: "Rank of response A" }).selectOption("2");
  await page.getByRole("button", { name: "Move D up" }).click();
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: B. 2: A. 3: D. No rank: C.");
  await page.getByRole("button", { name: "Move D up" }).click();
  await page.getByRole("button", { name: "Tie A with the one above" }).click();
  await page.getByRole("button", { name: "Move B down" }).click();
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: A and D. 3: B. No rank: C.");
  await page.getByRole("combobox", { name: "Rank of response D" }).selectOption("–");
  await page.getByRole("button", { name: "Undo" }).click();
  await send(page).click();
  await expect(next(page)).toBeVisible();
  expect(floor.votes[0]?.body.ranks).toEqual([1, 3, null, 1]);
});

test("a response is dragged into the ranking, into a tie and out again, with the mouse", async ({ page }) => {
  await openRanking(page, 4);
  const drag = async (from: string, to: string) => {
    const start = await page.locator(from).boundingBox();
    await page.mouse.move((start?.x ?? 0) + 12, (start?.y ?? 0) + 12);
    await page.mouse.down();
    await page.mouse.move((start?.x ?? 0) + 30, (start?.y ?? 0) + 30);
    // Places to drop it may move when the drag begins.
    await expect(page.locator(".chip-ghost")).toBeVisible();
    const end = await page.locator(to).boundingBox();
    await page.mouse.move((end?.x ?? 0) + (end?.width ?? 0) / 2, (end?.y ?? 0) + (end?.height ?? 0) / 2);
    await page.mouse.up();
    await expect(page.locator(".chip-ghost")).toHaveCount(0);
  };
  const chip = (position: number) => `.strip-chip[data-drag="${position}"]`;
  await drag(chip(3), '[data-drop="before:0"]');
  await drag('.pane-head h2[data-drag="1"]', '[data-drop="before:1"]');
  await drag(chip(2), '[data-drop="into:0"]');
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: B and C. 3: A. No rank: D.");
  await drag(chip(3), '[data-drop="unranked"]');
  await expect(status(page)).toHaveText("C has no rank.");
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: B. 3: A. No rank: C and D.");
  const start = await page.locator(chip(2)).boundingBox();
  await page.mouse.move((start?.x ?? 0) + 10, (start?.y ?? 0) + 10);
  await page.mouse.down();
  await page.mouse.move(10, 400);
  await expect(page.locator(".chip-ghost")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: B. 3: A. No rank: C and D.");
});

test("a reload keeps a ranking that was begun, and an unsaved one is sent with the same key", async ({
  page,
}) => {
  const floor = await openRanking(page, 4);
  await press(page, "1", "2");
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: A. 2: B. No rank: C and D.");
  await page.reload();
  await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: A. 2: B. No rank: C and D.");
  const keys: string[] = [];
  let retried = () => Promise.resolve(false);
  await page.route("**/votes", async (route) => {
    keys.push(route.request().headers()["idempotency-key"] ?? "");
    return (await retried()) ? route.fallback() : route.abort("connectionreset");
  });
  await send(page).click();
  await expect(page.getByRole("alert")).toContainText("Not saved yet – retrying.");
  await expect(page.getByRole("alert")).toContainText("A > B");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText("A > B");
  await expect(send(page).or(page.getByRole("button", { name: "Saving…" }))).toHaveAttribute(
    "aria-disabled",
    "true",
  );
  retried = await retryPressed(page);
  await page.getByRole("button", { name: "Retry now" }).click();
  await expect(next(page)).toBeVisible();
  expect(new Set(keys).size).toBe(1);
  expect(floor.votes.map(({ key, body }) => [key, body.ranks])).toEqual([[keys[0], [1, 2, null, null]]]);
});

test("two responses are compared word by word, whichever two", async ({ page }) => {
  await openRanking(page, 3);
  await press(page, "d");
  const dialog = page.getByRole("dialog", { name: "Differences between two responses" });
  await expect(dialog.locator("mark").first()).toBeVisible();
  await dialog.getByRole("combobox").nth(1).selectOption("C");
  await expect(dialog.getByRole("region", { name: "Response C" })).toContainText("Rayleigh");
  await expect
    .poll(() => dialog.getByRole("region", { name: "Response C" }).locator(".diff-text").textContent())
    .toBe(SKY[2]);
  await closeWindow(page);
});

for (const language of LANGUAGES) {
  test(`on the smallest phone and at 400 % the bar leaves room for what is ranked: ${language}`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript((spoken) => localStorage.setItem("arena.language", spoken), language);
    await serveBattles(page, [{ responses: SKY.slice(0, 7) }]);
    await page.goto("/");
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      return { x: 0, y: 0, width: 0, height: 0, ...found };
    };
    await expect(page.locator(".strip-gap-wide")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    const hint = await box(".strip-gap-wide");
    const words = await box(".strip-gap-wide span");
    expect(words.x).toBeGreaterThanOrEqual(hint.x);
    expect(words.width).toBeLessThanOrEqual(hint.width);
    expect(hint.height).toBeLessThanOrEqual(56);
    expect((await box(".strip-rest")).y).toBeGreaterThanOrEqual(hint.y + hint.height);
    expect((await box(".bar")).height).toBeLessThanOrEqual(290);
    await page.setViewportSize({ width: 320, height: 256 });
    await page.evaluate(() => document.querySelector(".pane .pane-body")?.scrollIntoView());
    expect((await box(".bar")).y).toBeGreaterThanOrEqual(256);
    await page.keyboard.press("1");
    await expect(page.locator(".strip-rank")).toHaveText("1");
    // Nothing that is sent stays out of reach.
    await page.locator(".rank-bar .vote-first").click();
    await expect(page.locator(".result-next")).toBeVisible();
  });
}

test.describe("by touch", () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });

  test("a swipe ranks nothing, a chip is dragged by finger, and taps send", async ({ page, context }) => {
    const floor = await openRanking(page, 4);
    const devtools = await context.newCDPSession(page);
    const touch = async (from: { x: number; y: number }, to: { x: number; y: number }) => {
      const step = (n: number) => ({
        x: from.x + ((to.x - from.x) * n) / 10,
        y: from.y + ((to.y - from.y) * n) / 10,
      });
      await devtools.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [step(0)] });
      for (let n = 1; n <= 10; n++) {
        await devtools.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [step(n)] });
      }
      await devtools.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    };
    const middle = async (selector: string) => {
      const box = await page.locator(selector).boundingBox();
      return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + (box?.height ?? 0) / 2 };
    };
    await touch({ x: 340, y: 420 }, { x: 40, y: 420 });
    await touch({ x: 40, y: 420 }, { x: 340, y: 420 });
    await expect(strip(page)).toHaveAccessibleName("Ranking so far. No rank: A, B, C, and D.");
    await touch(await middle('.strip-chip[data-drag="2"]'), await middle('[data-drop="before:0"]'));
    await expect(strip(page)).toHaveAccessibleName("Ranking so far. 1: B. No rank: A, C, and D.");
    // The browser swallows a tap while it takes the fingers' last stroke for a fling.
    await expect(async () => {
      await page.getByRole("button", { name: "Move A up" }).tap();
      await expect(status(page)).toHaveText("A: rank 2.", { timeout: 500 });
    }).toPass();
    await send(page).tap();
    await expect(next(page)).toBeVisible();
    expect(floor.votes[0]?.body.ranks).toEqual([2, 1, null, null]);
  });
});
