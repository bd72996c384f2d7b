import { scaleLinear } from "d3-scale";
import { area as areaOf, line as lineOf } from "d3-shape";
import { day } from "../board/numbers";
import { cut, roomy, textWidth, YAxis } from "./axes";
import type { Drawing } from "./Figure";
import type { Marks } from "./marks";

export interface Moment {
  at: number;
  value: number;
  lower: number | null;
  upper: number | null;
  text: string;
}

export interface Series {
  name: string;
  /** Which of the signs it has, so that it keeps them whoever else is shown. */
  sign: number;
  moments: readonly Moment[];
}

interface LinesOptions {
  width: number;
  marks: Marks;
  series: readonly Series[];
  label: string;
}

const LEFT = 58;
const TOP = 34;
const AXIS = 34;
/** Least distance of two names at the right. */
const LINE = 18;
/** Signs, dashes and colours that tell lines apart; each alone is enough. */
export const SIGNS = 6;

/** Values over time with their intervals; every line has its own colour, dashes and sign, and its name at its end. */
export function lines({ width, marks, series, label }: LinesOptions): Drawing {
  const all = series.flatMap((one) => one.moments);
  const names = Math.min(width * 0.28, Math.max(...series.map((one) => textWidth(one.name)), 20) + 22);
  const height = Math.min(460, Math.max(300, Math.round(width * 0.45)));
  const [right, bottom] = [width - names - 10, height - AXIS];
  const times = all.map((moment) => moment.at);
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const x = scaleLinear()
    .domain(first === last ? [first - 1, last + 1] : [first, last])
    .range([LEFT + 8, right]);
  const y = scaleLinear()
    .domain(roomy(all.flatMap((one) => [one.value, one.lower ?? one.value, one.upper ?? one.value])))
    .range([bottom, TOP]);
  const ends = spread(
    series.map((one) => y(one.moments.at(-1)?.value ?? 0)),
    TOP,
    bottom,
  );
  const path = lineOf<Moment>(
    (one) => x(one.at),
    (one) => y(one.value),
  );
  const band = areaOf<Moment>(
    (one) => x(one.at),
    (one) => y(one.lower ?? one.value),
    (one) => y(one.upper ?? one.value),
  );
  let index = 0;
  marks.columns(Math.max(1, series[0]?.moments.length ?? 1));
  const content = (
    <>
      <YAxis scale={y} from={LEFT} to={right} label={label} />
      <TimeAxis times={[...new Set(times)].sort((a, b) => a - b)} x={x} to={bottom} />
      {series.map((one) => (
        <path
          key={one.name}
          class={`line-band line-${one.sign % SIGNS}`}
          d={band([...one.moments]) ?? ""}
          aria-hidden="true"
        />
      ))}
      {series.map((one, place) => (
        <g key={one.name} class={`line-${one.sign % SIGNS}`}>
          <path class="line" d={path([...one.moments]) ?? ""} aria-hidden="true" />
          {one.moments.map((moment) => (
            <g key={moment.at} {...marks.mark(index++, moment.text)}>
              <circle class="mark-area" cx={x(moment.at)} cy={y(moment.value)} r={11} />
              <Sign sign={one.sign} x={x(moment.at)} y={y(moment.value)} />
            </g>
          ))}
          <g aria-hidden="true">
            <line
              class="line-leader"
              x1={right + 3}
              x2={right + 12}
              y1={y(one.moments.at(-1)?.value ?? 0)}
              y2={ends[place] ?? 0}
            />
            <text class="chart-name line-name" x={right + 15} y={ends[place] ?? 0} dominant-baseline="middle">
              {cut(one.name, names - 12)}
            </text>
          </g>
        </g>
      ))}
    </>
  );
  return { width, height, content };
}

interface TimeAxisProps {
  times: readonly number[];
  x: (at: number) => number;
  to: number;
}

/** Days below the moments, as many as there is room for. */
function TimeAxis({ times, x, to }: TimeAxisProps) {
  let free = Number.NEGATIVE_INFINITY;
  let before = "";
  return (
    <g aria-hidden="true">
      {times.map((at) => {
        const text = day(at);
        const half = textWidth(text, 13) / 2 + 6;
        if (x(at) - half < free || text === before) {
          return null;
        }
        free = x(at) + half;
        before = text;
        return (
          <text key={at} class="chart-tick" x={x(at)} y={to + 20} text-anchor="middle">
            {text}
          </text>
        );
      })}
    </g>
  );
}

/** The signs on a line: circle, square, triangle, diamond, cross, ring. */
export function Sign({ sign, x, y }: { sign: number; x: number; y: number }) {
  const shapes = [
    `M${x - 4} ${y}a4 4 0 1 0 8 0a4 4 0 1 0 -8 0`,
    `M${x - 4} ${y - 4}h8v8h-8Z`,
    `M${x} ${y - 5}l5 9h-10Z`,
    `M${x} ${y - 5.5}l5.5 5.5l-5.5 5.5l-5.5 -5.5Z`,
    `M${x - 5} ${y - 2}h3v-3h4v3h3v4h-3v3h-4v-3h-3Z`,
    `M${x} ${y + 5}l5 -9h-10Z`,
  ];
  return <path class="line-sign" d={shapes[sign % SIGNS] ?? ""} />;
}

/** Places for names that want to stand at `wanted`, moved apart so that none covers another. */
export function spread(wanted: readonly number[], from: number, to: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const placed: number[] = [...wanted];
  let low = from - LINE;
  for (const index of order) {
    low = Math.max(placed[index] ?? 0, low + LINE);
    placed[index] = low;
  }
  let high = to + LINE;
  for (const index of order.reverse()) {
    high = Math.min(placed[index] ?? 0, high - LINE);
    placed[index] = high;
  }
  return placed;
}
