import { answer, expect, next, openBattle, test } from "./arena";

/** Pictures for people to look at, kept in test-results/shots. */
function shot(name: string): { path: string } {
  return { path: `test-results/shots/${name}.png` };
}

const NARROW = { width: 360, height: 740 };

test("pictures of the voting page", async ({ page }) => {
  await openBattle(page);
  await page.screenshot(shot("voting-light"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot(shot("voting-dark"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  await page.screenshot(shot("voting-narrow"));
  await answer(page, "A is better").click();
  await expect(next(page)).toBeVisible();
  await page.screenshot(shot("reveal-narrow"));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.screenshot(shot("reveal"));
});

test("pictures of the leaderboard", async ({ page }) => {
  await page.goto("/leaderboard");
  await expect(page.getByText("Live: follows every vote")).toBeVisible();
  await expect(page.getByRole("table").first()).toBeVisible();
  await page.screenshot(shot("leaderboard"));
  await page.emulateMedia({ colorScheme: "dark" });
  await page.screenshot(shot("leaderboard-dark"));
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(NARROW);
  await page.screenshot(shot("leaderboard-narrow"));
});
