import {
  answer,
  closeWindow,
  expect,
  next,
  openWindow,
  pane,
  ready,
  retryPressed,
  status,
  test,
} from "./arena";
import { refuse, SKY, STUDY, serveBattles, servePage, serveStudy } from "./floor";

const two = (changes: Record<string, unknown> = {}) => ({
  responses: SKY.slice(0, 2),
  study: { ...STUDY, ...changes },
});

test("from the list to the last vote by keyboard alone: a required question holds the vote back", async ({
  page,
}) => {
  const floor = await serveBattles(page, [two(), two()]);
  await serveStudy(page);
  await page.goto("/studies");
  await page.getByRole("link", { name: /Which explanation is better/ }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Guidelines" })).toBeVisible();
  await page.getByRole("button", { name: "begin" }).focus();
  await page.keyboard.press("Enter");
  await ready(page);
  // The button that had the focus is gone: the battle has it.
  await expect(page.locator("[data-start]")).toBeFocused();
  expect(floor.opened).toBe(1);
  await page.keyboard.press("ArrowLeft");
  await expect(status(page)).toHaveText("1 question needs an answer before your vote can be sent.");
  await expect(page.getByRole("radio", { name: "Facts" })).toBeFocused();
  expect(floor.votes).toEqual([]);
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await page.keyboard.type("b is short, a 1 b 2");
  await page.keyboard.press("Escape");
  await expect(pane(page, "A").locator(".pane-body")).toBeFocused();
  await page.keyboard.press("1");
  await expect(status(page)).toHaveText("Vote 1 saved. A is better.");
  await ready(page);
  expect(floor.votes[0]?.body).toMatchObject({
    verdict: "first",
    answers: { why: "facts", note: "b is short, a 1 b 2" },
  });
  await expect(next(page)).toHaveCount(0);
  await expect(page.getByText("1 of 2", { exact: true })).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByRole("radio", { name: "Facts" })).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("radio", { name: "Style" })).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(pane(page, "A").locator(".pane-body")).toBeFocused();
  await page.keyboard.press("t");
  await expect(page.getByRole("heading", { name: "That was the last one. Thank you!" })).toBeVisible();
  expect(floor.votes[1]?.body).toMatchObject({ verdict: "tie", answers: { why: "style" } });
});

test("guidelines are one key away, and open by themselves when they have changed", async ({ page }) => {
  await serveBattles(page, [two({ questions: [] }), two({ questions: [], guidelines_version: 2 })]);
  const study = await serveStudy(page);
  await page.goto("/s/summaries");
  await page.getByRole("button", { name: "begin" }).click();
  await ready(page);
  await openWindow(page, "g");
  const dialog = page.getByRole("dialog", { name: "Guidelines" });
  await expect(dialog).toContainText("Prefer what is true");
  await closeWindow(page);
  study.changes = { guidelines: { version: 2, text: "Now prefer what is *short*." } };
  await page.keyboard.press("1");
  await expect(dialog).toContainText("The guidelines have changed since you read them.");
  await expect(dialog).toContainText("Now prefer what is short.");
  await closeWindow(page);
  await page.reload();
  await ready(page);
  await expect(dialog).toHaveCount(0);
});

test("a reading time locks the answers, counts down and says when it is over", async ({ page }) => {
  const floor = await serveBattles(page, [two({ questions: [], min_reading_ms: 60_000, margin: true })]);
  await serveStudy(page);
  await page.clock.install();
  await page.goto("/s/summaries");
  await page.getByRole("button", { name: "begin" }).click();
  await expect(pane(page, "B")).toBeVisible();
  await expect(page.locator(".bar-wait")).toContainText(/voting opens in \d+ seconds/);
  await page.keyboard.press("Shift+ArrowLeft");
  await page.keyboard.press("ArrowRight");
  expect(floor.votes).toEqual([]);
  await page.clock.fastForward(60_000);
  await expect(status(page)).toHaveText("You can vote now.");
  await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(() => floor.votes.length).toBe(1);
  expect(floor.votes[0]?.body).toMatchObject({ verdict: "first", margin: 2 });
});

test("how much better is asked by button too", async ({ page }) => {
  const floor = await serveBattles(page, [two({ questions: [], margin: true, reveal: "vote" })]);
  await serveStudy(page);
  await page.goto("/s/summaries");
  await page.getByRole("button", { name: "begin" }).click();
  await page.getByRole("button", { name: "B is slightly better" }).click();
  await expect(next(page)).toBeVisible();
  expect(floor.votes[0]?.body).toMatchObject({ verdict: "second", margin: 1 });
});

for (const [state, words, voted] of [
  ["join", "This study is for people with an invitation."],
  ["paused", "Your votes are kept; come back later."],
  ["closed", "No more votes are taken."],
  ["quota_reached", "You have given as many votes as this study asks"],
  ["not_blind", "your votes would not be blind"],
  ["done", "You have voted on everything this study has for you.", 3],
  ["done", "This study has nothing to vote on for you at the moment.", 0],
] as const) {
  test(`a study that takes no vote says why: ${state}${voted === 0 ? ", and no vote was given" : ""}`, async ({
    page,
  }) => {
    const study = await serveStudy(page);
    study.changes = { may_vote: state, progress: { voted: voted ?? 0, remaining: 0, wanted: 3 } };
    await page.goto("/s/summaries");
    await expect(page.getByText(words)).toBeVisible();
    await expect(page.getByRole("button", { name: "begin" })).toHaveCount(0);
  });
}

test("a study that is paused between two votes says so, and a vote over the quota is not retried", async ({
  page,
}) => {
  await serveBattles(page, [two({ questions: [] })]);
  await serveStudy(page);
  await page.goto("/s/summaries");
  await page.getByRole("button", { name: "begin" }).click();
  await ready(page);
  let posts = 0;
  await page.route("**/votes", (route) => {
    posts += 1;
    return refuse(route, 429, "quota_reached");
  });
  await page.route("**/api/battles/next*", (route) => refuse(route, 409, "study_paused"));
  await answer(page, "Tie").click();
  await expect(page.getByRole("alert")).toContainText("as many votes as this study asks for");
  expect(posts).toBe(1);
  await next(page).click();
  await expect(page.getByRole("alert")).toContainText("This study is paused.");
});

test("an invitation is accepted by its button only, and leads to its study", async ({ page }) => {
  await serveStudy(page);
  await servePage(page, "**/join/*");
  const bodies: string[] = [];
  await page.route("**/api/join", (route) => {
    bodies.push(route.request().postData() ?? "");
    return bodies.length === 1
      ? refuse(route, 404, "unknown_invite", "There is no invitation.")
      : route.fulfill({ json: { role: "voter", study: "summaries" } });
  });
  await page.goto("/join/s3cret-word");
  await expect(page.getByRole("heading", { name: "You are invited" })).toBeVisible();
  expect(bodies).toEqual([]);
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("alert")).toContainText("There is no such invitation.");
  await page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(page.getByRole("heading", { name: "Which explanation is better?" })).toBeVisible();
  expect(bodies).toEqual(Array(2).fill('{"secret":"s3cret-word"}'));
  expect(page.url()).toMatch(/\/s\/summaries$/);
});

test("a code takes a voter to another device", async ({ page }) => {
  await servePage(page, "**/me");
  const claims: string[] = [];
  await page.route("**/api/me", (route) =>
    route.fulfill({ json: { voter: true, roles: [], floor: true, battles_page: false } }),
  );
  await page.route("**/api/me/codes", (route) =>
    route.fulfill({ json: { code: "K7M3-2QXA", expires_at: "2026-11-22T12:00:00Z" } }),
  );
  await page.route("**/api/me/claims", (route) => {
    claims.push(route.request().postData() ?? "");
    return route.fulfill({ json: {} });
  });
  await page.goto("/me");
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByText("K7M3-2QXA")).toBeVisible();
  await page.getByRole("textbox", { name: "Code" }).fill(" K7M3-2QXA ");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Done. You go on where you were.")).toBeVisible();
  expect(claims).toEqual(['{"code":"K7M3-2QXA"}']);
});

test("a vote that is not saved yet is saved before this browser becomes another voter", async ({ page }) => {
  await serveBattles(page, [{ responses: SKY.slice(0, 2) }, { responses: SKY.slice(0, 2) }]);
  await servePage(page, "**/me");
  const calls: string[] = [];
  let down = true;
  await page.route("**/api/battles/*/votes", (route) => {
    if (down) {
      return route.abort("connectionreset");
    }
    calls.push("vote");
    return route.fallback();
  });
  await page.route("**/api/me/claims", (route) => {
    calls.push("claim");
    return route.fulfill({ json: {} });
  });
  await page.goto("/");
  await ready(page);
  await page.keyboard.press("1");
  await expect(page.getByRole("alert")).toContainText("A is better");
  await page.goto("/me");
  await page.getByRole("textbox", { name: "Code" }).fill("K7M3-2QXA");
  await page.keyboard.press("Enter");
  await expect(page.locator("main").getByRole("alert")).toContainText("must be saved first");
  expect(calls).toEqual([]);
  down = false;
  await page.getByRole("textbox", { name: "Code" }).press("Enter");
  await expect(page.getByText("Done. You go on where you were.")).toBeVisible();
  expect(calls).toEqual(["vote", "claim"]);
});

test("unsaved votes of the floor and of a study wait side by side and are all sent", async ({ page }) => {
  await serveBattles(page, [{ responses: SKY.slice(0, 2) }, two({ questions: [] })]);
  await serveStudy(page);
  const sent: string[] = [];
  let retried = () => Promise.resolve(false);
  await page.route("**/votes", async (route) => {
    if (!(await retried())) {
      return route.abort("connectionreset");
    }
    sent.push(`${/battles\/([^/]+)/.exec(route.request().url())?.[1]} ${route.request().postData()}`);
    return route.fallback();
  });
  await page.goto("/");
  await ready(page);
  await page.keyboard.press("1");
  await expect(page.getByRole("alert")).toContainText("A is better");
  await page.route("**/api/battles/next?study=summaries", (route) =>
    route.fulfill({
      json: {
        battle: "battle-1",
        prompt: { turns: ["Why?"], category: null, language: "en" },
        responses: [
          { position: 1, content: "One." },
          { position: 2, content: "Two." },
        ],
        progress: { voted: 0, remaining: 1, wanted: 1 },
        study: { ...STUDY, questions: [] },
      },
    }),
  );
  await page.goto("/s/summaries");
  await page.getByRole("button", { name: "begin" }).click();
  await ready(page);
  await page.keyboard.press("2");
  await expect(page.getByRole("button", { name: "Saving…" })).toBeVisible();
  retried = await retryPressed(page);
  await page.getByRole("button", { name: "Retry now" }).click();
  await expect.poll(() => sent.length).toBe(2);
  expect(sent[0]).toContain('battle-0 {"verdict":"first"');
  expect(sent[1]).toContain('battle-1 {"verdict":"second"');
  await expect(page.getByRole("button", { name: "Retry now" })).toHaveCount(0);
});
