/** Ranges, letters and words, the same in every language. Formatting only: nothing here rates or ranks. */

export const NONE = "–";

/**
 * Decimals worth showing in one table: as many as the narrowest half interval needs for two digits, so that a
 * rating never looks more certain than its interval.
 */
export function decimalsFor(halfWidths: readonly number[]): number {
  const usable = halfWidths.filter((width) => Number.isFinite(width) && width > 0);
  if (usable.length === 0) {
    return 0;
  }
  const narrowest = Math.min(...usable);
  return Math.min(4, Math.max(0, 1 - Math.floor(Math.log10(narrowest))));
}

/** "1–3", or "2" where both ends are equal. */
export function rankRange(lower: number | null, upper: number | null): string {
  if (lower === null || upper === null) {
    return NONE;
  }
  return lower === upper ? String(lower) : `${lower}–${upper}`;
}

/** The letter a position is shown under. */
export function letterOf(position: number): string {
  return String.fromCharCode(64 + position);
}

/** "no_data" becomes "no data"; the first letter becomes a capital when `capital` is set. */
export function words(name: string, capital = true): string {
  const text = name.replaceAll(/[_-]+/g, " ");
  return capital ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}
