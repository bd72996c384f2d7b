/**
 * Names that others chose (of contestants, judges, prompts, studies) inside sentences of the page. A name may hold characters
 * that turn the direction of what follows; they are shown as marks, and a name that runs the other way than its sentence
 * stands between isolates (Unicode standard annex 9).
 */
import { directionOf, language } from "./language";

/** Embeddings, overrides and isolates with what ends them. */
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g;
const OVERRIDING = /[\u202A-\u202E]/;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const LETTER = /\p{L}/u;

/** A name with its turning characters as visible marks: "[U+202E]evil". */
export function visible(name: string): string {
  return name.replaceAll(TURNING, (one) => `[U+${one.charCodeAt(0).toString(16).toUpperCase()}]`);
}

/** Whether every isolate ends, and none ends that did not begin. */
function balanced(text: string): boolean {
  let open = 0;
  for (const one of text) {
    if (one === "\u2069") {
      open -= 1;
    } else if (one >= "\u2066" && one <= "\u2068") {
      open += 1;
    }
    if (open < 0) {
      return false;
    }
  }
  return open === 0;
}

/** Whether a text holds letters that run against the sentences of the spoken language. */
function runsAgainst(text: string): boolean {
  return directionOf(language()) === "rtl"
    ? [...text].some((one) => LETTER.test(one) && !RIGHT_TO_LEFT.test(one))
    : RIGHT_TO_LEFT.test(text);
}

/** A value as it stands in a sentence. One that is a sentence with isolates of its own keeps them. */
export function inSentence(value: string): string {
  const text = OVERRIDING.test(value) || !balanced(value) ? visible(value) : value;
  return runsAgainst(text) ? `\u2068${text}\u2069` : text;
}

/** Names one after the other, each with its own direction. */
export function joined(names: readonly string[], between: string): string {
  return names.map((name) => inSentence(visible(name))).join(between);
}
