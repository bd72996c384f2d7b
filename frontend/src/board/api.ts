/** What the reading pages ask the server for, and what it answers. Nothing here computes a rating or a rank. */
import type { Effect, RowStatus } from "../api";
import { request } from "../api";
import type { Reason } from "../sentences/sentence";
import { type Query, withQuery } from "./query";

export interface Rated {
  rating: number | null;
  rating_lower: number | null;
  rating_upper: number | null;
}

export interface BoardRow extends Rated {
  rank: number | null;
  rank_lower: number | null;
  rank_upper: number | null;
  model_name: string;
  p_best?: number | null;
  tie_group?: number | null;
  vote_count: number;
  wins: number;
  losses: number;
  ties: number;
  both_bad: number;
  status: RowStatus;
  organization?: string | null;
  license?: string | null;
  price?: string | null;
  price_input?: string | null;
  price_output?: string | null;
  price_input_value?: number | null;
  price_output_value?: number | null;
  both_bad_share?: number | null;
  win_rate?: number | null;
  preliminary?: boolean;
  few_votes?: boolean;
  /** Only where the board is compared with the default settings. */
  rating_change?: number | null;
  rank_change?: number | null;
}

export interface BoardFilters {
  methods: string[];
  judge_kinds: string[];
  categories: string[];
  style_methods: string[];
  languages: string[];
  judges: string[];
  runs: { id: string; name: string }[];
  /** Keys of the studies that voters can know of. */
  studies: string[];
  styles: string[];
  ties: string[];
  both_bad: string[];
  positions: string[];
}

export interface Board {
  method: string;
  settings: Record<string, unknown>;
  scale: Record<string, unknown> | null;
  level: number | null;
  ci_method: string | null;
  rank_method: string | null;
  vote_count: number;
  excluded: Record<string, number>;
  diagnostics: { status: string; components?: number };
  effects: Effect[];
  leaderboard: BoardRow[];
  /** `reasons` is missing on boards that were frozen before it existed. */
  warnings: { code: string; message: string; reasons?: Reason[] }[];
  filters: BoardFilters;
  compare?: {
    against: string;
    changed: { name: string; value: string; default: string }[];
    same_scale: boolean;
    vote_count: number;
  };
  simulated: boolean;
  revision: number;
  query?: string;
}

export interface Check {
  id: string;
  state: "passed" | "failed" | "not_run";
  summary: string;
  detail: string;
  numbers: Record<string, number | null>;
  revision: number | null;
  concerned: string[];
  /** The summary by its code. */
  reason?: Reason;
  /** The detail by its code. */
  rule?: Reason;
}

export interface Trust {
  revision: number;
  computing: boolean;
  level: number | null;
  checks: Check[];
}

export interface Pair {
  model_name: string;
  opponent: string;
  battles: number;
  wins: number;
  losses: number;
  ties: number;
  both_bad: number;
  win_fraction: number | null;
  lower: number | null;
  upper: number | null;
  predicted: number | null;
  residual: number | null;
}

export interface Pairs {
  method: string;
  level: number | null;
  revision: number;
  models: string[];
  tie_rule: string;
  pairs: Pair[];
  bins: {
    from: number;
    to: number;
    pairs: number;
    battles: number;
    predicted: number;
    observed: number;
    lower: number | null;
    upper: number | null;
  }[];
}

export interface HistoryPoint extends Rated {
  rank: number | null;
  rank_lower: number | null;
  rank_upper: number | null;
  vote_count: number;
  status: string;
}

export interface BoardHistory {
  method: string;
  level: number | null;
  revision: number;
  cuts: {
    at: string;
    vote_count: number;
    leader: string | null;
    leader_alone: boolean;
    components: number;
  }[];
  models: {
    model_name: string;
    retired: boolean;
    first_vote_at: string | null;
    last_vote_at: string | null;
    points: (HistoryPoint | null)[];
  }[];
  changelog: { at: string; event: string; model_name: string; before: string | null }[];
}

export interface PositionEffect {
  judge: string;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  points: number | null;
  first_probability: number | null;
  first_lower: number | null;
  first_upper: number | null;
  votes: number;
}

export interface Effects {
  level: number | null;
  revision: number;
  position: { method: string; note: string | null; effects: PositionEffect[] };
  style: { method: string; note: string | null; effects: (Omit<Effect, "judge"> & { judge?: string })[] };
  lengths: ({ model_name: string; mean_length: number | null; responses: number } & Rated)[];
}

export interface Estimate {
  value: number | null;
  lower: number | null;
  upper: number | null;
}

export interface Agreement {
  revision: number;
  computing: boolean;
  level: number | null;
  judges: { name: string; kind: string; votes: number }[];
  comparisons: {
    judge: string;
    reference: string;
    items: number;
    comparisons: number;
    accuracy: Estimate | null;
    accuracy_decisive: Estimate | null;
    kappa: Estimate | null;
    alpha: Estimate | null;
    spearman: Estimate | null;
    note: string | null;
  }[];
}

export interface SnapshotHead {
  id: string;
  query: string;
  note: string;
  created_at: string;
  revision: number;
  votes_sha256: string;
  vote_count: number;
  method: string;
  simulated: boolean;
}

export interface Snapshot {
  id: string;
  query: string;
  note: string;
  created_at: string;
  revision: number;
  sha256: string;
  votes_sha256: string;
  verified: boolean;
  board: Board;
}

const ACCEPT = { Accept: "application/json" };

function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, { headers: ACCEPT, ...(signal ? { signal } : {}) });
}

/** The address of a board, for reading it and for the download links. */
export function boardPath(query: Query, more: Readonly<Record<string, string>> = {}): string {
  return withQuery("/api/leaderboard", query, more);
}

export function readBoard(query: Query, compare: boolean, signal?: AbortSignal): Promise<Board> {
  return read(boardPath(query, compare ? { compare: "default" } : {}), signal);
}

export function readTrust(query: Query, signal?: AbortSignal): Promise<Trust> {
  return read(withQuery("/api/leaderboard/trust", query), signal);
}

export function readPairs(query: Query, signal?: AbortSignal): Promise<Pairs> {
  return read(withQuery("/api/leaderboard/pairs", query), signal);
}

export function readHistory(query: Query, points: number, signal?: AbortSignal): Promise<BoardHistory> {
  return read(withQuery("/api/leaderboard/history", query, { points: String(points) }), signal);
}

export function readEffects(query: Query, signal?: AbortSignal): Promise<Effects> {
  return read(withQuery("/api/leaderboard/effects", query), signal);
}

export function readAgreement(query: Query, signal?: AbortSignal): Promise<Agreement> {
  return read(withQuery("/api/leaderboard/agreement", query), signal);
}

export function listSnapshots(signal?: AbortSignal): Promise<{ snapshots: SnapshotHead[] }> {
  return read("/api/snapshots", signal);
}

export function readSnapshot(id: string, signal?: AbortSignal): Promise<Snapshot> {
  return read(`/api/snapshots/${encodeURIComponent(id)}`, signal);
}

/** Keeps a board as it is now, for good. Needs the role of an analyst. */
export function freeze(query: Query, note: string): Promise<{ id: string; url: string }> {
  const text = withQuery("", query).replace(/^\?/, "");
  return request("/api/snapshots", {
    method: "POST",
    headers: { ...ACCEPT, "Content-Type": "application/json" },
    body: JSON.stringify({ query: text, note }),
  });
}
