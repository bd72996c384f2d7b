import { answer, expect, next, openBattle, test } from "./arena";

test("the table states ranks with ranges, ratings with intervals, and how they were made", async ({
  page,
}) => {
  await page.goto("/leaderboard");
  const table = page.getByRole("table").first();
  await expect(table.locator("caption")).toHaveText(
    /^.+ ratings, (\d[\d.]* % interval, .+|no interval), from [\d\s]+ votes?$/,
  );
  const rows = table.locator("tbody").getByRole("row");
  expect(await rows.count()).toBeGreaterThan(1);
  for (const row of await rows.all()) {
    const rating = (await row.locator(".cell-rating").innerText()).replaceAll("\n", " ");
    const badge = row.locator(".badge");
    if (rating.startsWith("–")) {
      await expect(badge).toHaveCount(1);
    } else {
      expect(rating).toMatch(/^−?[\d.]+ \((−[\d.]+ \/ \+[\d.]+|[−±][\d.]+ \/ [+±][\d.]+|no interval)\)$/);
    }
    expect(await row.locator(".cell-rank").innerText()).toMatch(/^(\d+ \(\d+(–\d+)?\)|\d+ \(–\)|–)$/);
    await expect(row.locator("svg.interval")).toHaveCount(1);
  }
});

test("the table follows a vote made elsewhere without losing focus or place", async ({
  page,
  anotherVoter,
}) => {
  await page.setViewportSize({ width: 900, height: 420 });
  await page.goto("/leaderboard");
  await expect(page.getByText("Live: follows every vote")).toBeVisible();
  const votes = async () =>
    Number(
      /from ([\d\s]+) vote/.exec(await page.locator("caption").first().innerText())?.[1]?.replace(/\D/g, ""),
    );
  const before = await votes();
  await page.getByRole("link", { name: "CSV" }).focus();
  const place = await page.evaluate(() => window.scrollY);

  const voter = await anotherVoter();
  await openBattle(voter);
  await answer(voter, "A is better").click();
  await expect(next(voter)).toBeVisible();

  await expect.poll(votes).toBeGreaterThan(before);
  await expect(page.getByRole("link", { name: "CSV" })).toBeFocused();
  expect(await page.evaluate(() => window.scrollY)).toBe(place);
});

test("filters and method live in the address", async ({ page }) => {
  await openBattle(page);
  await answer(page, "Tie").click();
  await expect(next(page)).toBeVisible();
  await page.goto("/leaderboard");
  const category = page.getByRole("combobox", { name: "Category" });
  const judges = page.getByRole("combobox", { name: "Judged by" });
  const method = page.getByRole("combobox", { name: "Method" });
  const choice = await category.locator("option").nth(1).getAttribute("value");
  await category.selectOption(choice);
  await expect(page).toHaveURL(new RegExp(`[?&]category=${choice}`));
  await judges.selectOption("human");
  await expect(page).toHaveURL(/judge_kind=human/);
  await method.selectOption("elo");
  await expect(page).toHaveURL(/method=elo/);
  await expect(page.locator("caption").first()).toContainText("Elo ratings");
  await page.reload();
  await expect(category).toHaveValue(choice ?? "");
  await expect(judges).toHaveValue("human");
  await expect(method).toHaveValue("elo");
  const csv = await page.getByRole("link", { name: "CSV" }).getAttribute("href");
  expect(csv).toBe(`/api/leaderboard?method=elo&category=${choice}&judge_kind=human&format=csv`);
  await page.goBack();
  await expect(method).not.toHaveValue("elo");
  await expect(page).not.toHaveURL(/method=elo/);
});

test("downloads are what the links say", async ({ page, request }) => {
  await page.goto("/leaderboard");
  for (const name of ["JSON", "CSV", "Markdown", "LaTeX", "HTML"]) {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    const response = await request.get(href ?? "");
    expect(`${name} ${response.status()}`).toBe(`${name} 200`);
    expect((await response.text()).length).toBeGreaterThan(0);
  }
});

test("navigation keeps the open battle and works with Back", async ({ page }) => {
  await openBattle(page);
  const before = await page.locator(".pane-body").allInnerTexts();
  await page.getByRole("link", { name: "Leaderboard" }).click();
  await expect(page.getByRole("heading", { name: "Leaderboard" })).toBeVisible();
  await expect(page).toHaveTitle("Leaderboard · Arena");
  await page.goBack();
  await expect(page).toHaveTitle("Vote · Arena");
  await expect(page.locator(".pane-body")).toHaveText(
    before.map((text) => new RegExp(escaped(text.slice(0, 40)))),
  );
});

test("a filter the server does not know is said so, with a way back", async ({ page }) => {
  await page.route("**/api/leaderboard?**", (route) =>
    route.fulfill({
      status: 400,
      json: { status: 400, code: "bad_request", message: "Unknown category 'x'.", details: {} },
    }),
  );
  await page.goto("/leaderboard?category=x");
  await expect(page.getByRole("alert")).toContainText("Unknown category 'x'.");
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(page.getByRole("table").first()).toBeVisible();
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s*");
}
