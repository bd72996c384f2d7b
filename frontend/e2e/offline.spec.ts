import { answer, expect, names, next, openBattle, ready, recordVotes, retryPressed, test } from "./arena";

const BANNER = "Not saved yet – retrying.";

test("a vote cast offline is kept and sent once the line is back", async ({ page, context }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await context.setOffline(true);
  await answer(page, "A is better").click();
  await expect(page.getByRole("alert")).toContainText(BANNER);
  await expect(names(page)).toHaveCount(0);
  await expect(answer(page, "Tie")).toHaveAttribute("aria-disabled", "true");
  await answer(page, "Tie").click({ force: true });
  await context.setOffline(false);
  await expect(next(page)).toBeVisible();
  await expect(page.getByText(BANNER)).toHaveCount(0);
  await expect(names(page)).toHaveCount(2);
  expect(new Set(votes.map((vote) => `${vote.key} ${vote.url} ${vote.body}`)).size).toBe(1);
  await expect(page.getByText("1 voted")).toBeVisible();
});

test("an unsaved vote survives a reload and keeps its key", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  let retried = () => Promise.resolve(false);
  await page.route("**/votes", async (route) =>
    (await retried())
      ? route.continue()
      : route.fulfill({
          status: 503,
          json: { status: 503, code: "disk_full", message: "The disk is full.", details: {} },
        }),
  );
  await answer(page, "B is better").click();
  await expect(page.getByRole("alert")).toContainText(`${BANNER} Your decision (B is better)`);
  await expect(page.getByRole("alert")).toContainText("The disk is full.");
  await page.reload();
  await expect(page.getByRole("alert")).toContainText(BANNER);
  await expect(answer(page, "A is better")).toHaveAttribute("aria-disabled", "true");
  await expect(names(page)).toHaveCount(0);
  retried = await retryPressed(page);
  await page.getByRole("button", { name: "Retry now" }).click();
  await expect(next(page)).toBeVisible();
  await expect(names(page)).toHaveCount(2);
  expect(votes.length).toBeGreaterThanOrEqual(3);
  expect(new Set(votes.map((vote) => `${vote.key} ${vote.url} ${vote.body}`)).size).toBe(1);
});

test("an answer lost on the way back does not make a second vote", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  let lost = 0;
  await page.route("**/votes", async (route) => {
    if (lost++ === 0) {
      await route.fetch();
      await route.abort("connectionreset");
    } else {
      await route.continue();
    }
  });
  await answer(page, "Tie").click();
  await expect(next(page)).toBeVisible();
  expect(new Set(votes.map((vote) => `${vote.key} ${vote.body}`)).size).toBe(1);
  await expect(page.getByText("1 voted")).toBeVisible();
});

test("a server that cannot be reached is said so, and a retry opens the battle", async ({ page }) => {
  await page.route("**/api/battles/next", (route) => route.abort("connectionrefused"));
  await page.goto("/");
  await expect(page.getByRole("alert")).toContainText("The server cannot be reached.");
  await page.unroute("**/api/battles/next");
  await page.getByRole("button", { name: "Try again" }).click();
  await ready(page);
});

test("when no battle is left the page says so and points to the leaderboard", async ({ page }) => {
  await page.route("**/api/battles/next", (route) =>
    route.fulfill({
      status: 404,
      json: { status: 404, code: "no_battles", message: "None left.", details: {} },
    }),
  );
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "You have voted on everything there is" })).toBeVisible();
  await expect(page.getByRole("link", { name: "See the leaderboard" })).toBeVisible();
});
