/**
 * Finds TeX in Markdown: `$…$`, `$$…$$`, `\(…\)`, `\[…\]` and bare environments such as `\begin{align}`.
 * A dollar sign is money far more often than maths, so the rules lean towards leaving text alone: "$5 and $6"
 * stays as it is. Every scan is bounded, so a long text full of dollar signs costs linear time.
 */
import type { MarkedExtension, Tokens } from "marked";

export interface Maths {
  /** The text with its delimiters, as written. */
  raw: string;
  /** What stands between them. */
  tex: string;
  /** On a line of its own, or within one. */
  display: boolean;
}

const LONGEST_INLINE = 2_000;
const LONGEST_BLOCK = 10_000;
const ENVIRONMENT = /^\\begin\{((?:align|equation|gather|alignat|multline|cases|[pbvBV]?matrix|array)\*?)\}/;

/** Maths at the very start of `src`, or null. */
export function readInline(src: string): Maths | null {
  if (src.startsWith("$$")) {
    return between(src, "$$", "$$", LONGEST_INLINE);
  }
  if (src.startsWith("$")) {
    return readDollar(src);
  }
  if (src.startsWith("\\(")) {
    return between(src, "\\(", "\\)", LONGEST_INLINE);
  }
  return src.startsWith("\\[") ? between(src, "\\[", "\\]", LONGEST_INLINE) : null;
}

/** Display maths that fills whole lines at the start of `src`, or null. */
export function readBlock(src: string): Maths | null {
  const indent = /^ {0,3}/.exec(src)?.[0] ?? "";
  const text = src.slice(indent.length);
  const found = readEnvironment(text) ?? readFence(text);
  const rest = found && /^[ \t]*[.,;]?[ \t]*(?:\n|$)/.exec(text.slice(found.raw.length));
  return found && rest ? { ...found, raw: indent + found.raw + rest[0] } : null;
}

function readFence(text: string): Maths | null {
  return text.startsWith("$$")
    ? between(text, "$$", "$$", LONGEST_BLOCK)
    : text.startsWith("\\[")
      ? between(text, "\\[", "\\]", LONGEST_BLOCK)
      : null;
}

function readEnvironment(text: string): Maths | null {
  const name = ENVIRONMENT.exec(text)?.[1];
  if (!name) {
    return null;
  }
  const end = `\\end{${name}}`;
  const at = text.indexOf(end);
  const raw = at < 0 || at > LONGEST_BLOCK ? null : text.slice(0, at + end.length);
  return raw === null ? null : { raw, tex: raw, display: true };
}

function between(src: string, open: string, close: string, longest: number): Maths | null {
  const from = open.length;
  const at = src.slice(0, longest).indexOf(close, from);
  const tex = at < 0 ? "" : src.slice(from, at);
  const display = open !== "\\(";
  // An escaped bracket around a citation or a word, "\[1\]", is text.
  if (tex.trim() === "" || (open === "\\[" && /^\s*[\w\s]*\s*$/.test(tex) && !/^\s*[a-z]\s*$/i.test(tex))) {
    return null;
  }
  return isProse(tex) ? null : { raw: src.slice(0, at + close.length), tex: tex.trim(), display };
}

/** A single dollar opens before a non-space and closes after a non-space, within one paragraph. */
function readDollar(src: string): Maths | null {
  if (!/^\$[^\s$]/.test(src)) {
    return null;
  }
  const limit = Math.min(src.length, LONGEST_INLINE);
  for (let i = 1; i < limit; i++) {
    const c = src[i];
    if (c === "\\") {
      i += 1;
    } else if (c === "\n" && src[i + 1] === "\n") {
      return null;
    } else if (c === "$") {
      return closeDollar(src, i);
    }
  }
  return null;
}

function closeDollar(src: string, at: number): Maths | null {
  const tex = src.slice(1, at);
  const after = src.charAt(at + 1);
  const closes = !/\s$/.test(tex) && !/[0-9$]/.test(after);
  if (!closes || isPrice(tex) || isProse(tex) || isShell(tex, after)) {
    return null;
  }
  return { raw: src.slice(0, at + 1), tex, display: false };
}

/** "5 a month and 10", "10, ": a number followed by words or by nothing a formula would end with. */
function isPrice(tex: string): boolean {
  return /^\d[\d.,]*(?:[a-z]?\s+[A-Za-z]{2,}|\s+[a-z]\s+[A-Za-z]{2,}|[-–—,;/]\s*$)/.test(tex);
}

/** Two plain words in a row and no TeX command: a sentence between two prices, not a formula. */
function isProse(tex: string): boolean {
  return !tex.includes("\\") && /[A-Za-z]{2,}[,;:]?\s+[A-Za-z]{2,}/.test(tex);
}

/** "$HOME/$USER". */
function isShell(tex: string, after: string): boolean {
  return /^[A-Za-z_]{2,}\W*$/.test(tex) && /[A-Za-z_{(]/.test(after);
}

function firstInline(src: string): number | undefined {
  const at = src.search(/\$|\\[([]/);
  return at < 0 ? undefined : at;
}

function firstBlock(src: string): number | undefined {
  const match = /(?:^|\n)(?= {0,3}(?:\$\$|\\\[|\\begin\{))/.exec(src);
  return match ? match.index + match[0].length : undefined;
}

/** Same length, nothing that could open or close an emphasis: `*a $x*y$ b*` keeps its stars apart. */
function hideFromEmphasis(src: string): string {
  let out = "";
  for (let rest = src; rest !== ""; ) {
    const at = firstInline(rest) ?? rest.length;
    const maths = readInline(rest.slice(at));
    const length = maths?.raw.length ?? Math.min(1, rest.length - at);
    out += rest.slice(0, at) + (maths ? "x".repeat(length) : rest.slice(at, at + length));
    rest = rest.slice(at + length);
  }
  return out;
}

function token(type: string, maths: Maths | null): Tokens.Generic | undefined {
  return maths ? { type, raw: maths.raw, text: maths.tex, display: maths.display } : undefined;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function placeholder(maths: Tokens.Generic): string {
  return `<span class="maths${maths.display ? " maths-display" : ""}">${escaped(String(maths.text))}</span>`;
}

/** The rules above as a Marked extension; it leaves `span.maths` with the TeX source, to be typeset later. */
export const mathsExtension: MarkedExtension = {
  hooks: { emStrongMask: hideFromEmphasis },
  extensions: [
    {
      name: "mathsBlock",
      level: "block",
      start: firstBlock,
      tokenizer: (src) => token("mathsBlock", readBlock(src)),
      renderer: (found) => `<p>${placeholder(found)}</p>\n`,
    },
    {
      name: "mathsInline",
      level: "inline",
      start: firstInline,
      tokenizer: (src) => token("mathsInline", readInline(src)),
      renderer: placeholder,
    },
  ],
};
