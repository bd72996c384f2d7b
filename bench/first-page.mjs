// How long a voter waits for the first battle over a slow line, and what it weighs. Run by first-page.sh.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { chromium } = require("@playwright/test");
const [url, executablePath, rounds] = process.argv.slice(2);

/** 10 Mbit/s and 40 ms for a round trip. */
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };

async function visit(browser) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  await network.send("Network.emulateNetworkConditions", LINE);
  let bytes = 0;
  network.on("Network.loadingFinished", (event) => {
    bytes += event.encodedDataLength;
  });
  await page.addInitScript(() => {
    const watch = new MutationObserver(() => {
      if (document.querySelector('.vote-first[aria-disabled="false"]') && window.interactiveAt === undefined) {
        window.interactiveAt = performance.now();
      }
    });
    watch.observe(document, { subtree: true, childList: true, attributes: true });
  });
  await page.goto(url);
  await page.waitForFunction(() => window.interactiveAt !== undefined);
  const ms = await page.evaluate(() => window.interactiveAt);
  await page.waitForLoadState("networkidle");
  await context.close();
  return { ms, bytes };
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
await visit(browser);
const visits = [];
for (let round = 0; round < Number(rounds); round++) {
  visits.push(await visit(browser));
}
await browser.close();
const sorted = visits.map(({ ms }) => ms).sort((a, b) => a - b);
const middle = sorted[Math.floor(sorted.length / 2)];
const weight = Math.max(...visits.map(({ bytes }) => bytes));
console.log(`interactive after ${middle.toFixed(0)} ms (median of ${rounds}; slowest ${sorted.at(-1).toFixed(0)} ms), ${(weight / 1024).toFixed(1)} KiB over the line`);
