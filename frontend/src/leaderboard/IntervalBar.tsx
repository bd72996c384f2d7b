import type { Rated } from "../board/api";
import { plain } from "../board/numbers";
import { type Axis, place } from "./scale";

const WIDTH = 320;
const HEIGHT = 26;

function x(axis: Axis, value: number): number {
  return (place(axis, value) / 100) * WIDTH;
}

/** A rating and its interval on the shared axis. The same numbers stand beside it as text. */
export function IntervalBar({ axis, row }: { axis: Axis; row: Rated }) {
  const { rating, rating_lower: lower, rating_upper: upper } = row;
  const middle = HEIGHT / 2;
  return (
    <svg class="interval" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      {axis.ticks.map((tick) => (
        <line key={tick} class="interval-tick" x1={x(axis, tick)} x2={x(axis, tick)} y1={0} y2={HEIGHT} />
      ))}
      {lower !== null && upper !== null && (
        <>
          <line class="interval-line" x1={x(axis, lower)} x2={x(axis, upper)} y1={middle} y2={middle} />
          <line
            class="interval-end"
            x1={x(axis, lower)}
            x2={x(axis, lower)}
            y1={middle - 5}
            y2={middle + 5}
          />
          <line
            class="interval-end"
            x1={x(axis, upper)}
            x2={x(axis, upper)}
            y1={middle - 5}
            y2={middle + 5}
          />
        </>
      )}
      {rating !== null && <circle class="interval-dot" cx={x(axis, rating)} cy={middle} r={5} />}
    </svg>
  );
}

/** The axis' numbers, above the bars. */
export function AxisLabels({ axis }: { axis: Axis }) {
  return (
    <svg class="interval axis" viewBox={`0 0 ${WIDTH} 16`} aria-hidden="true" focusable="false">
      {axis.ticks.map((tick) => (
        <text key={tick} x={x(axis, tick)} y={12} text-anchor="middle">
          {plain(tick)}
        </text>
      ))}
    </svg>
  );
}
