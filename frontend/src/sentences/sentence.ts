/**
 * The server's sentences in the reader's language. The server sends a code and values beside its English; a code that
 * this page does not know is said in that English.
 */
import { effectJudge, judgeName } from "../board/names";
import { count, isolated, signed } from "../board/numbers";
import { words } from "../format";
import { language } from "../i18n/language";
import { number } from "../i18n/messages";
import { inSentence } from "../i18n/names";
import { template } from "./words";

export type Value = number | string | readonly string[];

/** One sentence: its code, its values by name, and the same in English. */
export interface Reason {
  code: string;
  params: Readonly<Record<string, Value>>;
  message: string;
}

/** How the values of a sentence are written. */
export interface Hand {
  number: (value: number, form: string) => string;
  /** A value of the gap of that name. */
  text: (value: string, gap: string) => string;
  list: (values: readonly string[], gap: string) => string;
}

const GAP = /\{(\w+)(?::(\w+))?\}/g;

function share(value: number, decimals: number): string {
  const text = number(value, {
    style: "percent",
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    numberingSystem: "latn",
  });
  return isolated(text);
}

/** As the reader's language writes them. */
const readers: Hand = {
  number(value, form) {
    switch (form) {
      case "percent0":
        return share(value, 0);
      case "percent1":
        return share(value, 1);
      case "signed2":
        return signed(value, 2);
      case "exact":
        return isolated(number(value, { maximumSignificantDigits: 3, numberingSystem: "latn" }));
      default:
        return count(value);
    }
  },
  text: (value, gap) =>
    inSentence(gap === "judges" ? effectJudge(value) : gap === "judge" ? judgeName(value) : value),
  list: (values, gap) =>
    new Intl.ListFormat(language(), { type: "unit", style: "short" }).format(
      values.map((value) => readers.text(value, gap)),
    ),
};

/** A sentence; null where this page does not know its code or misses one of its values. */
export function sentence(reason: Reason, hand: Hand = readers): string | null {
  const { code, params } = reason;
  const found = template(code, params.count);
  if (found === undefined) {
    return null;
  }
  let whole = true;
  const filled = found.replaceAll(GAP, (_, name: string, form = "") => {
    const value = params[name];
    if (value === undefined || value === null) {
      whole = false;
      return "";
    }
    if (typeof value === "number") {
      return hand.number(value, form);
    }
    return typeof value === "string" ? hand.text(value, name) : hand.list(value, name);
  });
  return whole ? filled : null;
}

/** Sentences one after the other; null where one of them cannot be said, or there are none. */
export function sentences(reasons: readonly Reason[] | undefined): string | null {
  const said = (reasons ?? []).map((reason) => sentence(reason));
  return said.length === 0 || said.includes(null) ? null : said.join(" ");
}

/** Why votes were left out, by the word that the server counts them under. */
export function exclusionName(word: string): string {
  const voter = "voter_";
  const known = word.startsWith(voter)
    ? { code: "excluded_voter", params: { reason: reasonName(word.slice(voter.length)) } }
    : { code: `excluded_${word}`, params: {} };
  return sentence({ ...known, message: "" }) ?? words(word, false);
}

/** The reason of a decision on a voter: the check that it names, else the administrator's own word. */
export function reasonName(reason: string): string {
  return template(`check_${reason}`, undefined) ?? words(reason, false);
}

/** What one of a check's numbers is. */
export function numberName(name: string): string {
  const reason = "reason_";
  return name.startsWith(reason)
    ? exclusionName(name.slice(reason.length))
    : (template(`number_${name}`, undefined) ?? words(name, false));
}
