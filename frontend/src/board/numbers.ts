/** Numbers as the reader's language writes them. Formatting only: nothing here rates or ranks. */
import { language } from "../i18n/language";

const MINUS = "−";
export const NONE = "–";

const formats = new Map<string, Intl.NumberFormat>();

/** Latin digits in every language: axes, tables and files of one arena show the same signs. */
function format(minimum: number, maximum: number, grouping: boolean): Intl.NumberFormat {
  const key = `${language()} ${minimum} ${maximum} ${grouping}`;
  const known = formats.get(key);
  if (known) {
    return known;
  }
  const made = new Intl.NumberFormat(language(), {
    numberingSystem: "latn",
    minimumFractionDigits: minimum,
    maximumFractionDigits: maximum,
    useGrouping: grouping,
    signDisplay: "never",
  });
  formats.set(key, made);
  return made;
}

function negative(value: number, decimals: number): boolean {
  return value < 0 && Number(value.toFixed(decimals)) !== 0;
}

/** A fixed number of decimals, a real minus sign, no "−0". */
export function fixed(value: number, decimals: number): string {
  return (negative(value, decimals) ? MINUS : "") + format(decimals, decimals, false).format(value);
}

/** As `fixed`, with a sign in front of what is not zero: "+1.2", "−0.4", "±0.0". */
export function signed(value: number, decimals: number): string {
  const zero = Number(value.toFixed(decimals)) === 0;
  return zero ? `±${fixed(0, decimals)}` : value < 0 ? fixed(value, decimals) : `+${fixed(value, decimals)}`;
}

/** A whole number, its thousands told apart. */
export function count(value: number): string {
  return (negative(value, 0) ? MINUS : "") + format(0, 0, true).format(value);
}

/** Up to `decimals` decimals, no more than it needs. */
export function plain(value: number, decimals = 3): string {
  return (negative(value, decimals) ? MINUS : "") + format(0, decimals, false).format(value);
}

/** "47 %" for 0.47, with decimals where asked for. */
export function percent(share: number, decimals = 0): string {
  return `${plain(share * 100, decimals)}\u202f%`;
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
