import { cut, textWidth } from "./axes";
import type { Drawing } from "./Figure";
import type { Marks } from "./marks";

export interface Cell {
  /** Stands in the cell. */
  short: string;
  text: string;
  /** −1 to 1: how far from the middle, and to which side; only the upper half is used by counts. Null: nothing is known. */
  tone: number | null;
}

interface HeatOptions {
  width: number;
  marks: Marks;
  names: readonly string[];
  cell: (row: number, column: number) => Cell;
}

const LEAST = 40;
const MOST = 72;

/** A ground whose lightness and hue grow with the tone; text on it stays readable in both colour schemes. */
function ground(tone: number): string {
  const share = Math.round(Math.min(1, Math.abs(tone)) * 72);
  return `color-mix(in oklab, var(--heat-${tone < 0 ? "low" : "high"}) ${share}%, var(--surface))`;
}

/** A square of numbers: rows against columns, in one order. */
export function heat({ width, marks, names, cell }: HeatOptions): Drawing {
  const longest = Math.max(...names.map((name) => textWidth(name)));
  const left = Math.min(longest, width * 0.3, 190) + 14;
  const slope = Math.min(longest, 150);
  // The names above lean to the right: the last one needs room beside its column.
  const lean = Math.ceil(slope * 0.72) + 6;
  const fitting = Math.floor((width - left - lean) / (names.length - 0.5));
  const side = Math.min(MOST, Math.max(LEAST, fitting));
  const high = Math.min(side, 44);
  const top = Math.ceil(slope * 0.72) + 22;
  const whole = Math.max(width, Math.ceil(left + side * (names.length - 0.5) + lean));
  let index = 0;
  marks.columns(names.length - 1);
  const content = (
    <>
      <g aria-hidden="true">
        {names.map((name, column) => {
          const x = left + side * column + side / 2;
          return (
            <text
              key={name}
              class="chart-name"
              x={x}
              y={top - 8}
              transform={`rotate(-45 ${x} ${top - 8})`}
              text-anchor="start"
            >
              {cut(name, 150)}
            </text>
          );
        })}
        {names.map((name, row) => (
          <text
            key={name}
            class="chart-name"
            x={left - 8}
            y={top + high * row + high / 2}
            text-anchor="end"
            dominant-baseline="middle"
          >
            {cut(name, left - 12)}
          </text>
        ))}
      </g>
      {names.map((rowName, row) =>
        names.map((columnName, column) => {
          const x = left + side * column;
          const y = top + high * row;
          if (row === column) {
            return (
              <line
                key={rowName}
                class="heat-same"
                x1={x + side / 2 - 8}
                x2={x + side / 2 + 8}
                y1={y + high / 2 + 8}
                y2={y + high / 2 - 8}
              />
            );
          }
          const { short, text, tone } = cell(row, column);
          return (
            <g key={`${rowName} ${columnName}`} {...marks.mark(index++, text)}>
              <rect
                class={tone === null ? "heat-none" : "heat-cell"}
                x={x + 1}
                y={y + 1}
                width={side - 2}
                height={high - 2}
                rx={3}
                style={{ fill: ground(tone ?? 0) }}
              />
              <text
                class="heat-number"
                x={x + side / 2}
                y={y + high / 2}
                text-anchor="middle"
                dominant-baseline="central"
              >
                {short}
              </text>
            </g>
          );
        }),
      )}
    </>
  );
  return { width: whole, height: top + high * names.length + 6, content };
}
