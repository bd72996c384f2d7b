import type { Page } from "@playwright/test";
import { closeWindow, expect, next, openWindow, pane, ready, test } from "./arena";
import { sideways, violations } from "./axe";
import { picture, SKY, STUDY, serveBattles, servePage, serveStudy } from "./floor";

const image = (colour: string) => [{ kind: "image" as const, type: "image/svg+xml", body: picture(colour) }];

for (const colorScheme of ["light", "dark"] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" } });

    for (const count of [4, 8]) {
      test(`a ranking of ${count} has no accessibility fault`, async ({ page }) => {
        await serveBattles(page, [{ responses: SKY.slice(0, count) }]);
        await page.goto("/");
        await expect(pane(page, "A")).toBeVisible();
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("2");
        await page.keyboard.press("1");
        expect(await violations(page)).toEqual([]);
        for (const key of ["?", "d"]) {
          await openWindow(page, key);
          expect(await violations(page)).toEqual([]);
          await closeWindow(page);
        }
        await page.setViewportSize({ width: 320, height: 640 });
        expect(await violations(page)).toEqual([]);
        await page.keyboard.press("Enter");
        await expect(next(page)).toBeVisible();
        expect(await violations(page)).toEqual([]);
      });
    }

    test("neither has a battle of images, nor a study's pages and battle", async ({ page }) => {
      await serveBattles(page, [
        { responses: ["", ""], files: { 0: image("#999"), 1: image("#c33"), 2: image("#36c") } },
        { responses: SKY.slice(0, 2), study: { ...STUDY, margin: true, min_reading_ms: 60_000 } },
      ]);
      await serveStudy(page);
      await servePage(page, "**/join/*");
      await servePage(page, "**/me");
      await page.route("**/api/me", (route) =>
        route.fulfill({ json: { voter: true, roles: [{ role: "analyst", study: null }] } }),
      );
      await page.goto("/");
      await ready(page);
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("1");
      await expect(next(page)).toBeVisible();
      for (const address of ["/studies", "/join/word", "/me", "/s/summaries"]) {
        await page.goto(address);
        await expect(page.locator("main :is(button, .study-card)").first()).toBeVisible();
        expect(await violations(page)).toEqual([]);
      }
      await page.getByRole("button", { name: "begin" }).click();
      await expect(page.locator(".bar-wait")).toBeVisible();
      expect(await violations(page)).toEqual([]);
      await page.keyboard.press("g");
      await expect(page.getByRole("dialog", { name: "Guidelines" })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test("neither has the page in Arabic", async ({ page }) => {
      await page.addInitScript(() => localStorage.setItem("arena.language", "ar"));
      await serveBattles(page, [{ responses: SKY.slice(0, 4) }]);
      await page.goto("/");
      await expect(page.getByRole("heading", { name: "رتّب الإجابات" })).toBeAttached();
      expect(await violations(page)).toEqual([]);
    });
  });
}

for (const width of [320, 390, 768, 1440, 2560]) {
  test(`at ${width} pixels nothing scrolls sideways and every control can be hit`, async ({ page }) => {
    await page.setViewportSize({ width, height: width < 700 ? 640 : 1000 });
    await serveBattles(page, [
      { responses: SKY.slice(0, 8) },
      { responses: SKY.slice(0, 2), study: { ...STUDY, margin: true } },
    ]);
    await serveStudy(page);
    const check = async () => {
      expect(await sideways(page)).toBe(0);
      const small = await page
        .locator("main :is(button, select, textarea, .option):visible")
        .evaluateAll((controls) =>
          controls.flatMap((control) => {
            const { width, height } = control.getBoundingClientRect();
            return Math.min(width, height) < 43.9 ? [`${control.outerHTML} is ${width} by ${height}`] : [];
          }),
        );
      expect(small).toEqual([]);
    };
    await page.goto("/");
    await expect(pane(page, "H")).toBeVisible();
    await check();
    for (const key of ["3", "1", "2"]) {
      await page.keyboard.press(key);
    }
    await check();
    const send = page.getByRole("button", { name: "Send ranking" });
    await expect(send).toBeInViewport({ ratio: 1 });
    await send.click();
    await expect(next(page)).toBeInViewport({ ratio: 1 });
    await check();
    await page.goto("/s/summaries");
    await page.getByRole("button", { name: "begin" }).click();
    await ready2(page);
    await check();
  });
}

async function ready2(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: "A is much better" })).toHaveAttribute(
    "aria-disabled",
    "false",
  );
}

test("a page in Arabic runs from right to left, says no English word, and keeps positions, keys and texts", async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem("arena.language", "ar");
    const seen = new Set<string>();
    (window as unknown as { seen: Set<string> }).seen = seen;
    const own = ".pane-body, .prompt-body, .tag, .wordmark, select, title, kbd, code, noscript";
    new MutationObserver(() => {
      if (!document.body) {
        return;
      }
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!node.parentElement?.closest(own) && /[A-Za-z]{3,}/.test(node.nodeValue ?? "")) {
          seen.add(node.nodeValue ?? "");
        }
      }
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  const floor = await serveBattles(page, [
    { responses: SKY.slice(0, 2) },
    { responses: [`${SKY[0]}`, "السماء زرقاء لأن الهواء يبعثر الضوء الأزرق.", `${SKY[3]}`] },
  ]);
  await page.goto("/");
  await expect(page.getByRole("button", { name: "A أفضل" })).toHaveAttribute("aria-disabled", "false");
  expect(await page.evaluate(() => document.documentElement.dir)).toBe("rtl");
  const lefts = () =>
    page.locator(".pane").evaluateAll((panes) => panes.map((box) => box.getBoundingClientRect().left));
  let [first = 0, second = 0] = await lefts();
  expect(first).toBeLessThan(second);
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("button", { name: "المواجهة التالية" })).toBeVisible();
  expect(floor.votes[0]?.body).toMatchObject({ verdict: "first" });
  await page.keyboard.press("Enter");
  await expect(page.locator(".pane")).toHaveCount(3);
  [first = 0, second = 0] = await lefts();
  expect(first).toBeLessThan(second);
  await expect
    .poll(() =>
      page
        .locator(".pane-body .text")
        .evaluateAll((texts) => texts.map((text) => getComputedStyle(text).direction)),
    )
    .toEqual(["ltr", "rtl", "ltr"]);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("1");
  await expect(page.locator("#app > [role=status]")).toHaveText("\u2068B\u2069: الرتبة 1.");
  for (const key of ["?", "h", "s"]) {
    await openWindow(page, key);
    await closeWindow(page);
  }
  const english = await page.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen]);
  // What the fake battles hold of contestants is theirs, not the page's.
  const names = ["tersk", "meandra", "oblate", "Ctrl Z", "Invented", "MIT"];
  expect(english.filter((text) => !names.some((name) => text.includes(name)))).toEqual([]);
});

test("a reader who wants no motion gets none", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await serveBattles(page, [{ responses: SKY.slice(0, 4) }]);
  await page.goto("/");
  await expect(pane(page, "A")).toBeVisible();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return /[1-9]/.test(transitionDuration) || animationName !== "none" || scrollBehavior === "smooth";
      }).length,
  );
  expect(moving).toBe(0);
});

test("a screen reader finds a ranking's parts by role and name", async ({ page }) => {
  await serveBattles(page, [{ responses: SKY.slice(0, 3) }]);
  await page.goto("/");
  await expect(pane(page, "C")).toBeVisible();
  await page.keyboard.press("2");
  await expect(page.getByRole("main")).toMatchAriaSnapshot(`
    - main:
      - heading "Rank the responses" [level=1]
      - toolbar "View and help"
      - region "Prompt"
      - region "Response A":
        - heading "Response A" [level=2]
        - combobox "Rank of response A"
        - button "Move A up"
        - button "Move A down"
        - button "Tie A with the one above"
        - group "Response A"
      - region "Response B"
      - region "Response C"
      - region "Your vote":
        - 'group "Ranking so far. 2: A. No rank: B and C."'
        - button "Undo"
        - button "Clear"
        - button "All equal"
        - button "All bad"
        - button "Skip"
        - button "Send ranking"
  `);
});
