import { scaleLinear } from "d3-scale";
import { cut, roomy, textWidth, XAxis } from "./axes";
import type { Drawing } from "./Figure";
import type { Marks } from "./marks";

export interface Dot {
  name: string;
  value: number;
  lower: number | null;
  upper: number | null;
  /** What a screen reader hears, and the line below the drawing shows. */
  text: string;
  /** Stands at the right end of its line. */
  beside?: string;
  /** Rows of one group have one ground. */
  group?: number | undefined;
  hollow?: boolean;
}

interface DotOptions {
  width: number;
  marks: Marks;
  dots: readonly Dot[];
  label: string;
  /** A line to compare with: "no effect". */
  zero?: number;
  domain?: readonly [number, number];
  format?: (value: number) => string;
}

const ROW = 30;
const AXIS = 46;

/** Values with their intervals, one a line, best first. */
export function dotPlot({ width, marks, dots, label, zero, domain, format }: DotOptions): Drawing {
  const longest = Math.max(...dots.map((dot) => textWidth(dot.name)), 40);
  const beside = Math.max(...dots.map((dot) => textWidth(dot.beside ?? "", 13)), 0);
  const narrow = longest > width * 0.34;
  const left = (narrow ? width * 0.34 : longest) + 16;
  const right = width - beside - 14;
  const values = dots.flatMap((dot) => [dot.value, dot.lower ?? dot.value, dot.upper ?? dot.value]);
  const [low, high] = domain ?? roomy(zero === undefined ? values : [...values, zero]);
  const x = scaleLinear().domain([low, high]).range([left, right]);
  const bottom = dots.length * ROW + 6;
  marks.columns(1);
  const content = (
    <>
      {dots.map((dot, index) =>
        dot.group !== undefined && dot.group % 2 === 0 ? (
          <rect key={index} class="chart-band" x={0} y={index * ROW + 3} width={width} height={ROW} />
        ) : null,
      )}
      <XAxis scale={x} from={3} to={bottom} label={label} {...(format ? { format } : {})} />
      {zero !== undefined && <line class="chart-zero" x1={x(zero)} x2={x(zero)} y1={3} y2={bottom} />}
      {dots.map((dot, index) => {
        const y = index * ROW + ROW / 2 + 3;
        return (
          <g key={`${dot.name} ${index}`} {...marks.mark(index, dot.text)}>
            <rect class="mark-area" x={0} y={y - ROW / 2} width={width} height={ROW} />
            <text class="chart-name" x={left - 12} y={y} text-anchor="end" dominant-baseline="middle">
              {cut(dot.name, left - 16)}
            </text>
            {dot.lower !== null && dot.upper !== null && (
              <>
                <line class="chart-interval" x1={x(dot.lower)} x2={x(dot.upper)} y1={y} y2={y} />
                <line class="chart-end" x1={x(dot.lower)} x2={x(dot.lower)} y1={y - 5} y2={y + 5} />
                <line class="chart-end" x1={x(dot.upper)} x2={x(dot.upper)} y1={y - 5} y2={y + 5} />
              </>
            )}
            <circle
              class={dot.hollow ? "chart-dot chart-hollow" : "chart-dot"}
              cx={x(dot.value)}
              cy={y}
              r={5.5}
            />
            {dot.beside && (
              <text class="chart-tick" x={width - 4} y={y} text-anchor="end" dominant-baseline="middle">
                {dot.beside}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
  return { width, height: bottom + AXIS, content };
}
