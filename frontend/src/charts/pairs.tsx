/** Plots of who met whom: how often, with what result, and beside what the model expects. All numbers are the server's. */

import type { ComponentChildren } from "preact";
import type { Pair, Pairs } from "../board/api";
import { count, fixed, NONE, percent, signed } from "../board/numbers";
import { joined } from "../i18n/names";
import { Figure } from "./Figure";
import { type Cell, heat } from "./Heat";
import { type Source, share } from "./plots";
import { area, scatter } from "./Scatter";
import { useSay } from "./words";

interface PairsProps {
  pairs: Pairs;
  source: Source;
}

function pairName(pair: Pair): string {
  return joined([pair.model_name, pair.opponent], " – ");
}

/** Pairs by row and column of the list of contestants. */
function lookUp(pairs: Pairs): (row: number, column: number) => Pair | undefined {
  const found = new Map(pairs.pairs.map((pair) => [JSON.stringify([pair.model_name, pair.opponent]), pair]));
  return (row, column) => found.get(JSON.stringify([pairs.models[row], pairs.models[column]]));
}

interface SquareProps extends PairsProps {
  /** Name of the plot in files. */
  name: string;
  title: string;
  text: string;
  /** Columns of the table behind the pair's name, and what stands in them. */
  columns: readonly string[];
  row: (pair: Pair) => readonly string[];
  /** What stands in the cell of a pair; null where there is nothing to say. */
  cell: (pair: Pair, names: { first: string; second: string }) => Cell | null;
  /** What stands in the cells of pairs that never met. */
  none: string;
  children?: ComponentChildren;
}

/** Every contestant against every other. */
function Square({ pairs, source, name, title, text, columns, row, cell, none, children }: SquareProps) {
  const say = useSay();
  const pairOf = lookUp(pairs);
  return (
    <Figure
      name={name}
      title={title}
      text={text}
      source={source}
      none={pairs.pairs.length === 0 ? say("none_met") : undefined}
      table={{
        columns: [say("pair"), ...columns],
        rows: pairs.pairs.map((pair) => [pairName(pair), ...row(pair)]),
      }}
      draw={(width, marks) =>
        heat({
          width,
          marks,
          names: pairs.models,
          cell: (at, column) => {
            const names = { first: pairs.models[at] ?? "", second: pairs.models[column] ?? "" };
            const pair = pairOf(at, column);
            return (pair && cell(pair, names)) ?? { short: none, text: say("never_met", names), tone: null };
          },
        })
      }
    >
      {children}
    </Figure>
  );
}

export function WinFractions(props: PairsProps) {
  const say = useSay();
  return (
    <Square
      {...props}
      name="win-fractions"
      title={say("fractions")}
      text={say("fractions_text")}
      columns={[say("fraction"), say("lower"), say("upper"), say("battles")]}
      row={(pair) => [...[pair.win_fraction, pair.lower, pair.upper].map(share), count(pair.battles)]}
      none={NONE}
      cell={(pair, names) =>
        pair.win_fraction === null
          ? null
          : {
              short: fixed(pair.win_fraction * 100, 0),
              tone: (pair.win_fraction - 0.5) * 2,
              text: say("fractions_say", {
                ...names,
                fraction: share(pair.win_fraction),
                interval: `${share(pair.lower)} … ${share(pair.upper)}`,
                count: pair.battles,
              }),
            }
      }
    >
      <p class="heat-key">
        <span>
          <i class="heat-swatch heat-swatch-low" aria-hidden="true" /> {say("loses_more")}
        </span>
        <span>
          <i class="heat-swatch heat-swatch-high" aria-hidden="true" /> {say("wins_more")}
        </span>
      </p>
    </Square>
  );
}

export function BattleCounts(props: PairsProps) {
  const say = useSay();
  const most = Math.max(1, ...props.pairs.pairs.map((pair) => pair.battles));
  return (
    <Square
      {...props}
      name="battle-counts"
      title={say("counts")}
      text={say("counts_text")}
      columns={[say("battles"), say("wins"), say("losses"), say("ties"), say("both_bad")]}
      row={(pair) => [pair.battles, pair.wins, pair.losses, pair.ties, pair.both_bad].map(count)}
      none="0"
      cell={(pair, names) => ({
        short: count(pair.battles),
        tone: pair.battles / most,
        text: say("counts_say", {
          ...names,
          count: pair.battles,
          wins: count(pair.wins),
          losses: count(pair.losses),
          ties: count(pair.ties),
          both_bad: count(pair.both_bad),
        }),
      })}
    />
  );
}

/** How far from the fitted model a pair must be to stand out, in standard errors. */
const ODD = 3;

export function Predicted({ pairs, source }: PairsProps) {
  const say = useSay();
  // Of the two orders of a pair the favourite's is shown; the other says the same.
  const shown = pairs.pairs.filter(
    (pair) =>
      pair.predicted !== null &&
      pair.win_fraction !== null &&
      (pair.predicted > 0.5 || (pair.predicted === 0.5 && pair.model_name < pair.opponent)),
  );
  const most = Math.max(1, ...shown.map((pair) => pair.battles));
  return (
    <Figure
      name="predicted-observed"
      title={say("predicted")}
      text={say("predicted_text", { odd: ODD })}
      source={source}
      none={shown.length === 0 ? say("none_predicted") : undefined}
      table={{
        columns: [
          say("pair"),
          say("predicted_share"),
          say("observed_share"),
          say("lower"),
          say("upper"),
          say("residual"),
          say("battles"),
        ],
        rows: shown.map((pair) => [
          pairName(pair),
          share(pair.predicted),
          share(pair.win_fraction),
          share(pair.lower),
          share(pair.upper),
          pair.residual === null ? NONE : signed(pair.residual, 2),
          count(pair.battles),
        ]),
      }}
      draw={(width, marks) =>
        scatter({
          width,
          marks,
          equal: true,
          xLabel: say("predicted_share"),
          yLabel: say("observed_share"),
          format: percent,
          xFormat: percent,
          points: shown.map((pair) => ({
            name: pairName(pair),
            x: pair.predicted ?? 0,
            y: pair.win_fraction ?? 0,
            lower: pair.lower,
            upper: pair.upper,
            size: area(pair.battles, most),
            odd: pair.residual !== null && Math.abs(pair.residual) > ODD,
            text: say("predicted_say", {
              first: pair.model_name,
              second: pair.opponent,
              predicted: share(pair.predicted),
              observed: share(pair.win_fraction),
              residual: pair.residual === null ? NONE : signed(pair.residual, 1),
              count: pair.battles,
            }),
          })),
        })
      }
    />
  );
}
