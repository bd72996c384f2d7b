/** The plots of one leaderboard: what each draws, says and lists. All numbers are the server's. */
import type { Board, BoardRow, Pair, Pairs } from "../board/api";
import { count, fixed, NONE, percent, plain, signed } from "../board/numbers";
import { decimalsFor, rankRange } from "../format";
import { dotPlot } from "./DotPlot";
import { Figure } from "./Figure";
import { heat } from "./Heat";
import { area, type Point, scatter } from "./Scatter";
import { useSay } from "./words";

/** Where a plot's numbers come from: in its file's name, and in the line under its picture. */
export interface Source {
  file: string;
  text: string;
}

type WithRating<T> = T & { rating: number };

function rated<T extends { rating: number | null }>(rows: readonly T[]): WithRating<T>[] {
  return rows.filter((row): row is WithRating<T> => row.rating !== null);
}

export function decimalsOf(
  rows: readonly { rating: number | null; rating_lower: number | null; rating_upper: number | null }[],
): number {
  return decimalsFor(
    rows.flatMap(({ rating, rating_lower: lower, rating_upper: upper }) =>
      rating === null || lower === null || upper === null ? [] : [rating - lower, upper - rating],
    ),
  );
}

/** "1 012 (990 … 1 030)". */
export function withInterval(
  value: number,
  lower: number | null,
  upper: number | null,
  decimals: number,
): string {
  return lower === null || upper === null
    ? fixed(value, decimals)
    : `${fixed(value, decimals)} (${fixed(lower, decimals)} … ${fixed(upper, decimals)})`;
}

function bound(value: number | null, decimals: number): string {
  return value === null ? NONE : fixed(value, decimals);
}

export function IntervalPlot({ board, source }: { board: Board; source: Source }) {
  const say = useSay();
  const decimals = decimalsOf(board.leaderboard);
  const rows = rated(board.leaderboard);
  return (
    <Figure
      name="intervals"
      title={say("intervals")}
      text={say("intervals_text")}
      source={source}
      none={rows.length === 0 ? say("none_rated") : undefined}
      table={{
        columns: [say("model"), say("rank"), say("rating"), say("lower"), say("upper"), say("votes")],
        rows: board.leaderboard.map((row) => [
          row.model_name,
          rankRange(row.rank_lower, row.rank_upper),
          bound(row.rating, decimals),
          bound(row.rating_lower, decimals),
          bound(row.rating_upper, decimals),
          count(row.vote_count),
        ]),
      }}
      draw={(width, marks) =>
        dotPlot({
          width,
          marks,
          label: say("rating"),
          dots: rows.map((row) => ({
            name: row.model_name,
            value: row.rating,
            lower: row.rating_lower,
            upper: row.rating_upper,
            group: row.tie_group ?? undefined,
            beside: fixed(row.rating, decimals),
            text: say("intervals_say", {
              name: row.model_name,
              rating: withInterval(row.rating, row.rating_lower, row.rating_upper, decimals),
              ranks: rankRange(row.rank_lower, row.rank_upper),
            }),
          })),
        })
      }
    />
  );
}

/** Pairs by row and column of the list of contestants. */
function lookUp(pairs: Pairs): (row: number, column: number) => Pair | undefined {
  const found = new Map(pairs.pairs.map((pair) => [JSON.stringify([pair.model_name, pair.opponent]), pair]));
  return (row, column) => found.get(JSON.stringify([pairs.models[row], pairs.models[column]]));
}

interface PairsProps {
  pairs: Pairs;
  source: Source;
}

export function WinFractions({ pairs, source }: PairsProps) {
  const say = useSay();
  const pairOf = lookUp(pairs);
  return (
    <Figure
      name="win-fractions"
      title={say("fractions")}
      text={say("fractions_text")}
      source={source}
      none={pairs.pairs.length === 0 ? say("none_met") : undefined}
      table={{
        columns: [say("pair"), say("fraction"), say("lower"), say("upper"), say("battles")],
        rows: pairs.pairs.map((pair) => [
          `${pair.model_name} – ${pair.opponent}`,
          share(pair.win_fraction),
          share(pair.lower),
          share(pair.upper),
          count(pair.battles),
        ]),
      }}
      draw={(width, marks) =>
        heat({
          width,
          marks,
          names: pairs.models,
          cell: (row, column) => {
            const names = { first: pairs.models[row] ?? "", second: pairs.models[column] ?? "" };
            const pair = pairOf(row, column);
            if (!pair || pair.win_fraction === null) {
              return { short: NONE, text: say("never_met", names), tone: null };
            }
            return {
              short: fixed(pair.win_fraction * 100, 0),
              tone: (pair.win_fraction - 0.5) * 2,
              text: say("fractions_say", {
                ...names,
                fraction: share(pair.win_fraction),
                interval: `${share(pair.lower)} … ${share(pair.upper)}`,
                count: pair.battles,
              }),
            };
          },
        })
      }
    >
      <HeatKey low={say("loses_more")} high={say("wins_more")} />
    </Figure>
  );
}

function share(value: number | null): string {
  return value === null ? NONE : percent(value, 1);
}

function HeatKey({ low, high }: { low: string; high: string }) {
  return (
    <p class="heat-key">
      <span>
        <i class="heat-swatch heat-swatch-low" aria-hidden="true" /> {low}
      </span>
      <span>
        <i class="heat-swatch heat-swatch-high" aria-hidden="true" /> {high}
      </span>
    </p>
  );
}

export function BattleCounts({ pairs, source }: PairsProps) {
  const say = useSay();
  const pairOf = lookUp(pairs);
  const most = Math.max(1, ...pairs.pairs.map((pair) => pair.battles));
  return (
    <Figure
      name="battle-counts"
      title={say("counts")}
      text={say("counts_text")}
      source={source}
      none={pairs.pairs.length === 0 ? say("none_met") : undefined}
      table={{
        columns: [say("pair"), say("battles"), say("wins"), say("losses"), say("ties"), say("both_bad")],
        rows: pairs.pairs.map((pair) => [
          `${pair.model_name} – ${pair.opponent}`,
          ...[pair.battles, pair.wins, pair.losses, pair.ties, pair.both_bad].map(count),
        ]),
      }}
      draw={(width, marks) =>
        heat({
          width,
          marks,
          names: pairs.models,
          cell: (row, column) => {
            const names = { first: pairs.models[row] ?? "", second: pairs.models[column] ?? "" };
            const pair = pairOf(row, column);
            if (!pair) {
              return { short: "0", text: say("never_met", names), tone: null };
            }
            return {
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
            };
          },
        })
      }
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
          `${pair.model_name} – ${pair.opponent}`,
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
            name: `${pair.model_name} – ${pair.opponent}`,
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

interface RatingAgainst {
  board: Board;
  source: Source;
}

/** Rating against price, where prices were given. */
export function PricePlot({ board, source }: RatingAgainst) {
  const say = useSay();
  const priced = rated(board.leaderboard).filter((row) => typeof row.price_output_value === "number");
  const points = priced.map((row) => againstPoint(row, row.price_output_value ?? 0));
  const decimals = decimalsOf(board.leaderboard);
  return (
    <Figure
      name="rating-price"
      title={say("price")}
      text={say("price_text")}
      source={source}
      none={priced.length === 0 ? say("none_priced") : undefined}
      table={{
        columns: [say("model"), say("price_axis"), say("rating"), say("lower"), say("upper")],
        rows: priced.map((row) => [
          row.model_name,
          plain(row.price_output_value ?? 0),
          ...[row.rating, row.rating_lower, row.rating_upper].map((value) => bound(value, decimals)),
        ]),
      }}
      draw={(width, marks) =>
        scatter({
          width,
          marks,
          xLabel: say("price_axis"),
          yLabel: say("rating"),
          points: points.map((point, index) => ({
            ...point,
            text: say("price_say", {
              name: point.name,
              price: plain(point.x),
              rating: withInterval(point.y, point.lower, point.upper, decimals),
              rank: rankRange(priced[index]?.rank_lower ?? null, priced[index]?.rank_upper ?? null),
            }),
          })),
        })
      }
    />
  );
}

type AgainstRow = WithRating<Pick<BoardRow, "model_name" | "rating_lower" | "rating_upper">>;

export function againstPoint(row: AgainstRow, x: number): Omit<Point, "text"> {
  return {
    name: row.model_name,
    label: row.model_name,
    x,
    y: row.rating,
    lower: row.rating_lower,
    upper: row.rating_upper,
  };
}

export { bound, rated, share };
