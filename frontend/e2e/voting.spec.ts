import {
  ANSWERS,
  answer,
  battleText,
  expect,
  names,
  next,
  openBattle,
  openWindow,
  pane,
  ready,
  recordVotes,
  status,
  test,
} from "./arena";

test("a vote with the mouse reveals both names, and the next battle follows", async ({ page }) => {
  await openBattle(page);
  await expect(page.getByText("0 voted")).toBeVisible();
  await answer(page, "A is better").click();
  await expect(next(page)).toBeVisible();
  await expect(names(page)).toHaveCount(2);
  await expect(pane(page, "A")).toContainText("your choice");
  await expect(status(page)).toContainText("Vote 1 saved. A is better.");
  await expect(page.getByText("1 voted")).toBeVisible();
  for (const letter of ["A", "B"] as const) {
    await expect(pane(page, letter).locator(".identity-rating")).toHaveText(
      /^(rating [−\d.]+ \(([+−±][\d.]+|newly rated)\)|not rated yet)$/,
    );
  }
  await next(page).click();
  await ready(page);
  await expect(names(page)).toHaveCount(0);
});

test("every answer can be given", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  for (const name of ANSWERS) {
    await answer(page, name).click();
    await next(page).click();
    await ready(page);
  }
  const verdicts = votes.map((vote) => JSON.parse(vote.body).verdict);
  expect(verdicts).toEqual(["first", "tie", "both_bad", "second"]);
  expect(new Set(votes.map((vote) => vote.key)).size).toBe(4);
  for (const vote of votes) {
    const latency = JSON.parse(vote.body).latency_ms;
    expect(latency).toBeGreaterThanOrEqual(0);
    expect(latency).toBeLessThan(300_000);
  }
});

test("nothing on the page names a model before the vote", async ({ page, request }) => {
  const board = await (await request.get("/api/leaderboard")).json();
  const models: string[] = board.leaderboard.map((row: { model_name: string }) => row.model_name);
  expect(models.length).toBeGreaterThan(1);
  await openBattle(page);
  const frame = await page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const text of copy.querySelectorAll(".pane-body, .prompt-body")) {
      text.replaceChildren();
    }
    return copy.outerHTML + JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage });
  });
  for (const model of models) {
    expect(frame.split(/[^\w.-]+/)).not.toContain(model);
  }
});

test("both panes have the same width and type", async ({ page }) => {
  await openBattle(page);
  const looks = await page.locator(".pane-body").evaluateAll((bodies) =>
    bodies.map((body) => {
      const { fontSize, fontFamily, lineHeight, color } = getComputedStyle(body);
      return { fontSize, fontFamily, lineHeight, color, width: body.getBoundingClientRect().width };
    }),
  );
  expect(looks).toHaveLength(2);
  expect(looks[0]).toEqual(looks[1]);
});

test("a reload keeps the open battle", async ({ page }) => {
  await openBattle(page);
  const before = await battleText(page);
  await page.reload();
  await ready(page);
  expect(await battleText(page)).toEqual(before);
});

test("a double click is one vote", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await answer(page, "Tie").dblclick();
  await expect(next(page)).toBeVisible();
  expect(votes).toHaveLength(1);
  await expect(page.getByText("1 voted")).toBeVisible();
});

test("a skip asks for a reason, reveals nothing and opens another battle", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  const before = await battleText(page);
  await answer(page, "Skip").click();
  const dialog = page.getByRole("dialog", { name: "Skip this battle" });
  await dialog.getByRole("radio", { name: "Outside what I know" }).check();
  await dialog.getByRole("button", { name: "Skip this battle" }).click();
  await expect(status(page)).toHaveText("Battle skipped.");
  await ready(page);
  await expect.poll(() => battleText(page)).not.toEqual(before);
  expect(JSON.parse(votes[0]?.body ?? "")).toMatchObject({ verdict: "skip", reason: "Outside what I know" });
  await expect(names(page)).toHaveCount(0);
});

test("the last vote can be withdrawn, once, from the bar or the history", async ({ page }) => {
  await openBattle(page);
  await answer(page, "B is better").click();
  await page.getByRole("button", { name: "Withdraw" }).click();
  await expect(status(page)).toHaveText("Vote 1 withdrawn. It no longer counts.");
  await expect(page.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
  await next(page).click();
  await ready(page);
  await answer(page, "Tie").click();
  await next(page).click();
  await ready(page);
  await page.getByRole("button", { name: "History" }).click();
  const history = page.getByRole("dialog", { name: "Your votes in this session" });
  await expect(history.getByRole("listitem")).toHaveCount(2);
  await history.getByRole("button", { name: "Withdraw this vote" }).click();
  await expect(history.getByText("withdrawn")).toHaveCount(2);
  await page.keyboard.press("Escape");
  await expect(history).toHaveCount(0);
});

test("reasons and a comment go with the vote", async ({ page }) => {
  const votes = recordVotes(page);
  await openBattle(page);
  await openWindow(page, "r");
  const dialog = page.getByRole("dialog", { name: "Reasons for your vote" });
  await dialog.getByRole("button", { name: "clearer" }).click();
  await dialog.getByLabel("Comment").fill("a 1 b 2 s u");
  await page.keyboard.press("Control+Enter");
  await expect(dialog).toHaveCount(0);
  expect(votes).toHaveLength(0);
  await answer(page, "A is better").click();
  await expect(next(page)).toBeVisible();
  expect(JSON.parse(votes[0]?.body ?? "").reason).toBe("clearer – a 1 b 2 s u");
});

test("a battle voted on in another tab is refused with a clear word, and the way goes on", async ({
  page,
  context,
}) => {
  await openBattle(page);
  const other = await context.newPage();
  await openBattle(other);
  expect(await battleText(other)).toEqual(await battleText(page));
  await answer(page, "A is better").click();
  await expect(next(page)).toBeVisible();
  await answer(other, "B is better").click();
  await expect(other.getByRole("alert")).toContainText("This battle already has your vote");
  await expect(names(other)).toHaveCount(0);
  await next(other).click();
  await ready(other);
  await expect(other.getByText("1 voted")).toBeVisible();
});

test("raw text shows what was written", async ({ page }) => {
  await openBattle(page);
  const { responses } = await (await page.request.get("/api/battles/next")).json();
  await page.getByRole("button", { name: "Raw text" }).click();
  await expect(page.getByRole("button", { name: "Raw text" })).toHaveAttribute("aria-pressed", "true");
  const shown = page.locator(".pane-body").first().locator(".turn > .text-raw");
  await expect.poll(() => shown.allTextContents()).toEqual(responses[0].turns);
});
