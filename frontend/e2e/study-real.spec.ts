/** A study from its creation to its end, on the real server: nothing here is answered by the test itself. */
import { readFileSync } from "node:fs";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import { expect, inArabic, type Server, sideways, test, violations } from "./reading";

test.use({ serverOf: "study-real" });

const shot = (name: string) => ({ path: `test-results/shots/${name}.png`, fullPage: true });

/** A browser of somebody else. */
async function another(browser: Browser, server: Server): Promise<{ page: Page; context: BrowserContext }> {
  const context = await browser.newContext({ baseURL: server.url, locale: "en-GB" });
  return { page: await context.newPage(), context };
}

function pane(page: Page, letter: string) {
  return page.getByRole("region", { name: `Response ${letter}` });
}

function status(page: Page) {
  return page.locator("#app > [role=status]");
}

/** Opens a form's study of four responses, as an administrator does; where it leads is the study's page. */
async function createStudy(admin: Page, key: string, name: string): Promise<void> {
  await admin.goto("/admin/studies");
  await admin.getByRole("link", { name: "New study" }).click();
  await admin.getByLabel("Name", { exact: true }).fill(name);
  await admin.getByLabel("Key", { exact: true }).fill(key);
  await admin.getByLabel("Guidelines (Markdown)").fill("Read **all four**. Facts come before style.");
  await admin.getByLabel("Responses in a battle").fill("4");
  await admin.getByRole("button", { name: "Add a question" }).click();
  const question = admin.getByRole("group", { name: "Question 1" });
  await question.getByLabel("Question", { exact: true }).fill("What decided?");
  await question.getByLabel(/^Answers, one a line/).fill("facts: Facts\nstyle: Style");
  await question.getByLabel("Must be answered").check();
  await admin.getByRole("button", { name: "Create the study" }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(admin).toHaveURL(new RegExp(`/admin/studies/${key}$`));
}

/** Makes a link for voters and reads it from the page. */
async function invite(admin: Page, label: string, uses: string): Promise<string> {
  await admin.getByLabel("For whom").fill(label);
  await admin.getByLabel("People who may use it").fill(uses);
  await admin.getByRole("button", { name: "Make a link" }).click();
  const link = admin.locator(".new-link code");
  await expect(link).toContainText("/join/");
  return (await link.textContent()) ?? "";
}

/** Ranks four responses by digits, answers the question, and sends. */
async function rankByKeyboard(page: Page, digits: string): Promise<void> {
  await expect(pane(page, "D").locator(".text").first()).toBeVisible();
  for (const digit of digits) {
    await page.keyboard.press(digit);
  }
  await expect(page.getByRole("button", { name: "Send ranking" })).toHaveAttribute("aria-disabled", "false");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("radio", { name: "Facts" })).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Enter");
}

test("a study of four from its creation to its end, over three browsers", async ({
  admin,
  browser,
  server,
}) => {
  await createStudy(admin, "skies", "Which sky is bluest?");
  await expect(admin.getByRole("heading", { name: "State: Draft" })).toBeVisible();
  await admin.getByRole("button", { name: "Open", exact: true }).click();
  await expect(admin.getByRole("heading", { name: "State: Open" })).toBeVisible();
  const warnings = admin.getByRole("region", { name: "Worth your attention" });
  await expect(warnings).toContainText("The study never reveals names, but the open floor asks");
  await expect(warnings).toContainText("arena serve --floor off");
  expect(await violations(admin)).toEqual([]);
  const link = await invite(admin, "The first reader", "1");

  const first = await another(browser, server);
  await first.page.goto(link);
  await first.page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(first.page.getByRole("heading", { level: 1, name: "Which sky is bluest?" })).toBeVisible();
  await expect(first.page.locator(".study-guidelines strong")).toHaveText("all four");
  await first.page.screenshot(shot("real-study-landing"));
  await first.page.getByRole("button", { name: "begin" }).focus();
  await first.page.keyboard.press("Enter");
  await rankByKeyboard(first.page, "2413");
  await expect(status(first.page)).toContainText("Vote 1 saved.");
  await expect(first.page.locator(".identity-name")).toHaveCount(0);
  await expect(first.page.getByText("1 of 40", { exact: true })).toBeVisible();
  await expect(pane(first.page, "D")).toBeVisible();

  // The link is used up, and whoever may vote sees no response beside a name.
  const late = await another(browser, server);
  await late.page.goto(link);
  await late.page.getByRole("button", { name: "Accept the invitation" }).click();
  await expect(late.page.getByRole("alert")).toBeVisible();
  await late.context.close();
  await first.page.goto("/battles");
  await expect(first.page.getByRole("heading", { name: "Closed while people vote" })).toBeVisible();

  // Pause for today, and go on elsewhere.
  await first.page.goto("/");
  await expect(pane(first.page, "B")).toBeVisible();
  await first.page.getByRole("link", { name: "Your votes and devices" }).click();
  await first.page.getByRole("button", { name: "Make a code" }).click();
  await expect(first.page.locator(".me-code code")).toHaveText(/\S/);
  const code = (await first.page.locator(".me-code code").textContent()) ?? "";
  const saving = first.page.waitForEvent("download");
  await first.page.getByRole("link", { name: "Download my data" }).click();
  const file = await saving;
  expect(file.suggestedFilename()).toBe("arena-my-data.json");
  const data = JSON.parse(readFileSync(await file.path(), "utf8"));
  expect(data.battles.map(({ votes }: { votes: unknown[] }) => votes.length)).toEqual([1, 0, 0]);
  expect(Object.values(data.battles[0].votes[0].answers)).toEqual(["facts"]);
  const phone = await another(browser, server);
  await phone.page.setViewportSize({ width: 360, height: 740 });
  await phone.page.goto("/me");
  await phone.page.getByRole("textbox", { name: "Code" }).fill(code);
  await phone.page.keyboard.press("Enter");
  await expect(phone.page.getByText("Done. You go on where you were.")).toBeVisible();
  await phone.page.goto("/s/skies");
  await expect(phone.page.getByText("1 of 40")).toBeVisible();
  await phone.page.getByRole("button", { name: "Go on" }).click();
  await rankByKeyboard(phone.page, "1122");
  await expect(status(phone.page)).toContainText("saved.");
  await expect(phone.page.getByText("2 of 40", { exact: true })).toBeVisible();
  await expect(pane(phone.page, "D")).toBeVisible();
  await phone.page.goto("/me");
  const own = phone.page.getByRole("region", { name: "Your votes" }).getByRole("listitem");
  await expect(own).toHaveCount(2);
  await expect(own.nth(0)).toContainText("A = B > C = D");
  await expect(own.nth(1)).toContainText("C > A > D > B");
  await expect(own.nth(1).getByRole("link", { name: "skies" })).toBeVisible();
  await expect(phone.page.getByRole("region", { name: "Your leaderboard" })).toContainText(
    "only where it is not shown who wrote what",
  );
  expect(await violations(phone.page)).toEqual([]);
  await phone.page.screenshot(shot("me-votes"));
  await phone.page.goto("/s/skies");

  // The administrator's numbers follow without a reload.
  await expect(admin.getByRole("table", { name: "Voters" }).locator("tbody").getByRole("row")).toHaveCount(1);
  await expect(
    admin
      .locator(".facts > div")
      .filter({ has: admin.getByText("Votes", { exact: true }) })
      .locator("dd"),
  ).toHaveText("2");
  const covered = admin.getByRole("table", { name: "How many matchups have their votes" });
  await expect(covered.getByRole("row").nth(1).getByRole("cell").first()).toHaveText("2");
  await expect(admin.locator(".invites tbody").getByRole("row").first()).toContainText("1 of 1");
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("admin-study"));

  await admin.getByLabel("Reason, for the record").fill("lunch");
  await admin.getByRole("button", { name: "Pause" }).click();
  await expect(admin.getByRole("heading", { name: "State: Paused" })).toBeVisible();
  await phone.page.goto("/s/skies");
  await expect(phone.page.getByText("Your votes are kept; come back later.")).toBeVisible();
  await admin.getByRole("button", { name: "Open", exact: true }).click();
  await expect(admin.getByRole("heading", { name: "State: Open" })).toBeVisible();
  await phone.page.reload();
  await expect(pane(phone.page, "D")).toBeVisible();

  await admin.getByRole("button", { name: "Close", exact: true }).click();
  await expect(admin.getByText("A closed study cannot be opened again.")).toBeVisible();
  await admin.getByRole("button", { name: "Yes, close it for good" }).click();
  await expect(admin.getByRole("heading", { name: "State: Closed" })).toBeVisible();
  await admin.getByText("How it came to be so").click();
  await expect(admin.getByText("lunch")).toBeVisible();
  await rankByKeyboard(phone.page, "1234");
  await expect(phone.page.getByRole("alert")).toContainText("closed");
  await phone.page.goto("/studies");
  await expect(phone.page.getByRole("link", { name: /Which sky is bluest/ })).toContainText("Closed");
  await phone.context.close();
  await first.context.close();
});

test("a study's settings that cannot be are refused with the field, and a change is a new version", async ({
  admin,
}) => {
  await createStudy(admin, "versions", "Versions of a study");
  await admin.getByText("Change the settings").click();
  await admin.getByLabel("Guidelines (Markdown)").fill("Now read *slowly*.");
  await admin.getByRole("button", { name: "Save as a new version" }).click();
  await expect(admin.getByText("Saved as version 2.")).toBeVisible();
  await expect(admin.getByText("Version 2 holds now.")).toBeVisible();
  await admin.goto("/admin/studies/new");
  await admin.getByLabel("Name", { exact: true }).fill("Wrong");
  await admin.getByText("All settings as text").click();
  const text = admin.getByLabel(/^JSON/);
  await text.fill((await text.inputValue()).replace('"k": 2', '"k": 2, "colour": "blue"'));
  await admin.getByRole("button", { name: "Create the study" }).click();
  await expect(admin.getByRole("alert")).toContainText("colour");
  expect(await violations(admin)).toEqual([]);
});

test("an import is looked at first: bad rows are shown, and left out when asked", async ({ admin }) => {
  await admin.goto("/admin/import");
  const rows = [
    '{"prompt_id":"moon-1","prompt":"Why does the moon follow me?","model":"tersk","response":"It is far away."}',
    '{"prompt_id":"moon-1","prompt":"Why does the moon follow me?","response":"No name."}',
    '{"prompt_id":"moon-1","prompt":"Why does the moon follow me?","model":"quillow","response":"Parallax."}',
    '{"prompt_id":"moon-1","prompt":"Why does the moon follow me?","model":"meandra"}',
  ];
  await admin.getByLabel("File", { exact: true }).setInputFiles({
    name: "moon.jsonl",
    mimeType: "application/octet-stream",
    buffer: Buffer.from(`${rows.join("\n")}\n`),
  });
  const now = admin.getByRole("button", { name: "Import", exact: true });
  await expect(now).toHaveAttribute("aria-disabled", "true");
  await admin.getByRole("button", { name: "Look first" }).click();
  await expect(admin.getByText("2 rows have a problem.")).toBeVisible();
  const problems = admin.getByRole("table", { name: "Rows with problems" }).locator("tbody").getByRole("row");
  await expect(problems).toHaveCount(2);
  await expect(problems.nth(0).getByRole("cell").first()).toHaveText("2");
  await expect(problems.nth(0)).toContainText("model");
  await expect(problems.nth(1).getByRole("cell").first()).toHaveText("4");
  await expect(problems.nth(1)).toContainText("response");
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("admin-import"));
  await expect(now).toHaveAttribute("aria-disabled", "true");
  await admin.getByLabel("Leave invalid rows out").check();
  await now.click();
  await expect(admin.getByRole("heading", { name: "Imported" })).toBeVisible();
  await expect(
    admin
      .locator(".facts > div")
      .filter({ hasText: /new responses/i })
      .locator("dd"),
  ).toHaveText("2");
});

test("quality: signals are read, a decision is stored, and the leaderboard counts what it leaves out", async ({
  admin,
  browser,
  server,
}) => {
  const voter = await another(browser, server);
  // As quick on a slow machine and with the shortest texts as on a quick one.
  await voter.page.route("**/votes", (route) =>
    route.continue({
      postData: JSON.stringify({ ...JSON.parse(route.request().postData() ?? "{}"), latency_ms: 100 }),
    }),
  );
  await voter.page.goto("/");
  for (let vote = 1; vote <= 12; vote++) {
    await expect(voter.page.getByRole("button", { name: "A is better", exact: true })).toHaveAttribute(
      "aria-disabled",
      "false",
    );
    await voter.page.keyboard.press("1");
    await expect(voter.page.getByText(`${vote} voted`)).toBeVisible();
    await voter.page.getByRole("button", { name: "Next battle" }).click();
  }
  await voter.context.close();
  await admin.goto("/admin/quality");
  const table = admin.getByRole("table", { name: "Voters and what the checks say" });
  const row = table.getByRole("row").filter({ has: admin.getByRole("cell", { name: "12", exact: true }) });
  await expect(row).toContainText("suspect");
  expect(await violations(admin)).toEqual([]);
  await row.getByRole("button").click();
  await expect(admin.getByRole("heading", { level: 2 })).toBeFocused();
  const found = admin.getByRole("table", { name: "What each check found" });
  await expect(found.getByRole("row").filter({ hasText: "Faster than reading" })).toContainText(
    "12 of 12 votes came sooner than the responses can be read.",
  );
  await expect(found.getByRole("row").filter({ hasText: "Known answers" })).toContainText("unknown");
  await admin.screenshot(shot("admin-quality"));
  expect(await violations(admin)).toEqual([]);
  const reason = admin.getByLabel("Reason, one word");
  await reason.fill("Not a word!");
  await admin.getByRole("button", { name: "Store the decision" }).click();
  expect(await reason.evaluate((input: HTMLInputElement) => input.validity.patternMismatch)).toBe(true);
  await reason.fill("hasty");
  await admin.getByRole("button", { name: "Store the decision" }).click();
  await expect(admin.getByText("Stored. The leaderboard counts accordingly from now on.")).toBeVisible();
  await expect(row).toContainText("Votes left out · hasty");
  const board = await (await admin.request.get("/api/leaderboard")).json();
  expect(board.excluded.voter_hasty).toBe(12);
  await admin.getByRole("button", { name: "Show what the decisions change" }).click();
  await expect(admin.getByRole("table", { name: "What the decisions change" })).toContainText("tersk");
  await admin.getByRole("radio", { name: "Let them count less" }).check();
  await admin.getByLabel("Weight of each vote").fill("0.25");
  await admin.getByRole("button", { name: "Store the decision" }).click();
  await expect(row).toContainText("Votes count 0.25 · hasty");
  await admin.getByRole("radio", { name: "Let them count again" }).check();
  await admin.getByRole("button", { name: "Store the decision" }).click();
  await expect(row).toContainText("Votes count again · hasty");
});

test("a voter's own leaderboard comes with the twentieth vote: no fault, on a phone, from right to left", async ({
  browser,
  server,
}) => {
  const { page, context } = await another(browser, server);
  const vote = async (number: number) => {
    const { battle } = await (await page.request.get("/api/battles/next")).json();
    const stored = await page.request.post(`/api/battles/${battle}/votes`, {
      headers: { "Idempotency-Key": `own-${number}` },
      data: { verdict: ["first", "tie", "second", "both_bad"][number % 4] },
    });
    expect(stored.status()).toBe(201);
  };
  const own = page.getByRole("region", { name: "Your leaderboard" });
  await page.goto("/me");
  await expect(own).toContainText("20 more votes until your own leaderboard");
  for (let number = 0; number < 19; number++) {
    await vote(number);
  }
  await page.reload();
  await expect(own).toContainText("1 more vote until your own leaderboard");
  await expect(own.getByRole("progressbar", { name: "Votes given" })).toBeVisible();
  await expect(own.getByRole("table")).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  await vote(19);
  await page.reload();
  await expect(own.getByRole("table")).toContainText("20 votes");
  await own.getByText("Marks, warnings and settings").click();
  for (const language of ["en", "ar"]) {
    await page.setViewportSize({ width: 1440, height: 900 });
    if (language === "ar") {
      await inArabic(page);
    }
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${language}, ${width}`).toEqual([]);
      expect(await sideways(page), `${language}, ${width}`).toBe(0);
      await page.screenshot({ ...shot(`me-own-${language}-${width}`), fullPage: true });
    }
  }
  await context.close();
});

const PAGES = [
  "/admin",
  "/admin/studies/new",
  "/admin/import",
  "/admin/quality",
  "/studies",
  "/me",
  "/join/x",
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    test("pages of administrators and voters have no fault, fit a phone, and run from right to left", async ({
      admin,
    }) => {
      const key = `pages-${colorScheme}`;
      await createStudy(admin, key, "The study that every page is looked at with");
      await admin.getByRole("button", { name: "Open", exact: true }).click();
      await expect(admin.getByRole("heading", { name: "State: Open" })).toBeVisible();
      const addresses = [...PAGES, `/admin/studies/${key}`, `/s/${key}`];
      for (const language of ["en", "ar"]) {
        if (language === "ar") {
          await inArabic(admin);
        }
        for (const address of addresses) {
          await admin.setViewportSize({ width: 1440, height: 900 });
          await admin.goto(address);
          await expect(
            admin
              .locator("main :is(button, input, table, .board-empty, .study-card, .studies-note, a)")
              .first(),
          ).toBeVisible();
          await expect(admin.locator("main .loading, main[aria-busy=true]")).toHaveCount(0);
          await admin.waitForLoadState("networkidle");
          expect(await violations(admin), `${address} in ${language}`).toEqual([]);
          const name = address.slice(1).replaceAll("/", "-").replace(/^s-.*/, "study-landing");
          await admin.screenshot(shot(`page-${name}-${language}-${colorScheme}`));
          await admin.setViewportSize({ width: 320, height: 740 });
          expect(await sideways(admin), `${address} in ${language}`).toBe(0);
          expect(await violations(admin), `${address} in ${language}, narrow`).toEqual([]);
          await admin.screenshot(shot(`page-${name}-${language}-${colorScheme}-narrow`));
        }
      }
    });
  });
}
