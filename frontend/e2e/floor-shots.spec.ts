import { closeWindow, expect, openWindow, test } from "./arena";
import { picture, SKY, STUDY, serveBattles, servePage, serveStudy } from "./floor";

/** Pictures for people to look at, kept in test-results/shots. */
function shot(name: string): { path: string } {
  return { path: `test-results/shots/${name}.png` };
}

for (const count of [4, 8]) {
  test(`pictures of a ranking of ${count}`, async ({ page }) => {
    await serveBattles(page, [{ responses: SKY.slice(0, count) }]);
    await page.goto("/");
    await expect(page.getByRole("region", { name: "Response A" })).toBeVisible();
    await page.screenshot(shot(`rank-${count}-empty`));
    for (const digit of [2, 4, 1, 2]) {
      await page.keyboard.press(String(digit));
    }
    await page.screenshot(shot(`rank-${count}`));
    await page.emulateMedia({ colorScheme: "dark" });
    await page.screenshot(shot(`rank-${count}-dark`));
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width: 320, height: 640 });
    await page.screenshot(shot(`rank-${count}-phone`));
    await page.setViewportSize({ width: 2560, height: 1300 });
    await page.screenshot(shot(`rank-${count}-wide`));
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
    await page.screenshot(shot(`rank-${count}-reveal`));
  });
}

test("pictures of images, and of a study", async ({ page }) => {
  const images = (colour: string) => [
    { kind: "image" as const, type: "image/svg+xml", body: picture(colour) },
  ];
  await serveBattles(page, [
    {
      turns: ["Draw a red disc above a line."],
      responses: ["", "", "", ""],
      files: { 1: images("#c33"), 2: images("#36c"), 3: images("#c63"), 4: images("#393") },
    },
    { responses: SKY.slice(0, 2), study: { ...STUDY, margin: true, min_reading_ms: 60_000 } },
  ]);
  await serveStudy(page);
  await page.goto("/");
  await expect(page.getByRole("img", { name: "Image of response A" })).toBeVisible();
  await page.screenshot(shot("images"));
  await page.keyboard.press("+");
  await page.keyboard.press("+");
  await page.setViewportSize({ width: 390, height: 800 });
  await page.screenshot(shot("images-phone"));
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  await page.goto("/studies");
  await expect(page.getByRole("link", { name: /Which explanation/ })).toBeVisible();
  await page.screenshot(shot("studies"));
  await page.goto("/s/summaries");
  await expect(page.getByRole("button", { name: "begin" })).toBeVisible();
  await page.screenshot(shot("study-landing"));
  await page.getByRole("button", { name: "begin" }).click();
  await expect(page.locator(".bar-wait")).toBeVisible();
  await page.screenshot(shot("study-voting"));
  await page.setViewportSize({ width: 390, height: 800 });
  await page.screenshot(shot("study-voting-phone"));
});

test("a picture of a ranking in Arabic", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("arena.language", "ar"));
  await serveBattles(page, [
    {
      turns: ["لماذا السماء زرقاء؟"],
      language: "ar",
      responses: [
        "ضوء الشمس يحوي كل الألوان، والهواء يبعثر الأزرق أكثر من غيره.",
        "لأن البحر أزرق:\n\n- الماء مرآة\n- والليل مظلم",
        "`Rayleigh` scattering.",
      ],
    },
  ]);
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "رتّب الإجابات" })).toBeAttached();
  await page.keyboard.press("1");
  await page.screenshot(shot("rank-arabic"));
});

test("pictures of the windows over a battle, of an invitation and of another device", async ({ page }) => {
  await serveBattles(page, [{ responses: [SKY[0] ?? "", SKY[2] ?? "", SKY[3] ?? ""] }]);
  await servePage(page, "**/join/*");
  await servePage(page, "**/me");
  await page.route("**/api/me", (route) =>
    route.fulfill({
      json: { voter: true, roles: [{ role: "analyst", study: null }], floor: true, battles_page: true },
    }),
  );
  await page.route("**/api/me/codes", (route) =>
    route.fulfill({ json: { code: "K7M3-2QXA", expires_at: "2026-11-22T12:00:00Z" } }),
  );
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Response A" })).toBeVisible();
  await page.keyboard.press("d");
  await expect(page.getByRole("dialog").locator("mark").first()).toBeVisible();
  await page.screenshot(shot("differences"));
  await closeWindow(page);
  await openWindow(page, "?");
  await page.screenshot(shot("help"));
  await page.getByRole("button", { name: "Change keys" }).click();
  await page.screenshot(shot("keys"));
  await page.goto("/join/word");
  await expect(page.getByRole("button", { name: "Accept the invitation" })).toBeVisible();
  await page.screenshot(shot("invitation"));
  await page.goto("/me");
  await page.getByRole("button", { name: "Make a code" }).click();
  await expect(page.getByText("K7M3-2QXA")).toBeVisible();
  await page.screenshot(shot("devices"));
});
