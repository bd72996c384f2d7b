import type { ComponentChildren } from "preact";
import type { Board, BoardRow } from "../board/api";
import { Go } from "../board/bits";
import { intervalMethod, methodName, statusName } from "../board/names";
import { count, fixed, isolated, NONE, percent, signed } from "../board/numbers";
import { decimalsFor, rankRange } from "../format";
import { joined } from "../i18n/names";
import { Name } from "../ui/Name";
import { AxisLabels, IntervalBar } from "./IntervalBar";
import { ResultBar } from "./ResultBar";
import { type Axis, axisOf } from "./scale";
import { type Column, type Order, pressed, sorted } from "./sorting";
import { say as sayNow, useSay } from "./words";

/** "95 % interval, sandwich", or the words for a table without intervals. */
export function intervalName({ level, ci_method }: Pick<Board, "level" | "ci_method">): string {
  return level === null || ci_method === null || ci_method === "none"
    ? sayNow("no_interval")
    : sayNow("interval", { level: percent(level, 2), method: intervalMethod(ci_method) });
}

/** Half widths of all intervals, on either side. */
function halfWidths(rows: readonly BoardRow[]): number[] {
  return rows.flatMap(({ rating, rating_lower: lower, rating_upper: upper }) =>
    rating === null || lower === null || upper === null ? [] : [rating - lower, upper - rating],
  );
}

/** What all rows of one table share. */
interface Shared {
  axis: Axis | null;
  decimals: number;
  columns: Readonly<Record<"p_best" | "price" | "change" | "win_rate", boolean>>;
  banded: boolean;
}

interface TableProps {
  board: Board;
  order: Order;
  onOrder: (order: Order) => void;
  /** A frozen board links to nothing that moves. */
  frozen?: boolean;
}

/**
 * The table. Rows become cards on a narrow screen; the roles keep it a table for screen readers there, where the
 * changed display would hide that.
 */
export function RatingTable({ board, order, onOrder, frozen = false }: TableProps) {
  const say = useSay();
  const rows = board.leaderboard;
  const shared: Shared = {
    axis: axisOf(rows),
    decimals: decimalsFor(halfWidths(rows)),
    columns: {
      p_best: rows.some((row) => typeof row.p_best === "number"),
      price: rows.some((row) => row.price ?? row.price_output ?? row.price_input),
      change: board.compare !== undefined,
      win_rate: rows.some((row) => typeof row.win_rate === "number"),
    },
    banded: order.column === "rank",
  };
  const head = (column: Column, children: ComponentChildren, kind = "") => (
    <Head column={column} order={order} onOrder={onOrder} kind={kind}>
      {children}
    </Head>
  );
  return (
    <table class="ratings" role="table">
      <caption>
        {say("caption", {
          method: methodName(board.method),
          interval: intervalName(board),
          votes: say("votes_counted", { count: board.vote_count }),
        })}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {head("rank", say("rank"), "cell-rank")}
          {head("model", say("model"), "cell-model")}
          {head("rating", say("rating"), "cell-rating")}
          <td role="cell" class="cell-bar">
            {shared.axis && <AxisLabels axis={shared.axis} />}
          </td>
          {shared.columns.change && head("change", say("change"), "cell-change")}
          {head("votes", say("votes"), "cell-count")}
          <th scope="col" role="columnheader" class="cell-results">
            <span class="sort sort-none">{say("results")}</span>
          </th>
          {shared.columns.win_rate && head("win_rate", say("win_rate"), "cell-count")}
          {shared.columns.p_best && head("p_best", say("p_best"), "cell-count")}
          {shared.columns.price && head("price", say("price"), "cell-price")}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {sorted(rows, order).map((row, index, all) => (
          <Row
            key={row.model_name}
            row={row}
            shared={shared}
            frozen={frozen}
            begins={shared.banded && index > 0 && all[index - 1]?.tie_group !== row.tie_group}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps {
  column: Column;
  order: Order;
  onOrder: (order: Order) => void;
  kind: string;
  children: ComponentChildren;
}

function Head({ column, order, onOrder, kind, children }: HeadProps) {
  const held = order.column === column;
  return (
    <th
      scope="col"
      role="columnheader"
      class={kind}
      aria-sort={held ? (order.descending ? "descending" : "ascending") : "none"}
    >
      <button type="button" class="sort" onClick={() => onOrder(pressed(order, column))}>
        {children}
        <span class="sort-mark" aria-hidden="true">
          {held ? (order.descending ? "▼" : "▲") : "↕"}
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  row: BoardRow;
  shared: Shared;
  frozen: boolean;
  begins: boolean;
}

function Row({ row, shared, frozen, begins }: RowProps) {
  const say = useSay();
  const { axis, decimals, columns, banded } = shared;
  const band = banded && typeof row.tie_group === "number" && row.tie_group % 2 === 0 ? " band" : "";
  return (
    <tr role="row" class={`${begins ? "group-begins" : ""}${band}`}>
      <td role="cell" class="cell-rank">
        <b>{row.rank ?? NONE}</b>{" "}
        {row.rank !== null && (
          <small dir="ltr" title={say("rank_set")}>
            ({rankRange(row.rank_lower, row.rank_upper)})
          </small>
        )}
      </td>
      <th scope="row" role="rowheader" class="cell-model">
        <NameCell row={row} frozen={frozen} />
      </th>
      <td role="cell" class="cell-rating">
        <RatingText row={row} decimals={decimals} />
      </td>
      <td role="cell" class="cell-bar">
        {axis && <IntervalBar axis={axis} row={row} />}
      </td>
      {columns.change && (
        <td role="cell" class="cell-change" data-label={say("change")}>
          <Change row={row} decimals={decimals} />
        </td>
      )}
      <td role="cell" class="cell-count" data-label={say("votes")}>
        {count(row.vote_count)}
      </td>
      <td role="cell" class="cell-results" data-label={say("results")}>
        <ResultBar row={row} />
      </td>
      {columns.win_rate && (
        <td role="cell" class="cell-count" data-label={say("win_rate")}>
          {share(row.win_rate, 1)}
        </td>
      )}
      {columns.p_best && (
        <td role="cell" class="cell-count" data-label={say("p_best")}>
          {chance(row.p_best)}
        </td>
      )}
      {columns.price && (
        <td role="cell" class="cell-price" data-label={say("price")}>
          <Price row={row} />
        </td>
      )}
    </tr>
  );
}

function share(value: number | null | undefined, decimals: number): string {
  return typeof value === "number" ? percent(value, decimals) : NONE;
}

/** A chance that is neither certain nor impossible is never written as 0 or 100 %. */
function chance(value: number | null | undefined): string {
  if (typeof value !== "number") {
    return NONE;
  }
  // none of the draws is no proof of never
  return value < 0.001
    ? isolated(`<${percent(0.001, 1)}`)
    : value > 0.999
      ? isolated(`>${percent(0.999, 1)}`)
      : percent(value, 1);
}

function NameCell({ row, frozen }: { row: BoardRow; frozen: boolean }) {
  const say = useSay();
  const facts = [row.organization, row.license].filter((fact): fact is string => Boolean(fact));
  return (
    <>
      <span class="model-name">
        {frozen ? (
          <Name of={row.model_name} />
        ) : (
          <Go to={`/contestants/${encodeURIComponent(row.model_name)}`} kind="model-link">
            <Name of={row.model_name} />
          </Go>
        )}
        {row.status !== "ok" && <span class="badge">{statusName(row.status)}</span>}
        {(row.preliminary || row.few_votes) && (
          <span class="badge badge-preliminary">{say(row.few_votes ? "few_votes" : "preliminary")}</span>
        )}
      </span>
      {facts.length > 0 && (
        <small class="model-facts">
          <bdi class="name">{joined(facts, " · ")}</bdi>
        </small>
      )}
    </>
  );
}

function RatingText({ row, decimals }: { row: BoardRow; decimals: number }) {
  const say = useSay();
  const { rating, rating_lower: lower, rating_upper: upper } = row;
  if (rating === null) {
    return (
      <>
        {NONE} <small>{statusName(row.status)}</small>
      </>
    );
  }
  const interval =
    lower === null || upper === null
      ? `(${say("no_interval")})`
      : `(${signed(lower - rating, decimals)} / ${signed(upper - rating, decimals)})`;
  return (
    <>
      <b>{fixed(rating, decimals)}</b> <small dir="ltr">{interval}</small>
    </>
  );
}

/** What the chosen method changes against the default one, for this contestant. */
function Change({ row, decimals }: { row: BoardRow; decimals: number }) {
  const say = useSay();
  const { rating_change: rating, rank_change: places } = row;
  if (typeof rating !== "number") {
    return <>{NONE}</>;
  }
  const up = Number(rating.toFixed(decimals));
  const direction = up > 0 ? "up" : up < 0 ? "down" : "same";
  return (
    <>
      <span class={`change change-${direction}`}>
        <span aria-hidden="true">{{ up: "▲", down: "▼", same: "=" }[direction]}</span>{" "}
        <bdi dir="ltr">{signed(rating, decimals)}</bdi>
      </span>
      {typeof places === "number" && places !== 0 && (
        <small class="change-rank">
          {say(places < 0 ? "places_up" : "places_down", { count: Math.abs(places) })}
        </small>
      )}
    </>
  );
}

function Price({ row }: { row: BoardRow }) {
  const say = useSay();
  if (row.price) {
    return <bdi>{row.price}</bdi>;
  }
  if (!row.price_input && !row.price_output) {
    return <>{NONE}</>;
  }
  return (
    <bdi dir="ltr">
      <span class="hidden-text">{say("price_in_out")} </span>
      {row.price_input ?? "?"} / {row.price_output ?? "?"}
    </bdi>
  );
}
