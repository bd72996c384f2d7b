import { picture, tone } from "./floor";
import { expect, inArabic, sideways, tabTo, test, violations } from "./reading";

test.use({ serverOf: "explorer" });

const shot = (name: string) => ({ path: `test-results/shots/${name}.png`, fullPage: true });

test("whoever may vote is told kindly why the battles are closed", async ({ page }) => {
  for (const address of ["/battles", "/battles/1", "/contestants", "/contestants/anyone"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "Closed while people vote" })).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "See the leaderboard" })).toBeVisible();
  }
  expect(await violations(page)).toEqual([]);
  await page.screenshot(shot("closed"));
});

test("every filter of the explorer lives in the address", async ({ admin }) => {
  await admin.goto("/battles");
  await expect(admin.locator(".battle-card").first()).toBeVisible();
  await admin.screenshot(shot("battles"));
  const filters = admin.getByRole("search");
  const chosen: Record<string, string> = {};
  for (const name of ["Contestant", "Against", "Category", "Judged by", "One judge", "Outcome", "Order"]) {
    const box = filters.getByRole("combobox", { name, exact: true });
    const value = await box
      .locator("option")
      .nth(1)
      .evaluate((option: HTMLOptionElement) => option.value);
    await box.selectOption(value);
    await expect(box).toHaveValue(value);
    chosen[name] = value;
  }
  await filters.getByRole("searchbox").fill("the");
  await expect(admin).toHaveURL(/[?&]q=the/);
  const address = admin.url();
  for (const name of ["contestant", "other", "category", "judge_kind", "judge", "outcome", "order"]) {
    expect(new URL(address).searchParams.get(name), name).not.toBeNull();
  }
  await admin.reload();
  for (const [name, value] of Object.entries(chosen)) {
    await expect(filters.getByRole("combobox", { name, exact: true })).toHaveValue(value);
  }
  await expect(filters.getByRole("searchbox")).toHaveValue("the");
  await filters.getByRole("button", { name: "Clear filters" }).click();
  await expect(admin).toHaveURL(/\/battles$/);
  await expect(filters.getByRole("searchbox")).toHaveValue("");
});

test("from the list to a battle, its differences and its verdicts, with the keyboard alone", async ({
  admin,
}) => {
  await admin.goto("/battles");
  await expect(admin.locator(".battle-card").first()).toBeVisible();
  await tabTo(admin, (element) => element.closest(".battle-card") !== null);
  await admin.keyboard.press("Enter");
  await expect(admin).toHaveURL(/\/battles\/\d+$/);
  await expect(admin.getByRole("heading", { name: "What every judge said" })).toBeVisible();
  const responses = admin.getByRole("region", { name: "Responses" });
  await expect(responses.getByRole("article").nth(1)).toBeVisible();
  await expect(admin.locator(".verdict").first()).toBeVisible();
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("battle"));
  await tabTo(admin, (element) => element.matches("input[name=view]"));
  await admin.keyboard.press("ArrowRight");
  await expect(admin.locator(".diff")).toBeVisible();
  const texts = await admin.locator(".diff pre").evaluate((pre) => {
    const without = (tag: string) => {
      const copy = pre.cloneNode(true) as Element;
      for (const part of copy.querySelectorAll(tag)) {
        part.remove();
      }
      return copy.textContent;
    };
    return [without("ins"), without("del")];
  });
  const id = admin.url().split("/").at(-1);
  const battle = await (await admin.request.get(`/api/battles/${id}`)).json();
  expect(texts).toEqual(
    battle.responses.slice(0, 2).map((one: { turns: string[] }) => one.turns.join("\n\n")),
  );
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("battle-differences"));
});

test("a contestant's page says where it stands out, what it won and what it fails", async ({ admin }) => {
  await admin.goto("/contestants");
  const table = admin.getByRole("table");
  await expect(table).toBeVisible();
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("contestants"));
  const { contestants } = await (await admin.request.get("/api/contestants")).json();
  await expect(table.locator("tbody").getByRole("row")).toHaveCount(contestants.length);
  const name = contestants[1].model_name;
  await admin.getByRole("searchbox").fill(name);
  await table.getByRole("link", { name, exact: true }).click();
  await expect(admin.getByRole("heading", { level: 1, name })).toBeVisible();
  const one = await (await admin.request.get(`/api/contestants/${encodeURIComponent(name)}`)).json();
  await expect(admin.getByRole("heading", { name: "Best battles" })).toBeVisible();
  await expect(admin.locator(".best-worst .battle-card")).toHaveCount(one.best.length + one.worst.length);
  const byCategory = admin.locator("#by-category");
  await byCategory.getByRole("button", { name: "Show the data" }).click();
  await expect(byCategory.getByRole("table").locator("tbody").getByRole("row")).toHaveCount(
    one.categories.length,
  );
  for (const part of one.categories) {
    if (part.verdict === "strength" || part.verdict === "weakness") {
      await expect(admin.locator(".strengths")).toContainText(
        part.verdict === "strength" ? "points better than overall" : "points worse than overall",
      );
    }
  }
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("contestant"));
});

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test("explorer pages fit phones and wide screens, from right to left too", async ({ admin }) => {
      await admin.goto("/battles");
      await expect(admin.locator(".battle-card").first()).toBeVisible();
      await inArabic(admin);
      for (const address of ["/battles", "/contestants"]) {
        await admin.goto(address);
        await admin.locator(".battle-card, .contestants").first().waitFor();
        expect(await violations(admin)).toEqual([]);
        for (const width of [320, 2560]) {
          await admin.setViewportSize({ width, height: 900 });
          expect(await sideways(admin)).toBe(0);
        }
      }
      await admin.locator(".contestants a").first().click();
      await admin.locator(".figures").waitFor();
      expect(await violations(admin)).toEqual([]);
      await admin.setViewportSize({ width: 320, height: 900 });
      expect(await sideways(admin)).toBe(0);
      await admin.screenshot(shot(`contestant-arabic-narrow-${colorScheme}`));
    });
  });
}

const FILE = "f".repeat(64);

function fileBattle(): Record<string, unknown> {
  const image = { kind: "image", media_type: "image/svg+xml", path: "disc.svg", sha256: FILE };
  const response = (name: string, attachments: unknown[]) => ({
    model_name: name,
    version: 1,
    turns: ["Here it is."],
    attachments,
    length: 11,
    rating: null,
    rank: null,
  });
  return {
    id: "7",
    prompt_key: "draw",
    category: null,
    language: null,
    reference: null,
    prompt: ["Draw a disc."],
    attachments: [image],
    turn: null,
    responses: [
      response("alpha", [
        image,
        { kind: "audio", media_type: "audio/wav", path: "a.wav", sha256: "a".repeat(64) },
      ]),
      response("beta", [image, { kind: null, media_type: "text/x-old", path: "old", sha256: null }]),
    ],
    disagreement: 0,
    upset: null,
    verdicts: [],
  };
}

test("files of a battle are shown beside the names, enlarged together, and stay with the differences", async ({
  admin,
}) => {
  await admin.route("**/api/battles/7", (route) => route.fulfill({ json: fileBattle() }));
  await admin.route("**/api/media/*", (route) =>
    route.request().url().includes(FILE)
      ? route.fulfill({ contentType: "image/svg+xml", body: picture("#36c") })
      : route.fulfill({ contentType: "audio/wav", body: tone(220) }),
  );
  await admin.goto("/battles/7");
  await expect(admin.getByRole("img", { name: "Image of the prompt" })).toBeVisible();
  await expect(admin.getByRole("img", { name: "Image 1 of response alpha" })).toBeVisible();
  await expect(admin.getByRole("img", { name: "Image 1 of response beta" })).toHaveCount(0);
  await expect(admin.getByRole("img", { name: "Image of response beta" })).toBeVisible();
  await expect(admin.locator("article audio")).toHaveCount(1);
  await admin.getByRole("button", { name: "Enlarge" }).click();
  await expect
    .poll(() =>
      admin
        .locator(".tile img")
        .evaluateAll((images) => images.map((image) => (image as HTMLElement).style.transform)),
    )
    .toEqual(Array(3).fill(expect.stringContaining("scale(1.25)")));
  expect(await violations(admin)).toEqual([]);
  await admin.screenshot(shot("battle-files"));
  await admin.getByRole("radio", { name: "Differences" }).check({ force: true });
  await expect(admin.getByRole("img", { name: "Image of response beta" })).toBeVisible();
  await expect(admin.locator("article audio")).toHaveCount(1);
});

test("a file that does not come is said, and asked for again on demand", async ({ admin }) => {
  let missing = true;
  await admin.route("**/api/battles/7", (route) => route.fulfill({ json: fileBattle() }));
  await admin.route("**/api/media/*", (route) =>
    missing
      ? route.fulfill({ status: 404, json: {} })
      : route.request().url().includes(FILE)
        ? route.fulfill({ contentType: "image/svg+xml", body: picture("#36c") })
        : route.fulfill({ contentType: "audio/wav", body: tone(220) }),
  );
  await admin.goto("/battles/7");
  await expect(admin.getByRole("alert")).toContainText("Files of this battle could not be loaded.");
  missing = false;
  await admin.getByRole("button", { name: "Try again" }).click();
  await expect(admin.getByRole("img", { name: "Image of response beta" })).toBeVisible();
});
