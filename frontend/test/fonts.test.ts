// @vitest-environment node
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { fontsInParts } from "../build/fonts";
import { renamed } from "../build/renamed";

const FACE = (style: string, file: string) =>
  `@font-face { font-family: "Arena Sans"; font-style: ${style}; font-weight: 200 900; src: url("@fontsource-variable/source-sans-3/files/${file}") format("woff2"); unicode-range: U+0000-00FF, U+2122; }`;

function transformed(css: string): string[] {
  const { transform } = fontsInParts();
  const call = transform as unknown as (code: string, id: string) => string | null;
  return call(css, "/page/src/styles/fonts.css")?.match(/@font-face\s*\{[^}]*\}/g) ?? [];
}

/** All that is written in a font, however its tables lie. */
function texts(font: Buffer): string {
  return [0, 1]
    .map((odd) => Buffer.from(font.subarray(odd, font.length - ((font.length - odd) % 2))))
    .map((half) => half.swap16().toString("utf16le"))
    .join(" ");
}

describe("fonts in parts", () => {
  it("asks the part with a range of its own last, so that it is asked first", () => {
    const [rest, first, ...more] = transformed(FACE("normal", "source-sans-3-latin-wght-normal.woff2"));

    expect(more).toEqual([]);
    expect(rest).toContain("source-sans-3-latin-wght-normal.rest.woff2");
    expect(rest).toContain("unicode-range: U+0000-00FF, U+2122");
    expect(first).toContain("source-sans-3-latin-wght-normal.first.woff2");
    expect(first).toContain("unicode-range: U+0020-007E");
    expect(first?.match(/unicode-range/g)).toHaveLength(1);
  });

  it("gives all italics the same ranges of weights, since a browser joins no others", () => {
    const faces = transformed(
      FACE("italic", "source-sans-3-latin-wght-italic.woff2") +
        FACE("italic", "source-sans-3-latin-ext-wght-italic.woff2"),
    );

    const files = faces.map((face) => `${/font-weight: ([\d ]+)/.exec(face)?.[1]} ${/ext/.test(face)}`);
    expect(new Set(files)).toEqual(
      new Set(["200 500 false", "501 900 false", "200 500 true", "501 900 true"]),
    );
  });

  it("leaves other faces as they are", () => {
    const greek = FACE("normal", "source-sans-3-greek-wght-normal.woff2");
    expect(transformed(greek)).toEqual([greek]);
  });

  it("gives a changed font another name, and leaves its notices", () => {
    const font = readFileSync("node_modules/katex/dist/fonts/KaTeX_Main-Regular.ttf");
    expect(texts(font)).toContain("Reserved Font Name KaTeX_Main");

    const other = renamed(Buffer.from(font), "KaTeX", "Arena");

    expect(other).toHaveLength(font.length);
    expect(texts(other)).toContain("Arena_Main-Regular");
    expect(texts(other)).toContain("Reserved Font Name KaTeX_Main");
    expect(texts(other)).not.toContain("KaTeX_Main-Regular");
    expect(() => renamed(font, "KaTeX", "Other name")).toThrow("length");
  });
});
