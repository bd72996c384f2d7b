/** Axes of drawings. Numbers run from left to right in every language. */

import type { ScaleLinear } from "d3-scale";
import { plain } from "../board/numbers";
import { visible } from "../i18n/names";

type Scale = ScaleLinear<number, number>;

/** Width of a text in the drawing's type, near enough to leave room for it. */
export function textWidth(text: string, size = 14): number {
  return text.length * size * 0.53;
}

/** The text cut to a width, with the sign that something is missing. */
export function cut(name: string, width: number, size = 14): string {
  const text = visible(name);
  const most = Math.max(3, Math.floor(width / (size * 0.53)));
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}

interface AxisProps {
  scale: Scale;
  from: number;
  to: number;
  label: string;
  format?: (value: number) => string;
}

/** Vertical lines with their numbers below; `from` and `to` are the ends of the lines. */
export function XAxis({ scale, from, to, label, format = plain }: AxisProps) {
  const [left = 0, right = 0] = scale.range();
  return (
    <g aria-hidden="true">
      {scale.ticks(Math.max(2, Math.round((right - left) / 90))).map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={scale(tick)} x2={scale(tick)} y1={from} y2={to} />
          <text class="chart-tick" x={scale(tick)} y={to + 17} text-anchor="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      <text class="chart-label" x={(left + right) / 2} y={to + 37} text-anchor="middle">
        {label}
      </text>
    </g>
  );
}

/** Horizontal lines with their numbers at the left. */
export function YAxis({ scale, from, to, label, format = plain }: AxisProps) {
  const [bottom = 0, top = 0] = scale.range();
  return (
    <g aria-hidden="true">
      {scale.ticks(Math.max(2, Math.round((bottom - top) / 55))).map((tick) => (
        <g key={tick}>
          <line class="chart-grid" x1={from} x2={to} y1={scale(tick)} y2={scale(tick)} />
          <text class="chart-tick" x={from - 7} y={scale(tick)} text-anchor="end" dominant-baseline="middle">
            {format(tick)}
          </text>
        </g>
      ))}
      <text class="chart-label" x={4} y={top - 12} text-anchor="start">
        {label}
      </text>
    </g>
  );
}

/** A range with a little room at both ends. */
export function roomy(values: readonly number[], part = 0.05): [number, number] {
  const known = values.filter(Number.isFinite);
  if (known.length === 0) {
    return [0, 1];
  }
  const low = Math.min(...known);
  const high = Math.max(...known);
  const room = (high - low || Math.abs(high) || 1) * part;
  return [low - room, high + room];
}
