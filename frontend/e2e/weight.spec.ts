import type { Page } from "@playwright/test";
import { expect, openBattle, pane, test } from "./arena";

const KIB = 1024;
const PLAIN = "A line of words, and another one: naïve café, “quoted” – that is all.";
/** Formulas and code at once: each brings its own files. */
const RICH = [
  "The **first** idea is $x^2 + y^2 \\le 1$, and the other one is",
  "$$\\frac{a + b}{2} \\ge \\sqrt{a \\cdot b}, \\qquad \\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}$$",
  "```python\ndef mean(values):\n    return sum(values) / len(values)\n```",
].join("\n\n");

/** The next battle says this, whatever it said. */
async function saying(page: Page, text: string): Promise<void> {
  await page.route("**/api/battles/next", async (route) => {
    const battle = await (await route.fetch()).json();
    battle.prompt.turns = [text];
    for (const response of battle.responses) {
      response.turns = [text];
      response.content = text;
    }
    await route.fulfill({ json: battle });
  });
}

/** What a first visit brings over the line, in bytes as they were sent. */
async function weight(page: Page): Promise<number> {
  const network = await page.context().newCDPSession(page);
  await network.send("Network.enable");
  let bytes = 0;
  network.on("Network.loadingFinished", ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await openBattle(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  return bytes;
}

test("italics bring the one file that they are drawn with", async ({ page }) => {
  const italics: string[] = [];
  page.on("response", (response) => {
    if (response.url().includes("italic")) {
      italics.push(response.url());
    }
  });
  await saying(page, `${PLAIN} *All of it, naïve or not.*`);
  await openBattle(page);
  await expect.poll(() => italics).toEqual([expect.stringMatching(/latin-wght-italic\.400\.first/)]);
});

test("a first page with plain text weighs less than 100 KiB", async ({ page }) => {
  await saying(page, PLAIN);
  const bytes = await weight(page);
  expect(bytes).toBeGreaterThan(40 * KIB);
  expect(bytes).toBeLessThan(100 * KIB);
});

test("a first page with formulas and code weighs less than 200 KiB", async ({ page }) => {
  await saying(page, RICH);
  const bytes = await weight(page);
  await expect(pane(page, "A").locator(".katex").first()).toBeVisible();
  await expect(pane(page, "A").locator(".hljs-keyword").first()).toHaveText("def");
  expect(bytes).toBeLessThan(200 * KIB);
});
