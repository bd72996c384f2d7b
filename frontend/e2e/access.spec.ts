import { answer, closeWindow, expect, next, openBattle, openWindow, ready, test } from "./arena";
import { sideways, violations } from "./axe";

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("the voting page has no accessibility fault before or after the vote", async ({ page }) => {
      await openBattle(page);
      expect(await violations(page)).toEqual([]);
      await answer(page, "A is better").click();
      await expect(next(page)).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await next(page).click();
      await ready(page);
      await page.keyboard.press("v");
      expect(await violations(page)).toEqual([]);
    });

    test("neither have its windows", async ({ page }) => {
      await openBattle(page);
      await answer(page, "Tie").click();
      await next(page).click();
      await ready(page);
      for (const key of ["?", "h", "r", "s"]) {
        await openWindow(page, key);
        expect(await violations(page)).toEqual([]);
        await closeWindow(page);
      }
    });

    test("neither has an unsaved vote", async ({ page, context }) => {
      await openBattle(page);
      await context.setOffline(true);
      await answer(page, "A is better").click();
      await expect(page.getByRole("alert")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await context.setOffline(false);
      await expect(next(page)).toBeVisible();
    });

    test("neither has the leaderboard, wide or narrow", async ({ page }) => {
      await page.goto("/leaderboard");
      await expect(page.getByRole("table").first()).toBeVisible();
      await page.getByText("How these numbers were made").click();
      expect(await violations(page)).toEqual([]);
      await page.setViewportSize({ width: 360, height: 740 });
      expect(await violations(page)).toEqual([]);
    });
  });
}

test.describe("on a narrow phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("nothing scrolls sideways, and the answers stay in sight", async ({ page }) => {
    await openBattle(page);
    expect(await sideways(page)).toBe(0);
    for (const name of ["A is better", "Tie", "Both bad", "B is better", "Skip"] as const) {
      await expect(answer(page, name)).toBeInViewport({ ratio: 1 });
      const box = await answer(page, name).boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
    }
    const tops = await page
      .locator(".pane")
      .evaluateAll((panes) => panes.map((pane) => pane.getBoundingClientRect().top));
    expect(tops[1]).toBeGreaterThan(tops[0] ?? 0);
    for (const tool of ["Comment", "History", "Help"]) {
      await page.getByRole("button", { name: tool }).click();
      await expect(page.getByRole("dialog")).toBeInViewport({ ratio: 1 });
      expect(await sideways(page)).toBe(0);
      await closeWindow(page);
    }
    await answer(page, "B is better").click();
    await expect(next(page)).toBeInViewport({ ratio: 1 });
    expect(await sideways(page)).toBe(0);
    await page.goto("/leaderboard");
    await expect(page.getByRole("table").first()).toBeVisible();
    expect(await sideways(page)).toBe(0);
  });

  test("a swipe is no vote, and the label of a pane stays in sight", async ({ page }) => {
    await openBattle(page);
    await page.locator(".pane-body").nth(1).scrollIntoViewIfNeeded();
    await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
    const label = page.locator(".pane-head h2");
    const seen = await label.evaluateAll(
      (labels) => labels.filter((l) => l.getBoundingClientRect().top >= 0).length,
    );
    expect(seen).toBeGreaterThan(0);
    await expect(answer(page, "Tie")).toHaveAttribute("aria-disabled", "false");
  });
});
