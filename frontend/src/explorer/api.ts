/** Battles and contestants as the reading pages see them. Who won, and by how much, is told by the server. */
import { request } from "../api";
import type { BoardRow } from "../board/api";
import type { StoredFile } from "../board/files";

export interface Upset {
  winner: string;
  loser: string;
  probability: number;
}

export interface BattleEntry {
  id: string;
  prompt_key: string;
  prompt: string;
  category: string | null;
  language: string | null;
  contestants: string[];
  verdicts: number;
  judges: number;
  outcomes: { outcome: string; count: number }[];
  abstentions: number;
  disagreement: number | null;
  upset: Upset | null;
  last_at: string | null;
}

export interface BattleList {
  battles: BattleEntry[];
  next: string | null;
  total: number | null;
  searched?: { votes: number; of: number };
  filters: {
    contestants: string[];
    categories: string[];
    languages: string[];
    judges: string[];
    judge_kinds: string[];
    studies?: string[];
  };
}

export interface VerdictDetail {
  battle: string;
  judge: string;
  kind: string;
  order: string[];
  verdict: string;
  outcome: string | null;
  abstained: boolean;
  superseded: boolean;
  margin: number | null;
  rationale: string | null;
  detail: unknown;
  at: string;
  latency_ms: number | null;
  run: string | null;
}

export interface ShownResponse {
  model_name: string;
  version: number;
  turns: string[];
  attachments?: StoredFile[];
  length: number;
  rating: number | null;
  rank: number | null;
}

export interface BattleDetail {
  id: string;
  prompt_key: string;
  category: string | null;
  language: string | null;
  reference: string | null;
  prompt: string[];
  attachments?: StoredFile[];
  responses: ShownResponse[];
  disagreement: number | null;
  upset: Upset | null;
  verdicts: VerdictDetail[];
}

export interface ContestantRow extends BoardRow {
  facts: Record<string, string>;
  retired: boolean;
  responses: number;
}

export interface ContestantList {
  revision: number;
  level: number | null;
  contestants: ContestantRow[];
}

export interface PartRating {
  name: string;
  rating: number | null;
  rating_lower: number | null;
  rating_upper: number | null;
  rank: number | null;
  rank_lower: number | null;
  rank_upper: number | null;
  vote_count: number;
  difference: number | null;
  difference_lower: number | null;
  difference_upper: number | null;
  verdict: "strength" | "weakness" | "not_told_apart" | "not_comparable";
  note: string | null;
}

export interface ContestantDetail {
  model_name: string;
  facts: Record<string, string>;
  retired: boolean;
  responses: number;
  revision: number;
  level: number | null;
  overall: ContestantRow | null;
  categories: PartRating[];
  languages: PartRating[];
  difference_level: number | null;
  best: BattleEntry[];
  worst: BattleEntry[];
  failed_prompts: {
    prompt_key: string;
    prompt: string;
    category: string | null;
    battles: number;
    score: number;
    fail_share: number | null;
    contestants: number;
    id: string;
  }[];
  by_length: {
    bucket: string;
    battles: number;
    win_rate: number | null;
    lower: number | null;
    upper: number | null;
  }[];
  self_preference: null | {
    judge: string;
    family: string;
    matchups: number;
    excess: number;
    lower: number | null;
    upper: number | null;
  };
}

/** The explorer's filters, in the order of its address. */
export const BATTLE_FILTERS = [
  "q",
  "contestant",
  "other",
  "category",
  "language",
  "judge",
  "judge_kind",
  "study",
  "outcome",
  "order",
] as const;
export type BattleFilter = (typeof BATTLE_FILTERS)[number];
export type BattleQuery = Readonly<Partial<Record<BattleFilter, string>>>;

export function battleQueryOf(params: URLSearchParams): BattleQuery {
  const query: Partial<Record<BattleFilter, string>> = {};
  for (const name of BATTLE_FILTERS) {
    const value = params.get(name);
    if (value) {
      query[name] = value;
    }
  }
  return query;
}

export function withBattleQuery(path: string, query: BattleQuery, after = ""): string {
  const params = new URLSearchParams();
  for (const name of BATTLE_FILTERS) {
    const value = query[name];
    if (value) {
      params.set(name, value);
    }
  }
  if (after !== "") {
    params.set("after", after);
  }
  const text = params.toString();
  return text === "" ? path : `${path}?${text}`;
}

function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request<T>(path, { headers: { Accept: "application/json" }, ...(signal ? { signal } : {}) });
}

export function listBattles(query: BattleQuery, after: string, signal?: AbortSignal): Promise<BattleList> {
  return read(withBattleQuery("/api/battles", query, after), signal);
}

export function readBattle(id: string, signal?: AbortSignal): Promise<BattleDetail> {
  return read(`/api/battles/${encodeURIComponent(id)}`, signal);
}

export function listContestants(signal?: AbortSignal): Promise<ContestantList> {
  return read("/api/contestants", signal);
}

export function readContestant(name: string, signal?: AbortSignal): Promise<ContestantDetail> {
  return read(`/api/contestants/${encodeURIComponent(name)}`, signal);
}
