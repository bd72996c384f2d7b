/** Where things are drawn on the axis that all interval bars of one table share. Drawing only. */
import type { Rated } from "../board/api";

export interface Axis {
  from: number;
  to: number;
  ticks: number[];
}

/** An axis over all ratings and bounds with round ticks, or null when there is nothing to draw. */
export function axisOf(rows: readonly Rated[]): Axis | null {
  const values = rows
    .flatMap((row) => [row.rating, row.rating_lower, row.rating_upper])
    .filter((value): value is number => value !== null && Number.isFinite(value));
  if (values.length === 0) {
    return null;
  }
  const low = Math.min(...values);
  const high = Math.max(...values);
  const span = high - low || Math.abs(high) || 1;
  const from = low - span * 0.04;
  const to = high + span * 0.04;
  return { from, to, ticks: ticksBetween(from, to) };
}

/** Two to five round numbers inside the range. */
export function ticksBetween(from: number, to: number): number[] {
  const rough = (to - from) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((m) => m * power).find((candidate) => candidate >= rough) ?? rough;
  const ticks: number[] = [];
  for (let i = Math.ceil(from / step); i * step <= to; i++) {
    ticks.push(Number((i * step).toPrecision(12)));
  }
  return ticks;
}

/** A value's place on the axis, 0 to 100. */
export function place(axis: Axis, value: number): number {
  return ((value - axis.from) / (axis.to - axis.from)) * 100;
}
