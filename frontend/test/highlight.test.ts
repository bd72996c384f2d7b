import hljs from "highlight.js/lib/core";
import { describe, expect, it } from "vitest";
import { highlight } from "../src/markdown/highlight";
import { LANGUAGES, languageOf } from "../src/markdown/languages";

async function coloured(language: string, source: string): Promise<string> {
  const block = document.createElement("code");
  block.className = `language-${language}`;
  block.textContent = source;
  await highlight([block]);
  expect(block.textContent).toBe(source);
  return block.innerHTML;
}

describe("code colouring", () => {
  it.each(Object.keys(LANGUAGES))("%s has the names that its grammar knows", async (name) => {
    const grammar = await LANGUAGES[name]?.grammar();
    expect(LANGUAGES[name]?.aliases).toEqual(grammar?.default(hljs).aliases ?? []);
  });

  it("knows a language by any of its names, however it is written", async () => {
    expect(await coloured("py", "def f(): return 1")).toContain("hljs-keyword");
    expect(await coloured("Python", "def f(): return 1")).toContain("hljs-keyword");
    expect(await coloured("c++", "int main() { return 0; }")).toContain("hljs-keyword");
  });

  it("colours a language within another", async () => {
    const html = await coloured("html", "<style>p { color: red }</style><script>let a = 1;</script>");
    expect(html).toContain("hljs-attribute");
    expect(html).toContain("hljs-keyword");
  });

  it("guesses nothing", async () => {
    expect(await coloured("klingon", "let a = 1;")).toBe("let a = 1;");
    expect(await coloured("constructor", "let a = 1;")).toBe("let a = 1;");
    expect(languageOf("__proto__")).toBeUndefined();
  });

  it("leaves a very long block as it is", async () => {
    const long = "let a = 1;\n".repeat(5_000);
    expect(await coloured("js", long)).toBe(long);
  });
});
