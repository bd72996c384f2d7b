import type { Leaderboard, LeaderboardRow } from "../api";
import {
  count,
  decimalsFor,
  fixed,
  intervalText,
  methodText,
  NONE,
  percent,
  rankRange,
  words,
} from "../format";
import { AxisLabels, IntervalBar } from "./IntervalBar";
import { type Axis, axisOf } from "./scale";

/** "95 % interval, sandwich", or the words for a table without intervals. */
export function intervalName({ level, ci_method }: Leaderboard): string {
  return level === null || ci_method === null || ci_method === "none"
    ? "no interval"
    : `${percent(level)} interval, ${words(ci_method, false)}`;
}

/** Half widths of all intervals, on either side. */
function halfWidths(rows: readonly LeaderboardRow[]): number[] {
  return rows.flatMap(({ rating, rating_lower: lower, rating_upper: upper }) =>
    rating === null || lower === null || upper === null ? [] : [rating - lower, upper - rating],
  );
}

/**
 * The table in the server's order. Rows become cards on a narrow screen; the roles keep it a table for screen
 * readers there, where the changed display would hide that.
 */
export function RatingTable({ board }: { board: Leaderboard }) {
  const rows = board.leaderboard;
  const axis = axisOf(rows);
  const decimals = decimalsFor(halfWidths(rows));
  return (
    <table class="ratings" role="table">
      <caption>
        {methodText(board.method)} ratings, {intervalName(board)}, from {count(board.vote_count)}{" "}
        {board.vote_count === 1 ? "vote" : "votes"}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader" class="cell-rank">
            Rank <small>(range)</small>
          </th>
          <th scope="col" role="columnheader">
            Model
          </th>
          <th scope="col" role="columnheader" class="cell-rating">
            Rating <small>{intervalName(board)}</small>
          </th>
          <td role="cell" class="cell-bar">
            {axis && <AxisLabels axis={axis} />}
          </td>
          {["Votes", "Wins", "Losses", "Ties", "Both bad"].map((name) => (
            <th key={name} scope="col" role="columnheader" class="cell-count">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.model_name} row={row} axis={axis} decimals={decimals} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, axis, decimals }: { row: LeaderboardRow; axis: Axis | null; decimals: number }) {
  const counts: [string, number][] = [
    ["Votes", row.vote_count],
    ["Wins", row.wins],
    ["Losses", row.losses],
    ["Ties", row.ties],
    ["Both bad", row.both_bad],
  ];
  return (
    <tr role="row">
      <td role="cell" class="cell-rank">
        <b>{row.rank ?? NONE}</b>{" "}
        {row.rank !== null && <small>({rankRange(row.rank_lower, row.rank_upper)})</small>}
      </td>
      <th scope="row" role="rowheader" class="cell-model">
        {row.model_name}
        {row.status !== "ok" && <span class="badge">{words(row.status, false)}</span>}
      </th>
      <td role="cell" class="cell-rating">
        <RatingText row={row} decimals={decimals} />
      </td>
      <td role="cell" class="cell-bar">
        {axis && <IntervalBar axis={axis} row={row} />}
      </td>
      {counts.map(([name, value]) => (
        <td key={name} role="cell" class="cell-count" data-label={name}>
          {count(value)}
        </td>
      ))}
    </tr>
  );
}

function RatingText({ row, decimals }: { row: LeaderboardRow; decimals: number }) {
  if (row.rating === null) {
    return (
      <>
        {NONE} <small>{words(row.status, false)}</small>
      </>
    );
  }
  return (
    <>
      <b>{fixed(row.rating, decimals)}</b>{" "}
      <small>{intervalText(row.rating, row.rating_lower, row.rating_upper, decimals)}</small>
    </>
  );
}
