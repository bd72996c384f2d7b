/** What a reader chose, as it stands in the address: the same names as the parameters of `/api/leaderboard`. */

/** Which votes count. */
export const SELECTION = [
  "category",
  "language",
  "judge_kind",
  "judge",
  "study",
  "run",
  "since",
  "until",
] as const;
/** How numbers are made of them. */
export const METHOD = [
  "method",
  "position",
  "style",
  "ties",
  "both_bad",
  "swap",
  "ci",
  "rank_method",
] as const;
const NAMES = [...METHOD, ...SELECTION, "exclude_models"] as const;

export type QueryName = (typeof NAMES)[number];
/** A name may stand several times, as in "category=a&category=b". */
export type Query = Readonly<Partial<Record<QueryName, readonly string[]>>>;

/** The part of an address that chooses a leaderboard; empty values are left out. */
export function queryOf(params: URLSearchParams): Query {
  const query: Partial<Record<QueryName, readonly string[]>> = {};
  for (const name of NAMES) {
    const values = params.getAll(name).filter((value) => value !== "");
    if (values.length > 0) {
      query[name] = values;
    }
  }
  return query;
}

/** `path` with a query, in one order always, so that equal choices have equal addresses. */
export function withQuery(path: string, query: Query, more: Readonly<Record<string, string>> = {}): string {
  const params = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of query[name] ?? []) {
      params.append(name, value);
    }
  }
  for (const [name, value] of Object.entries(more)) {
    if (value !== "") {
      params.set(name, value);
    }
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

/** The query with one name changed; no value takes it away. */
export function changed(query: Query, name: QueryName, value: string): Query {
  const next = { ...query };
  delete next[name];
  return value === "" ? next : { ...next, [name]: [value] };
}

export function chosen(query: Query, name: QueryName): string {
  return (query[name] ?? []).join(" + ");
}

/** Whether anything about the method differs from the default, so that a comparison says something. */
export function changesMethod(query: Query): boolean {
  return METHOD.some((name) => query[name] !== undefined);
}

/** A part of a file's name that tells what was chosen: "category-coding_method-elo". */
export function fileStem(query: Query): string {
  return NAMES.flatMap((name) => (query[name] ?? []).map((value) => `${name}-${value}`))
    .join("_")
    .replaceAll(/[^\p{L}\p{N}_.-]+/gu, "-")
    .slice(0, 80);
}
