// What the first battle of a voter weighs, and how long it takes over a slow line. Run by first-page.sh.
import { createRequire } from "node:module";
import { join } from "node:path";

const require = createRequire(join(process.cwd(), "package.json"));
const { chromium } = require("@playwright/test");
const [url, executablePath, voters, rounds] = process.argv.slice(2);

/** 10 Mbit/s and 40 ms for a round trip. */
const LINE = { offline: false, latency: 40, downloadThroughput: 1_250_000, uploadThroughput: 1_250_000 };

/** Everything that brings files of its own. */
const EVERYTHING = [
  "The *first* idea is $x^2 + y^2 \\le 1$, and **the _other_ one** is",
  "$$\\frac{a + b}{2} \\ge \\sqrt{a \\cdot b}, \\qquad \\sum_{i=1}^{n} i = \\frac{n(n+1)}{2}$$",
  "```python\ndef mean(values):\n    return sum(values) / len(values)\n```",
].join("\n\n");

async function saying(page, text) {
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

/** One first visit with an empty cache; with the cookies of an earlier visit it meets the same battle. */
async function visit(browser, { line = null, cookies = [], text = null } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const page = await context.newPage();
  const network = await context.newCDPSession(page);
  await network.send("Network.enable");
  if (line) {
    await network.send("Network.emulateNetworkConditions", line);
  }
  if (text) {
    await saying(page, text);
  }
  const files = new Map();
  const names = new Map();
  network.on("Network.responseReceived", ({ requestId, response }) => names.set(requestId, new URL(response.url).pathname));
  network.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    files.set(names.get(requestId) ?? requestId, encodedDataLength);
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
  await page.evaluate(() => document.fonts.ready);
  await page.waitForLoadState("networkidle");
  const kept = await context.cookies();
  await context.close();
  const bytes = [...files.values()].reduce((sum, each) => sum + each, 0);
  return { ms, bytes, files, cookies: kept };
}

const kib = (bytes) => `${(bytes / 1024).toFixed(1)} KiB`;

async function timed(browser, name, { cookies }) {
  const times = [];
  for (let round = 0; round < Number(rounds); round++) {
    times.push((await visit(browser, { line: LINE, cookies })).ms);
  }
  times.sort((a, b) => a - b);
  const middle = times[Math.floor(times.length / 2)];
  console.log(`${name}: interactive after ${middle.toFixed(0)} ms (median of ${rounds}; slowest ${times.at(-1).toFixed(0)} ms)`);
}

const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
const visits = [];
for (let voter = 0; voter < Number(voters); voter++) {
  visits.push(await visit(browser));
}
visits.sort((a, b) => a.bytes - b.bytes);
const middle = visits[Math.floor(visits.length / 2)];
const heaviest = visits.at(-1);
console.log(`first battles of ${voters} voters: ${kib(visits[0].bytes)} to ${kib(heaviest.bytes)}, median ${kib(middle.bytes)}`);
console.log("the heaviest:");
for (const [name, bytes] of [...heaviest.files].sort((a, b) => b[1] - a[1])) {
  console.log(`  ${kib(bytes).padStart(10)} ${name}`);
}
const everything = await visit(browser, { text: EVERYTHING });
console.log(`a battle with formulas, code, italics and bold italics: ${kib(everything.bytes)}`);
await timed(browser, "median battle", middle);
await timed(browser, "heaviest battle", heaviest);
await browser.close();
