import { answer, expect, next, openBattle, pane, test } from "./arena";

/** A response that tries everything at once; the guard of every test watches requests and the policy. */
const HOSTILE = [
  "<script>window.hit = 1</script><img src=https://evil.example/p.png onerror='window.hit=1'>",
  "![pixel](https://evil.example/pixel.png) ![data](data:image/svg+xml,<svg onload=alert(1)>)",
  '<svg onload="window.hit=1"></svg><iframe src="https://evil.example"></iframe>',
  '<div style="position:fixed;inset:0;background:url(https://evil.example/bg.png)">cover</div>',
  '<style>body{display:none}</style><link rel=stylesheet href="https://evil.example/x.css">',
  "[go](javascript:window.hit=1) <a href='javascript:window.hit=1'>go</a>",
  "$\\vec{x} + \\left(\\frac{\\frac{a}{b}}{\\sqrt{c}}\\right)$ and $\\color{red}{y}$ and $\\fcolorbox{red}{aqua}{z}$ and $\\boxed{q}$",
  "$$\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix} \\quad \\cancel{x} \\quad \\overbrace{a+b}^{n} \\quad \\pmb{w}$$",
  "```js\nwindow.hit = '<img src=x onerror=1>';\n```",
  "| a | b |\n|:--|--:|\n| 1 | <b onclick=window.hit=1>2</b> |",
  "prices: $5 and $6",
].join("\n\n");

test("a hostile response stays text", async ({ page }) => {
  await page.route("**/api/battles/next", async (route) => {
    const battle = await (await route.fetch()).json();
    battle.prompt.turns = [HOSTILE];
    for (const response of battle.responses) {
      response.turns = [HOSTILE];
      response.content = HOSTILE;
    }
    await route.fulfill({ json: battle });
  });
  await openBattle(page);
  await expect(pane(page, "A").locator(".katex").first()).toBeVisible();
  await expect(pane(page, "A")).toContainText("prices: $5 and $6");
  await expect(pane(page, "A")).toContainText("Picture: pixel — https://evil.example/pixel.png");
  expect(await page.evaluate(() => (window as unknown as { hit?: number }).hit)).toBeUndefined();
  expect(
    await page.locator("main").locator("img, iframe, script, style, link, [style*=position]").count(),
  ).toBe(0);
  await answer(page, "Both bad").click();
  await expect(next(page)).toBeVisible();
});
