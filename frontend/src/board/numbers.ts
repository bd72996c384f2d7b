/** Numbers as the reader's language writes them. Formatting only: nothing here rates or ranks. */
import { directionOf, language } from "../i18n/language";
import { numberFormat } from "../i18n/messages";

const MINUS = "−";
export const NONE = "–";

function format(minimum: number, maximum: number, grouping: boolean): Intl.NumberFormat {
  return numberFormat({
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    useGrouping: grouping,
    signDisplay: "never",
  });
}

function negative(value: number, decimals: number): boolean {
  return value < 0 && Number(value.toFixed(decimals)) !== 0;
}

/** Keeps a sign on its side of a number in a sentence that runs from right to left. */
export function isolated(text: string): string {
  return directionOf(language()) === "rtl" ? `\u2066${text}\u2069` : text;
}

/** A fixed number of decimals, a real minus sign, no "−0". */
export function fixed(value: number, decimals: number): string {
  const text = format(decimals, decimals, false).format(value);
  return negative(value, decimals) ? isolated(MINUS + text) : text;
}

/** As `fixed`, with a sign in front of what is not zero: "+1.2", "−0.4", "±0.0". */
export function signed(value: number, decimals: number): string {
  const zero = Number(value.toFixed(decimals)) === 0;
  const text = fixed(value, decimals);
  return zero ? isolated(`±${fixed(0, decimals)}`) : value < 0 ? text : isolated(`+${text}`);
}

/** A whole number, its thousands told apart. */
export function count(value: number): string {
  return (negative(value, 0) ? MINUS : "") + format(0, 0, true).format(value);
}

/** Up to `decimals` decimals, no more than it needs. */
export function plain(value: number, decimals = 3): string {
  const text = format(0, decimals, false).format(value);
  return negative(value, decimals) ? isolated(MINUS + text) : text;
}

/** "47 %" for 0.47, with decimals where asked for. */
export function percent(share: number, decimals = 0): string {
  return isolated(`${plain(share * 100, decimals)}\u202f%`);
}

/** A day and a time in the reader's own place. */
export function time(text: string | number): string {
  return moment(text, { dateStyle: "medium", timeStyle: "short" });
}

/** A day in the reader's own place. */
export function day(text: string | number): string {
  return moment(text, { dateStyle: "medium" });
}

function moment(text: string | number, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    return String(text);
  }
  return new Intl.DateTimeFormat(language(), { ...options, numberingSystem: "latn" }).format(date);
}
