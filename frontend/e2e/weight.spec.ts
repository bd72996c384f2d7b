import { gzipSync } from "node:zlib";
import type { Response } from "@playwright/test";
import { expect, openBattle, test } from "./arena";

/** Fetched only when a battle needs them: formulas, code, italics, letters beyond Latin. */
const LAZY = /\/(typeset|highlight|KaTeX|source-sans-3-(?!latin-wght-normal))[^/]*$/;
const LIMIT = 120 * 1024;

test("the first page weighs less than 120 KiB, compressed", async ({ page }) => {
  const weights: Promise<number>[] = [];
  const weigh = (response: Response) => {
    if (["document", "script", "stylesheet", "font"].includes(response.request().resourceType())) {
      const packed = response.url().endsWith(".woff2");
      weights.push(
        LAZY.test(response.url())
          ? Promise.resolve(0)
          : response.body().then((body) => (packed ? body.length : gzipSync(body).length)),
      );
    }
  };
  page.on("response", weigh);
  await openBattle(page);
  await page.evaluate(() => document.fonts.ready);
  page.off("response", weigh);
  const total = (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0);
  expect(total).toBeGreaterThan(10 * 1024);
  expect(total).toBeLessThan(LIMIT);
});
