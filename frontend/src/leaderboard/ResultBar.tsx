import type { BoardRow } from "../board/api";
import { count } from "../board/numbers";
import { useSay } from "./words";

const PARTS = [
  ["wins", "wins"],
  ["ties", "ties"],
  ["both_bad", "both_bad"],
  ["losses", "losses"],
] as const;

/** Wins, ties, both bad and losses as one stacked bar, with the same numbers as text below it. */
export function ResultBar({ row }: { row: BoardRow }) {
  const say = useSay();
  const total = PARTS.reduce((sum, [name]) => sum + row[name], 0);
  let from = 0;
  return (
    <div class="results">
      <svg
        class="results-bar"
        viewBox="0 0 100 10"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        {total === 0 && <rect class="result-none" x={0} y={0} width={100} height={10} />}
        {total > 0 &&
          PARTS.map(([name]) => {
            const width = (100 * row[name]) / total;
            const x = from;
            from += width;
            return width > 0 ? (
              <rect key={name} class={`result-${name}`} x={x} y={0} width={width} height={10} />
            ) : null;
          })}
      </svg>
      <dl class="results-numbers">
        {PARTS.map(([name, key]) => (
          <div key={name} class={`result-${name}`}>
            <dt>
              <abbr title={say(key)}>
                <span aria-hidden="true">{say(`${key}_short`)}</span>
                <span class="hidden-text">{say(key)}</span>
              </abbr>
            </dt>
            <dd>{count(row[name])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
