/** What the server says of results is said in the reader's language. */
import type { Page } from "@playwright/test";
import { expect, test, violations } from "./reading";

test.use({ serverOf: "words" });

async function speak(page: Page, language: string): Promise<void> {
  await page.addInitScript((code) => localStorage.setItem("arena.language", code), language);
}

/** A browser that has voted for the first position a dozen times, faster than anybody reads. */
async function hastyVotes(page: Page, url: string): Promise<void> {
  for (let number = 0; number < 12; number++) {
    const battle = await (await page.request.get("/api/battles/next")).json();
    const vote = await page.request.post(`/api/battles/${battle.battle}/votes`, {
      data: { verdict: "first", latency_ms: 100 },
      headers: { Origin: url, "Idempotency-Key": `hasty-${number}` },
    });
    expect(vote.ok(), await vote.text()).toBe(true);
  }
}

for (const { language, warning, trust, signal } of [
  {
    language: "de",
    warning: "Vergleich",
    trust: "Kann man dieser Tabelle trauen?",
    signal: "als man die Antworten lesen kann",
  },
  { language: "ar", warning: "مقارنات", trust: "هل", signal: "أسرع من أن تُقرأ" },
]) {
  test(`checks, warnings and signals are said in ${language}`, async ({ admin, anotherVoter, server }) => {
    await hastyVotes(await anotherVoter(), server.url);
    await speak(admin, language);
    for (const query of ["", "?method=elo", "?judge_kind=human", "?style=length&position=judge"]) {
      await admin.goto(`/leaderboard${query}`);
      const panel = admin.locator(".trust");
      await expect(panel.getByRole("heading")).toContainText(trust);
      await expect(panel.locator(".check")).toHaveCount(11);
      await expect(panel.locator(".trust-busy")).toHaveCount(0);
      await panel.locator("details").evaluateAll((all) => {
        for (const one of all) {
          (one as HTMLDetailsElement).open = true;
        }
      });
      // What is left to the server's English is marked as such.
      await expect(panel.locator("[lang=en]")).toHaveCount(0);
      await expect(admin.locator(".warnings [lang=en]")).toHaveCount(0);
      await admin.screenshot({
        path: `test-results/shots/words-${language}${query.replaceAll(/\W/g, "-")}.png`,
        fullPage: true,
      });
    }
    await admin.goto("/leaderboard?judge_kind=human");
    await expect(admin.locator(".warnings")).toContainText(warning);
    expect(await violations(admin)).toEqual([]);

    await admin.goto("/admin/quality");
    await admin.locator("table.signals tbody button").first().click();
    const part = admin.locator(".voter-part");
    await expect(part).toContainText(signal);
    await expect(part.locator("[lang=en]")).toHaveCount(0);
    expect(await violations(admin)).toEqual([]);
    await admin.screenshot({ path: `test-results/shots/words-${language}-quality.png`, fullPage: true });
  });
}

for (const { language, title, home } of [
  { language: "en", title: "There is no page here", home: "To the start page" },
  { language: "de", title: "Hier gibt es keine Seite", home: "Zur Startseite" },
  { language: "es", title: "Aquí no hay ninguna página", home: "A la página de inicio" },
  { language: "fr", title: "Il n’y a pas de page ici", home: "Vers la page d’accueil" },
  { language: "ar", title: "لا توجد صفحة هنا", home: "إلى صفحة البداية" },
]) {
  test(`an address without a page is a page that says so in ${language}`, async ({ admin }) => {
    await speak(admin, language);
    const answer = await admin.goto("/leaderbord/of/nothing");
    expect(answer?.status()).toBe(404);
    await expect(admin.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(admin.getByRole("navigation").first()).toBeVisible();
    expect(await violations(admin)).toEqual([]);
    await admin.screenshot({ path: `test-results/shots/nowhere-${language}.png`, fullPage: true });
    await admin.getByRole("link", { name: home }).click();
    await expect(admin).toHaveURL(/\/$/);
  });
}

test("an address that ends in a slash is the page without it", async ({ admin }) => {
  await admin.goto("/leaderboard/");
  await expect(admin.getByRole("heading", { level: 1, name: "Leaderboard" })).toBeVisible();
});
