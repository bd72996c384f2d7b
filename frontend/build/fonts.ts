/**
 * Fonts in two parts: what nearly every text uses, and the rest. A browser fetches a part when a page shows one of
 * its characters, so a first battle brings half of each file.
 */
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import fontverter from "fontverter";
import subsetFont from "subset-font";
import type { Plugin } from "vite";
import { renamed } from "./renamed.ts";

const SOURCE_SANS = "@fontsource-variable/source-sans-3/files";
const KATEX = "katex/dist/fonts";
/** What English, German, French and Spanish are written and typeset with, and the arrows on the keys. */
const TEXT =
  "U+0020-007E, U+00A0-00A1, U+00AB, U+00B0, U+00B7, U+00BB, U+00BF-00C0, U+00C4, U+00C7-00CA, U+00D1, U+00D6, U+00DC, U+00DF-00E2, U+00E4, U+00E7-00EB, U+00ED-00EF, U+00F1, U+00F3-00F4, U+00F6, U+00F9-00FC, U+0153, U+2013-2014, U+2018-2019, U+201C-201D, U+2022, U+2026, U+2190-2193";
/** What nearly all formulas of answers to AlpacaEval and MT-Bench are made of, Greek apart; KaTeX holds rows apart with U+200B. */
const FORMULA =
  "U+0020-007E, U+00A0, U+00B0-00B1, U+00B7, U+00D7, U+00F7, U+02C6-02C9, U+200B, U+2026, U+2032, U+2192, U+2208, U+2211-2212, U+2217-2218, U+221E, U+2223, U+2225, U+2248, U+2260-2261, U+2264-2265, U+22C5, U+22EF";
/** A font is the first available one, and so gives a line its height, only with a space in its range. */
const VARIABLES = "U+0020, U+0041-005A, U+0061-007A";

interface Weight {
  readonly drawn: number;
  /** For these it is asked. A browser joins only faces of the very same range, so all files of a style share these. */
  readonly asked: string;
}

interface Font {
  readonly from: string;
  readonly file: string;
  /** The characters of the first part; without them the font is not split. */
  readonly first?: string;
  /** Of a font for all weights: the only two that are shown. Without them it stays one for all. */
  readonly weights?: readonly Weight[];
}

const ITALICS = [
  { drawn: 400, asked: "200 500" },
  { drawn: 700, asked: "501 900" },
];

const FONTS: readonly Font[] = [
  { from: SOURCE_SANS, file: "source-sans-3-latin-wght-normal.woff2", first: TEXT },
  { from: SOURCE_SANS, file: "source-sans-3-latin-wght-italic.woff2", first: TEXT, weights: ITALICS },
  ...["latin-ext", "cyrillic", "greek", "vietnamese"].map((letters) => ({
    from: SOURCE_SANS,
    file: `source-sans-3-${letters}-wght-italic.woff2`,
    weights: ITALICS,
  })),
  { from: KATEX, file: "KaTeX_Main-Regular.woff2", first: FORMULA },
  { from: KATEX, file: "KaTeX_Main-Bold.woff2", first: FORMULA },
  { from: KATEX, file: "KaTeX_Math-Italic.woff2", first: VARIABLES },
];
/** Where two faces have a character the page asks the later one, so the rest comes first. */
const PARTS = ["rest", "first"] as const;
const WHOLE = ["whole"] as const;

/** Reserved names, and what parts are called instead. */
const NAMES = [
  ["Source", "Arena-"],
  ["KaTeX", "Arena"],
] as const;

/** What the pages and KaTeX ask of a font; it has small capitals and fractions too, which nothing shows. */
const FEATURES = ["calt", "ccmp", "kern", "liga", "lnum", "locl", "mark", "mkmk", "tnum"];
const FACE = /@font-face\s*\{[^}]*\}/g;

/** KaTeX's stylesheet names three formats of every font; every browser this page supports reads woff2. */
export function woff2Only(): Plugin {
  const others = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g;
  return {
    name: "arena:woff2-only",
    enforce: "pre",
    transform(code, id) {
      return id.endsWith("/katex.min.css") ? code.replace(others, "") : null;
    },
  };
}

export function fontsInParts(): Plugin {
  let folder = "";
  return {
    name: "arena:fonts-in-parts",
    enforce: "pre",
    async buildStart() {
      folder = `${realpathSync("node_modules")}/.arena-fonts`;
      mkdirSync(folder, { recursive: true });
      await Promise.all(FONTS.map((font) => split(font, folder)));
    },
    transform(code, id) {
      const [path = ""] = id.split("?");
      return path.endsWith(".css") && code.includes("@font-face")
        ? code.replace(FACE, (face) => inParts(face, relative(dirname(path), folder)))
        : null;
    },
  };
}

interface Cut {
  readonly part: (typeof PARTS | typeof WHOLE)[number];
  readonly weight: Weight | undefined;
  readonly file: string;
}

/** The files that are made of a font. */
function cuts({ file, first, weights }: Font): Cut[] {
  const stem = file.replace(".woff2", "");
  return (weights ?? [undefined]).flatMap((weight) =>
    (first ? PARTS : WHOLE).map((part) => ({
      part,
      weight,
      file: [stem, weight?.drawn, part, "woff2"].filter(Boolean).join("."),
    })),
  );
}

async function split(font: Font, folder: string): Promise<void> {
  const whole = readFileSync(`node_modules/${font.from}/${font.file}`);
  const all = characters("U+0020-D7FF, U+E000-FFFF");
  const first = characters(font.first ?? "");
  const parts = { first, rest: all.filter((character) => !first.includes(character)), whole: all };
  for (const { part, weight, file } of cuts(font)) {
    const made = await subsetFont(whole, parts[part].join(""), {
      targetFormat: "sfnt",
      keepFeatures: FEATURES,
      ...(weight && { variationAxes: { wght: weight.drawn } }),
    });
    const named = NAMES.reduce((each, [from, to]) => renamed(each, from, to), made);
    writeFileSync(`${folder}/${file}`, await fontverter.convert(named, "woff2"));
  }
}

/** A face for each file; the rest keeps the range it had. */
function inParts(face: string, folder: string): string {
  const font = FONTS.find(({ file }) => face.includes(`/${file}`));
  if (!font) {
    return face;
  }
  const made = cuts(font).map(({ part, weight, file }) => {
    const moved = face.replace(/url\("?[^")]*\.woff2"?\)/, `url("${folder}/${file}")`);
    const weighed = weight ? moved.replace(/font-weight:[^;]*/, `font-weight: ${weight.asked}`) : moved;
    return part === "first" ? ranged(weighed, font.first ?? "") : weighed;
  });
  return made.join("\n");
}

function ranged(face: string, range: string): string {
  return face.replace(/;?\s*unicode-range:[^;}]*;?/, "").replace(/;?\s*\}$/, `; unicode-range: ${range}; }`);
}

/** The characters of a unicode-range. */
function characters(ranges: string): string[] {
  const found: string[] = [];
  for (const [, from = "", to = from] of ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)) {
    for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code++) {
      found.push(String.fromCodePoint(code));
    }
  }
  return found;
}
