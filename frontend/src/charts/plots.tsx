/** Plots of ratings: what each draws, says and lists. All numbers are the server's. */
import type { Board, Rated } from "../board/api";
import { count, fixed, NONE, percent, plain } from "../board/numbers";
import { decimalsFor, rankRange } from "../format";
import { dotPlot } from "./DotPlot";
import { Figure } from "./Figure";
import { scatter } from "./Scatter";
import { useSay } from "./words";

/** Where a plot's numbers come from: in its file's name, and in the line under its picture. */
export interface Source {
  file: string;
  text: string;
}

export type WithRating<T> = T & { rating: number };

export function rated<T extends { rating: number | null }>(rows: readonly T[]): WithRating<T>[] {
  return rows.filter((row): row is WithRating<T> => row.rating !== null);
}

export function decimalsOf(rows: readonly Rated[]): number {
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

/** Rating and bounds as cells of a table. */
export function ratingCells(of: Rated, decimals: number): string[] {
  return [of.rating, of.rating_lower, of.rating_upper].map((value) =>
    value === null ? NONE : fixed(value, decimals),
  );
}

/** "47.1 %", or a dash for what is not known. */
export function share(value: number | null): string {
  return value === null ? NONE : percent(value, 1);
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
          ...ratingCells(row, decimals),
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

interface AgainstProps<T extends Rated & { model_name: string }> {
  /** Name of the plot in files. */
  name: string;
  title: string;
  text: string;
  source: Source;
  /** Said where there is no row. */
  none: string;
  rows: readonly WithRating<T>[];
  decimals: number;
  /** What the ratings stand against: its name, its value for a row, and the value in words. */
  against: { label: string; of: (row: T) => number; text: (value: number) => string };
  /** A further column of the table. */
  last?: { label: string; of: (row: T) => string };
  /** What a point says; `value` and `rating` are in words. */
  point: (row: T, value: string, rating: string) => string;
}

/** Ratings against another number of each contestant. */
export function AgainstPlot<T extends Rated & { model_name: string }>(props: AgainstProps<T>) {
  const { name, title, text, source, rows, decimals, against, last } = props;
  const say = useSay();
  return (
    <Figure
      name={name}
      title={title}
      text={text}
      source={source}
      none={rows.length === 0 ? props.none : undefined}
      table={{
        columns: [
          say("model"),
          against.label,
          say("rating"),
          say("lower"),
          say("upper"),
          ...(last ? [last.label] : []),
        ],
        rows: rows.map((row) => [
          row.model_name,
          against.text(against.of(row)),
          ...ratingCells(row, decimals),
          ...(last ? [last.of(row)] : []),
        ]),
      }}
      draw={(width, marks) =>
        scatter({
          width,
          marks,
          xLabel: against.label,
          yLabel: say("rating"),
          points: rows.map((row) => ({
            name: row.model_name,
            label: row.model_name,
            x: against.of(row),
            y: row.rating,
            lower: row.rating_lower,
            upper: row.rating_upper,
            text: props.point(
              row,
              against.text(against.of(row)),
              withInterval(row.rating, row.rating_lower, row.rating_upper, decimals),
            ),
          })),
        })
      }
    />
  );
}

/** Rating against price, where prices were given. */
export function PricePlot({ board, source }: { board: Board; source: Source }) {
  const say = useSay();
  return (
    <AgainstPlot
      name="rating-price"
      title={say("price")}
      text={say("price_text")}
      source={source}
      none={say("none_priced")}
      rows={rated(board.leaderboard).filter((row) => typeof row.price_output_value === "number")}
      decimals={decimalsOf(board.leaderboard)}
      against={{ label: say("price_axis"), of: (row) => row.price_output_value ?? 0, text: plain }}
      point={(row, price, rating) =>
        say("price_say", {
          name: row.model_name,
          price,
          rating,
          rank: rankRange(row.rank_lower, row.rank_upper),
        })
      }
    />
  );
}
