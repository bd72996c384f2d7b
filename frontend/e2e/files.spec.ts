import type { Page } from "@playwright/test";
import { answer, expect, next, pane, ready, test } from "./arena";
import { type FakeBattle, picture, serveBattles, tone } from "./floor";

const image = (body: Buffer | "missing") => [{ kind: "image" as const, type: "image/svg+xml", body }];

function pictures(second: Buffer | "missing" = picture("#36c")): FakeBattle {
  return {
    turns: ["Draw a disc."],
    responses: ["", ""],
    files: { 0: image(picture("#999")), 1: image(picture("#c33")), 2: image(second) },
  };
}

/** The policy as a server that serves files sends it. */
async function allowPlayers(page: Page): Promise<void> {
  await page.route("**/", async (route) => {
    const response = await route.fetch();
    const policy = response.headers()["content-security-policy"] ?? "";
    const media = policy.includes("media-src") ? policy : `${policy}; media-src 'self'`;
    await route.fulfill({
      response,
      headers: { ...response.headers(), "content-security-policy": media },
    });
  });
}

function transforms(page: Page): Promise<string[]> {
  return page
    .locator(".pane .tile img")
    .evaluateAll((images) => images.map((img) => (img as HTMLElement).style.transform));
}

test("no image is shown before every image is loaded, and no vote is possible", async ({ page }) => {
  await serveBattles(page, [pictures()]);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/media/2/0", async (route) => {
    await held;
    await route.fallback();
  });
  // The file that is held back may hold back the load event too.
  await page.goto("/", { waitUntil: "commit" });
  await expect(page.getByText("Loading files: 2 of 3.")).toBeVisible();
  expect(await page.locator("main img").count()).toBe(0);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByText("Loading files: 2 of 3.")).toBeVisible();
  release();
  await expect(page.getByRole("img", { name: "Image of response A" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Image of response B" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Image of the prompt" })).toBeVisible();
  await answer(page, "A is better").click();
  await expect(next(page)).toBeVisible();
});

test("a file that does not come hides all of them behind the same words, and the battle can be skipped", async ({
  page,
}) => {
  const floor = await serveBattles(page, [pictures("missing"), pictures()]);
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/battle-0/media/1/0", async (route) => {
    await held;
    await route.fallback();
  });
  await page.goto("/", { waitUntil: "commit" });
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("So that no response has an advantage, none is shown.");
  expect(await page.locator("main img").count()).toBe(0);
  // A file that comes after the failure changes nothing.
  const late = page.waitForEvent("requestfinished", (request) => request.url().endsWith("/media/1/0"));
  release();
  await late;
  await page.evaluate(async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
  }, "/api/battles/battle-0/media/1/0");
  await expect(alert).toContainText("So that no response has an advantage, none is shown.");
  await expect(page.getByText("Loading files")).toHaveCount(0);
  await page.keyboard.press("1");
  expect(floor.votes).toEqual([]);
  await page.getByRole("button", { name: "Skip this battle" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Skip this battle" }).click();
  await expect(page.getByRole("img", { name: "Image of response B" })).toBeVisible();
  expect(floor.votes[0]?.body).toMatchObject({ verdict: "skip" });
});

test("images stand in boxes of one size and are enlarged and moved together", async ({ page }) => {
  await serveBattles(page, [pictures()]);
  await page.goto("/");
  await ready(page);
  const sizes = await page
    .locator(".pane .tile")
    .evaluateAll((tiles) => tiles.map((tile) => [tile.clientWidth, tile.clientHeight].join(" ")));
  expect(new Set(sizes).size).toBe(1);
  await page.keyboard.press("+");
  const both = (scale: number) =>
    expect
      .poll(() => transforms(page))
      .toEqual(Array(2).fill(expect.stringMatching(new RegExp(`scale\\(${scale}\\)$`))));
  await both(1.25);
  await page.keyboard.press("-");
  await both(1);
  const tile = pane(page, "B").locator(".tile");
  await tile.hover();
  await page.mouse.wheel(0, -100);
  // A busy browser makes one turn of the wheel of two.
  await both(1.25);
  await page.mouse.wheel(0, -100);
  await both(1.5625);
  /** What both show once it is another than before. */
  const moved = async (before: string | undefined) => {
    await expect.poll(async () => new Set([before, ...(await transforms(page))]).size).toBe(2);
    await expect.poll(async () => (await transforms(page))[0]).not.toBe(before);
    return (await transforms(page))[0];
  };
  const enlarged = (await transforms(page))[0];
  await tile.focus();
  await page.keyboard.press("ArrowRight");
  const panned = await moved(enlarged);
  const box = await tile.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 80, (box?.y ?? 0) + 80);
  await page.mouse.down();
  await page.mouse.move((box?.x ?? 0) + 120, (box?.y ?? 0) + 100);
  await page.mouse.up();
  await moved(panned);
  await page.getByRole("button", { name: "Whole image" }).click();
  await expect.poll(() => transforms(page)).toEqual(Array(2).fill("translate(0%, 0%) scale(1)"));
  await expect(answer(page, "A is better")).toHaveAttribute("aria-disabled", "false");
});

test("sounds wait to be played, and one plays at a time", async ({ page }) => {
  await allowPlayers(page);
  const sound = (hertz: number) => [{ kind: "audio" as const, type: "audio/wav", body: tone(hertz) }];
  await serveBattles(page, [{ responses: ["", ""], files: { 1: sound(220), 2: sound(330) } }]);
  await page.goto("/");
  await ready(page);
  const players = page.locator("audio");
  await expect(players).toHaveCount(2);
  const paused = () => players.evaluateAll((all) => all.map((player) => (player as HTMLAudioElement).paused));
  expect(await paused()).toEqual([true, true]);
  await expect(pane(page, "B").locator("audio")).toHaveAttribute("aria-label", "Audio of response B");
  const play = (n: number) =>
    players.nth(n).evaluate((player) => {
      (player as HTMLAudioElement).loop = true;
      return (player as HTMLAudioElement).play();
    });
  await play(0);
  await expect.poll(paused).toEqual([false, true]);
  await play(1);
  await expect.poll(paused).toEqual([true, false]);
});
