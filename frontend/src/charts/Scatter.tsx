import { scaleLinear } from "d3-scale";
import { cut, roomy, textWidth, XAxis, YAxis } from "./axes";
import type { Drawing } from "./Figure";
import type { Marks } from "./marks";

export interface Point {
  name: string;
  x: number;
  y: number;
  lower: number | null;
  upper: number | null;
  text: string;
  /** Radius of its sign. */
  size?: number;
  /** Further off than chance explains: another sign, not only another colour. */
  odd?: boolean;
  /** Written beside it. */
  label?: string;
}

interface ScatterOptions {
  width: number;
  marks: Marks;
  points: readonly Point[];
  xLabel: string;
  yLabel: string;
  /** Both axes show the same unit: a line of equal values helps. */
  equal?: boolean;
  format?: (value: number) => string;
  xFormat?: (value: number) => string;
}

const LEFT = 58;
const TOP = 34;
const AXIS = 46;

/** Points over two axes, with the interval of the upright one. */
export function scatter(options: ScatterOptions): Drawing {
  const { width, marks, points, xLabel, yLabel, equal = false, format, xFormat } = options;
  const height = Math.min(520, Math.max(280, Math.round(width * (equal ? 0.72 : 0.5))));
  const right = width - 18;
  const bottom = height - AXIS;
  const xs = points.map((point) => point.x);
  const ys = points.flatMap((point) => [point.y, point.lower ?? point.y, point.upper ?? point.y]);
  const x = scaleLinear()
    .domain(equal ? [0, 1] : roomy(xs, 0.12))
    .range([LEFT, right]);
  const y = scaleLinear()
    .domain(equal ? [0, 1] : roomy(ys))
    .range([bottom, TOP]);
  const sorted = [...points].sort((a, b) => a.x - b.x || a.name.localeCompare(b.name));
  marks.columns(1);
  const content = (
    <>
      <YAxis scale={y} from={LEFT} to={right} label={yLabel} {...(format ? { format } : {})} />
      <XAxis scale={x} from={TOP} to={bottom} label={xLabel} {...(xFormat ? { format: xFormat } : {})} />
      {equal && <line class="chart-zero" x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} />}
      {sorted.map((point, index) => {
        const [cx, cy, r] = [x(point.x), y(point.y), point.size ?? 6];
        const flipped = cx + textWidth(point.label ?? "") + 14 > right;
        return (
          <g key={point.name} {...marks.mark(index, point.text, point.odd ? "odd" : "")}>
            {point.lower !== null && point.upper !== null && (
              <line class="chart-interval thin" x1={cx} x2={cx} y1={y(point.lower)} y2={y(point.upper)} />
            )}
            {point.odd ? (
              <path
                class="chart-odd"
                d={`M${cx} ${cy - r - 2}L${cx + r + 2} ${cy}L${cx} ${cy + r + 2}L${cx - r - 2} ${cy}Z`}
              />
            ) : (
              <circle class="chart-dot" cx={cx} cy={cy} r={r} />
            )}
            {point.label && (
              <text
                class="chart-name"
                x={flipped ? cx - r - 5 : cx + r + 5}
                y={cy}
                text-anchor={flipped ? "end" : "start"}
                dominant-baseline="middle"
              >
                {cut(point.label, width * 0.3)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
  return { width, height, content };
}

/** Radius of a sign whose area grows with a count. */
export function area(many: number, most: number): number {
  return 3.5 + 6 * Math.sqrt(most > 0 ? many / most : 0);
}
