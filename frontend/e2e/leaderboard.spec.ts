import { answer, battleText, expect, next, openBattle, ready, test } from "./arena";

test("the table states ranks with ranges, ratings with intervals, and how they were made", async ({
  page,
}) => {
  await page.goto("/leaderboard");
  const table = page.getByRole("table").first();
  await expect(table.locator("caption")).toHaveText(
    /^.+ ratings, (\d[\d.]*\s% interval, .+|no interval), from [\d,]+ votes?$/,
  );
  const rows = table.locator("tbody").getByRole("row");
  await expect(rows.nth(1)).toBeVisible();
  for (const row of await rows.all()) {
    const rating = (await row.locator(".cell-rating").innerText()).replaceAll("\n", " ");
    if (rating.startsWith("–")) {
      expect(await row.locator(".badge").count()).toBeGreaterThan(0);
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
  // What comes later than the table must not be what moves the page.
  await expect(page.locator(".trust .check")).toHaveCount(11);
  await page.evaluate(() => document.fonts.ready);
  const votes = async () =>
    Number(
      /from ([\d,]+) vote/.exec(await page.locator("caption").first().innerText())?.[1]?.replace(/\D/g, ""),
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
  await expect(page.getByRole("link", { name: "CSV" })).toHaveAttribute(
    "href",
    `/api/leaderboard?method=elo&category=${choice}&judge_kind=human&format=csv`,
  );
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
  const before = await battleText(page);
  await page.getByRole("link", { name: "Leaderboard" }).click();
  await expect(page.getByRole("heading", { name: "Leaderboard" })).toBeVisible();
  await expect(page).toHaveTitle("Leaderboard · Arena");
  await page.goBack();
  await expect(page).toHaveTitle("Vote · Arena");
  await ready(page);
  expect(await battleText(page)).toEqual(before);
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

test("a switch shows what it changes, contestant by contestant, and the way back", async ({ page }) => {
  await page.goto("/leaderboard");
  await expect(page.getByRole("table").first()).toBeVisible();
  await expect(page.locator(".cell-change")).toHaveCount(0);
  await page.getByRole("group", { name: "Ties" }).getByRole("radio", { name: "Left out" }).check();
  await expect(page).toHaveURL(/[?&]ties=drop/);
  await expect(page.locator(".compared")).toContainText("Ties: Left out (Half a win each)");
  const { leaderboard } = await (await page.request.get("/api/leaderboard?ties=drop&compare=default")).json();
  const changes = page.locator("tbody .cell-change");
  await expect(changes).toHaveCount(leaderboard.length);
  const marks = { "1": "▲", "-1": "▼", "0": "=" } as const;
  for (const [index, row] of leaderboard.entries()) {
    if (Math.abs(row.rating_change ?? 0) > 1) {
      const sign = String(Math.sign(row.rating_change)) as keyof typeof marks;
      await expect(changes.nth(index)).toContainText(marks[sign]);
      const shown = /[+−]([\d.]+)/.exec((await changes.nth(index).textContent()) ?? "")?.[1];
      expect(Number(shown)).toBeCloseTo(Math.abs(row.rating_change), -1);
    }
  }
  await page.getByRole("button", { name: "Back to the default" }).click();
  await expect(page).toHaveURL(/\/leaderboard$/);
  await expect(page.locator(".cell-change")).toHaveCount(0);
});

test("every choice goes round through the address", async ({ page }) => {
  const { filters } = await (await page.request.get("/api/leaderboard")).json();
  const wanted: [string, string, string][] = [
    ["Category", "category", filters.categories[0]],
    ["Language", "language", filters.languages[0]],
    ["Judged by", "judge_kind", "metric"],
    ["Run", "run", filters.runs[0]?.id],
    ["Method", "method", "davidson"],
  ].filter((one): one is [string, string, string] => Boolean(one[2]));
  await page.goto("/leaderboard");
  for (const [label, name, value] of wanted) {
    await page.locator("main").getByRole("combobox", { name: label, exact: true }).selectOption(value);
    await expect(page).toHaveURL(new RegExp(`[?&]${name}=`));
  }
  for (const [group, choice, name] of [
    ["Position effect", "Off", "position"],
    ["Ties", "Left out", "ties"],
    ["Both bad", "Left out", "both_bad"],
  ] as const) {
    await page.getByRole("group", { name: group }).getByRole("radio", { name: choice }).check();
    await expect(page).toHaveURL(new RegExp(`[?&]${name}=`));
  }
  await page.getByLabel("From (day)").fill("2020-01-01");
  await page.getByLabel("Before (day)").fill("2099-01-01");
  await expect(page).toHaveURL(/since=2020-01-01&until=2099-01-01/);
  await page.reload();
  for (const [label, , value] of wanted) {
    await expect(page.locator("main").getByRole("combobox", { name: label, exact: true })).toHaveValue(value);
  }
  await expect(
    page.getByRole("group", { name: "Position effect" }).getByRole("radio", { name: "Off" }),
  ).toBeChecked();
  await expect(
    page.getByRole("group", { name: "Ties" }).getByRole("radio", { name: "Left out" }),
  ).toBeChecked();
  await expect(page.getByLabel("Before (day)")).toHaveValue("2099-01-01");
});

test("heads of columns sort by key, in the drawing only", async ({ page }) => {
  await page.goto("/leaderboard");
  const table = page.getByRole("table").first();
  const names = () => table.locator("tbody .model-link").allTextContents();
  await expect(table).toBeVisible();
  const served = await names();
  await table.getByRole("button", { name: "Model" }).focus();
  await page.keyboard.press("Enter");
  await expect(table.getByRole("columnheader", { name: "Model" })).toHaveAttribute("aria-sort", "ascending");
  await expect.poll(names).toEqual([...served].sort((a, b) => a.localeCompare(b)));
  await expect(page).toHaveURL(/sort=model/);
  await page.keyboard.press("Enter");
  await expect.poll(names).toEqual([...served].sort((a, b) => b.localeCompare(a)));
  await table.getByRole("button", { name: "Rank" }).click();
  await expect.poll(names).toEqual(served);
  await expect(page).toHaveURL(/\/leaderboard$/);
});

test("the trust panel says of each check whether it passed, failed or did not run", async ({ page }) => {
  await page.goto("/leaderboard");
  const panel = page.getByRole("region", { name: "Can this table be trusted?" });
  await expect(panel.locator(".check")).toHaveCount(11);
  const { checks } = await (await page.request.get("/api/leaderboard/trust")).json();
  const words: Record<string, string> = { passed: "Passed", failed: "Failed", not_run: "Not run" };
  const first = panel.locator(".check").first();
  await expect(first.locator(".check-state").first()).toContainText(words[checks[0].state] ?? "");
  await expect(first).toContainText(checks[0].summary);
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(first.locator(".check-body")).toContainText(checks[0].detail);
});
