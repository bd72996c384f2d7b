import { describe, expect, it } from "vitest";
import { renderMarkdown, sanitise } from "../src/markdown/render";

/**
 * Attacks as a response could carry them, after the OWASP filter-evasion list and DOMPurify's own fixtures.
 * Each goes through the whole renderer, and through the sanitiser alone, as if the renderer had let it pass.
 */
const ATTACKS: readonly string[] = [
  "<script>alert(1)</script>",
  "<SCRIPT SRC=https://evil.example/x.js></SCRIPT>",
  "text <script>document.title='x'</script> text",
  '<img src=x onerror="alert(1)">',
  "<img src=x onerror=alert`1`//",
  "<IMG SRC=\"jav\tascript:alert('XSS');\">",
  '<svg onload="alert(1)">',
  "<svg><script>alert(1)</script></svg>",
  '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  '<svg><animate onbegin="alert(1)" attributeName="x"></svg>',
  '<math><mtext><table><mglyph><style><img src=x onerror="alert(1)">',
  '<math href="javascript:alert(1)">x</math>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<object data="data:text/html,<script>alert(1)</script>"></object>',
  '<embed src="https://evil.example/x.swf">',
  '<form action="https://evil.example"><input name="cookie" autofocus onfocus="alert(1)"><button>Go</button></form>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#115;cript:alert(1)">x</a>',
  '<a href=" &#14; javascript:alert(1)">x</a>',
  '<a href="data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==">x</a>',
  '<a href="vbscript:msgbox(1)">x</a>',
  "[x](javascript:alert(1))",
  "[x](JaVaScRiPt:alert(1))",
  "[x](javascript&colon;alert(1))",
  "[x](data:text/html,<script>alert(1)</script>)",
  "[x](<javascript:alert(1)>)",
  "[x]: javascript:alert(1)\n\n[x]",
  "![x](javascript:alert(1))",
  "![x](https://evil.example/pixel.png)",
  '![x"onerror="alert(1)](https://evil.example/p.png)',
  '[x](https://evil.example "onmouseover=alert(1)")',
  '<https://evil.example/"onclick=alert(1)>',
  "<javascript:alert(1)>",
  '<style>@import "https://evil.example/x.css";</style>',
  '<div style="background:url(https://evil.example/x.png)">x</div>',
  '<p style="position:fixed;inset:0">x</p>',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<base href="https://evil.example/">',
  '<body onload="alert(1)">',
  '<details open ontoggle="alert(1)"><summary>x</summary></details>',
  '<video><source onerror="alert(1)"></video>',
  '<audio src="https://evil.example/a.mp3" autoplay></audio>',
  '<input type="image" src="https://evil.example/x.png">',
  "<template><script>alert(1)</script></template>",
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  "<textarea></textarea><img src=x onerror=alert(1)>",
  "<kbd><img src=x onerror=alert(1)></kbd>",
  "<pre><img src=x onerror=alert(1)></pre>",
  "```html\n<img src=x onerror=alert(1)>\n```",
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  "`<img src=x onerror=alert(1)>`",
  "$<img src=x onerror=alert(1)>$",
  "$$\\href{javascript:alert(1)}{x}<script>alert(1)</script>$$",
  "\\[<iframe src=javascript:alert(1)>\\]",
  "| a |\n|---|\n| <img src=x onerror=alert(1)> |",
  "# <img src=x onerror=alert(1)>",
  "- [ ] <input onfocus=alert(1) autofocus>",
  "<x onclick=alert(1)>custom</x>",
  "<button onclick=\"document.querySelector('.vote').click()\">A is better</button>",
  '<p id="app" class="vote" name="body">clobber</p>',
  "<!--><img src=x onerror=alert(1)>-->",
  "<![CDATA[<img src=x onerror=alert(1)>]]>",
  "<a\nhref='javascript:alert(1)'\n>x</a>",
  "<<script>alert(1);//<</script>",
  "&lt;img src=x onerror=alert(1)&gt;",
  "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
];

const FORBIDDEN_TAGS =
  "script, style, iframe, object, embed, form, input, button, textarea, select, img, svg, math, video, audio, " +
  "source, link, meta, base, template, noscript, x";

/** Everything wrong with a fragment, as sentences; empty for an inert one. */
function faults(root: DocumentFragment): string[] {
  const found = [...root.querySelectorAll(FORBIDDEN_TAGS)].map((element) => `element ${element.outerHTML}`);
  for (const element of root.querySelectorAll("*")) {
    for (const { name, value } of element.attributes) {
      if (!["href", "title", "class", "start", "align", "rel", "target"].includes(name)) {
        found.push(`attribute ${name} on ${element.outerHTML}`);
      }
      if (name === "href" && !/^(https?:\/\/|mailto:)/.test(value)) {
        found.push(`link ${value}`);
      }
    }
  }
  return found;
}

describe("renderMarkdown", () => {
  it.each(ATTACKS)("keeps %j inert", (attack) => {
    expect(faults(renderMarkdown(attack))).toEqual([]);
    expect(faults(renderMarkdown(attack, true))).toEqual([]);
  });

  it("runs nothing when an attack is put on the page", async () => {
    const fired: string[] = [];
    (window as unknown as { alert: (text: string) => void }).alert = (text) => fired.push(text);
    for (const attack of ATTACKS) {
      document.body.replaceChildren(renderMarkdown(attack));
    }
    await Promise.resolve();
    expect(fired).toEqual([]);
    expect(document.title).not.toBe("x");
  });

  it("shows foreign HTML as the text it is, so that a voter sees what was written", () => {
    const shown = renderMarkdown("before <blink>now</blink> after").textContent;
    expect(shown).toContain("before <blink>now</blink> after");
  });

  it("shows a block of foreign HTML as code", () => {
    const code = renderMarkdown('<div onclick="go()">\nhello\n</div>').querySelector("pre code");
    expect(code?.textContent).toBe('<div onclick="go()">\nhello\n</div>');
  });

  it("lets plain tags without attributes through", () => {
    const fragment = renderMarkdown("H<sub>2</sub>O, x<sup>2</sup>, <kbd>Ctrl</kbd>, one<br>two");
    expect([...fragment.querySelectorAll("sub, sup, kbd, br")].map((e) => e.tagName)).toEqual([
      "SUB",
      "SUP",
      "KBD",
      "BR",
    ]);
  });

  it("opens links in a new tab and tells the other site nothing", () => {
    const link = renderMarkdown("[a](https://example.org/x)").querySelector("a");
    expect(link?.getAttribute("rel")).toBe("noopener noreferrer nofollow");
    expect(link?.getAttribute("target")).toBe("_blank");
    expect(link?.getAttribute("href")).toBe("https://example.org/x");
  });

  it("shows a relative link as text, since it would point into this site", () => {
    const fragment = renderMarkdown("[vote](/api/battles/next)");
    expect(fragment.querySelector("a")).toBeNull();
    expect(fragment.textContent).toContain("vote (/api/battles/next)");
  });

  it("shows a picture as its description and its address", () => {
    const fragment = renderMarkdown("![a red kite](https://example.org/kite.png)");
    expect(fragment.querySelector("img")).toBeNull();
    expect(fragment.textContent).toContain("Picture: a red kite — https://example.org/kite.png");
  });

  it("shows an embedded picture by its description alone", () => {
    const text = renderMarkdown("![dot](data:image/png;base64,AAAA)").textContent;
    expect(text).toContain("Picture: dot");
    expect(text).not.toContain("AAAA");
  });

  it("renders tables, task lists and code with its language", () => {
    const fragment = renderMarkdown(
      "| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n- [ ] open\n\n```js\nlet x;\n```",
    );
    expect(fragment.querySelectorAll("td")).toHaveLength(2);
    expect(fragment.querySelector("td:last-child")?.getAttribute("align")).toBe("right");
    expect(fragment.querySelector("li")?.textContent).toContain("☑ done");
    expect(fragment.querySelector("code.language-js")?.textContent).toBe("let x;");
  });

  it("keeps the outline of the page whole, whatever levels a response uses", () => {
    const fragment = renderMarkdown("#### deep\n\n# top\n\n### skipped\n\n## back");
    const levels = [...fragment.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((h) => h.tagName);
    expect(levels).toEqual(["H3", "H3", "H4", "H4"]);
  });

  it("keeps the line ends of a prompt, and folds those of a response", () => {
    expect(renderMarkdown("one\ntwo", true).querySelectorAll("br")).toHaveLength(1);
    expect(renderMarkdown("one\ntwo").querySelectorAll("br")).toHaveLength(0);
  });

  it("does not unescape entities twice", () => {
    expect(renderMarkdown("&amp;lt;b&amp;gt; AT&T &copy;").textContent?.trim()).toBe("&lt;b&gt; AT&T ©");
  });
});

describe("sanitise", () => {
  it.each(ATTACKS)("stands alone against %j", (attack) => {
    expect(faults(sanitise(attack))).toEqual([]);
  });

  it("has at least thirty attacks to stand against", () => {
    expect(new Set(ATTACKS).size).toBeGreaterThanOrEqual(30);
  });
});
