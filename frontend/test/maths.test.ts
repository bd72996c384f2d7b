import { describe, expect, it } from "vitest";
import { readBlock, readInline } from "../src/markdown/maths";
import { renderMarkdown } from "../src/markdown/render";
import { renderRich } from "../src/markdown/rich";

function formulas(text: string): string[] {
  return [...renderMarkdown(text).querySelectorAll(".maths")].map((span) => span.textContent ?? "");
}

describe("money and other dollar signs", () => {
  it.each([
    "$5 and $6",
    "between $5 and $6 a month",
    "It costs $5, $10 or $20.",
    "It rose from $5 to 10$ in a year",
    "from $1,000 to $2,500.50",
    "US$5 and US$6",
    "$20-$30",
    "$20–$30 per seat",
    "$5k to $10k",
    "$1 million and $2 million",
    "a $100 bill, a 50$ coupon",
    "the $PATH and $HOME variables",
    "$HOME/$USER/bin",
    "cost: \\$5 and \\$6",
    "`$x$` in code",
    "```sh\necho $a $b$\n```",
    "$ 5 and 6 $",
    "one lonely $",
    "$$",
    "$5 a month and then 10$ more",
  ])("leaves %j as text", (text) => {
    expect(formulas(text)).toEqual([]);
    expect(renderMarkdown(text).textContent).toContain("$");
  });

  it("leaves the address of a link alone", () => {
    const link = renderMarkdown("[link](https://example.org/?a=$1&b=$2)").querySelector("a");
    expect(link?.getAttribute("href")).toBe("https://example.org/?a=$1&b=$2");
  });

  it.each(["\\[1\\]", "see \\[note\\]", "\\[ \\]", "\\(\\)"])(
    "leaves the escaped brackets of %j as text",
    (text) => {
      expect(formulas(text)).toEqual([]);
    },
  );
});

describe("maths", () => {
  it.each([
    ["$x$", "x"],
    ["$5$", "5"],
    ["$2k + 1$", "2k + 1"],
    ["$4ac$ and $b^2$", "4ac|b^2"],
    ["$x = 5$ costs $5", "x = 5"],
    ["the $n$th and the $k$-th", "n|k"],
    ["($a_1$, $a_2$)", "a_1|a_2"],
    ["$10 \\text{ km}$", "10 \\text{ km}"],
    ["$\\$5$", "\\$5"],
    ["$a\nb$", "a\nb"],
    ["\\(O(n \\log n)\\)", "O(n \\log n)"],
    ["\\(n\\)", "n"],
    ["so \\[x^2 = 4\\] holds", "x^2 = 4"],
    ["$$E = mc^2$$", "E = mc^2"],
    ["| $a$ | $b$ |\n|---|---|\n| $c$ | d |", "a|b|c"],
    ["- item $x$\n- item $y$", "x|y"],
    ["**bold $x_1$ text**", "x_1"],
  ])("finds the formulas of %j", (text, expected) => {
    expect(formulas(text)).toEqual(expected.split("|"));
  });

  it("does not let emphasis reach into a formula", () => {
    const fragment = renderMarkdown("*let $a*b$ be* and $x_1$ or $y_2$");
    expect(fragment.querySelector("em")?.textContent).toBe("let a*b be");
    expect([...fragment.querySelectorAll(".maths")].map((span) => span.textContent)).toEqual([
      "a*b",
      "x_1",
      "y_2",
    ]);
  });

  it("reads display maths over several lines, between paragraphs and in lists", () => {
    const text = "before\n$$\na &= b \\\\\n\nc &= d\n$$\nafter\n\n1. step\n   \\[\n   x = 1\n   \\]\n2. next";
    const spans = [...renderMarkdown(text).querySelectorAll(".maths-display")];
    expect(spans.map((span) => span.textContent)).toEqual(["a &= b \\\\\n\nc &= d", "x = 1"]);
  });

  it("reads a bare environment", () => {
    const found = readBlock("\\begin{align}\na &= b\n\\end{align}\nafter");
    expect(found?.tex).toBe("\\begin{align}\na &= b\n\\end{align}");
  });

  it("says whether a formula stands on its own line", () => {
    expect(readInline("$x$")?.display).toBe(false);
    expect(readInline("\\(x\\)")?.display).toBe(false);
    expect(readInline("$$x$$")?.display).toBe(true);
    expect(readInline("\\[x\\]")?.display).toBe(true);
  });

  it("stays linear on a text full of dollar signs", () => {
    const started = performance.now();
    renderMarkdown("$a ".repeat(20_000));
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe("renderRich", () => {
  it("typesets formulas and leaves no style attribute in markup", async () => {
    const fragment = await renderRich("$\\vec{x}$ and $$\\left(\\frac{\\frac{a}{b}}{\\sqrt{c}}\\right)$$");
    expect(fragment.querySelectorAll(".katex")).toHaveLength(2);
    expect(fragment.querySelectorAll("math")).toHaveLength(2);
    expect(fragment.querySelector("[data-style]")).toBeNull();
  });

  it("keeps the source of a formula it cannot read", async () => {
    const fragment = await renderRich("$\\frac{a$ and $\\unknowncommand{x}$");
    const sources = [...fragment.querySelectorAll(".maths-source")].map((span) => span.textContent);
    expect(sources).toEqual(["\\frac{a", "\\unknowncommand{x}"]);
  });

  it("takes no address, style or picture from a formula", async () => {
    const fragment = await renderRich(
      "$\\href{javascript:alert(1)}{x}$ $\\includegraphics{https://evil.example/x.png}$ $\\htmlStyle{color:red}{y}$",
    );
    expect(fragment.querySelector("a, img, [href], [src]")).toBeNull();
  });

  it("colours code of a known language without changing its text", async () => {
    const source = 'def f(x):\n    return "<b>" + x  # note';
    const code = (await renderRich(`\`\`\`python\n${source}\n\`\`\``)).querySelector("code");
    expect(code?.textContent).toBe(source);
    expect(code?.querySelectorAll("[class^=hljs-]").length).toBeGreaterThan(2);
  });

  it("leaves code of an unknown language plain", async () => {
    const code = (await renderRich("```brainfuck\n+++\n```")).querySelector("code");
    expect(code?.children).toHaveLength(0);
    expect(code?.textContent).toBe("+++");
  });
});
