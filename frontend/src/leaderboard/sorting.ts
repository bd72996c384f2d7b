/** In which order the rows are drawn. Ranks, ratings and counts stay what the server says. */
import type { BoardRow } from "../board/api";

export const COLUMNS = ["rank", "model", "rating", "votes", "win_rate", "p_best", "price", "change"] as const;
export type Column = (typeof COLUMNS)[number];

export interface Order {
  column: Column;
  descending: boolean;
}

/** The server's own order: best first. */
export const SERVED: Order = { column: "rank", descending: false };

const VALUES: Readonly<Record<Exclude<Column, "model">, (row: BoardRow) => number | null | undefined>> = {
  rank: (row) => row.rank,
  rating: (row) => row.rating,
  votes: (row) => row.vote_count,
  win_rate: (row) => row.win_rate,
  p_best: (row) => row.p_best,
  price: (row) => row.price_output_value,
  change: (row) => row.rating_change,
};

/** Rows in an order; what has no value comes last either way, and ties stay in the server's order. */
export function sorted(rows: readonly BoardRow[], order: Order): BoardRow[] {
  if (order.column === "rank" && !order.descending) {
    return [...rows];
  }
  const sign = order.descending ? -1 : 1;
  return [...rows].sort((a, b) => {
    if (order.column === "model") {
      return sign * a.model_name.localeCompare(b.model_name);
    }
    const value = VALUES[order.column];
    const [x, y] = [value(a) ?? null, value(b) ?? null];
    if (x === null || y === null) {
      return Number(x === null) - Number(y === null);
    }
    return sign * (x - y);
  });
}

/** The order after a press on a column's head: numbers begin with the largest, ranks and names with the first. */
export function pressed(order: Order, column: Column): Order {
  if (order.column === column) {
    return { column, descending: !order.descending };
  }
  return { column, descending: column !== "rank" && column !== "model" && column !== "price" };
}

/** "rating" or "-rating" of the address; the server's order where it says nothing known. */
export function orderOf(text: string | null): Order {
  const descending = text?.startsWith("-") ?? false;
  const column = COLUMNS.find((name) => name === text?.replace(/^-/, ""));
  return column ? { column, descending } : SERVED;
}

export function orderText({ column, descending }: Order): string {
  return column === "rank" && !descending ? "" : `${descending ? "-" : ""}${column}`;
}
