/** Runs of judges as the page sees them. Who won where is told by the server; nothing here interprets a verdict. */
import { request, revisionEvents } from "../api";
import type { StoredFile } from "../board/files";

export interface RunHead {
  id: string;
  name: string;
  started_at: string;
  votes: number;
  abstentions: number;
  calls: number;
  cost_usd: number;
}

export interface RunJudge {
  name: string;
  kind: string;
  version: string;
  planned: number | null;
  votes: number;
  ties: number;
  both_bad: number;
  abstentions: Record<string, number>;
  calls: number;
  attempts: number;
  cached: number;
  unknown_fate: number;
  prompt_tokens: number;
  completion_tokens: number;
  /** Known cost; null where no price is known. */
  cost_usd: number | null;
  cost_unknown: number;
  /** Verdicts a second over the last half minute; null where none came. */
  per_second: number | null;
  seconds_left: number | null;
}

export interface CanaryLine {
  judge: string;
  kind: string;
  description: string;
  won: number;
  tied: number;
  lost: number;
  abstained: number;
  status: "passed" | "failed" | "not_run";
}

export interface RunView {
  id: string;
  name: string;
  started_at: string;
  revision: number;
  simulated: boolean;
  ending: string | null;
  max_calls: number | null;
  max_cost_usd: number | null;
  judges: RunJudge[];
  canaries: CanaryLine[];
  filters: { judges: string[]; contestants: string[]; categories: string[] };
}

/** One verdict: on one order of a matchup, by one judge. */
export interface Game {
  judge: string;
  /** Contestants in the order shown. */
  order: string[];
  /** The verdict in positions, or the reason of an abstention. */
  verdict: string;
  /** The contestant that won, or null. */
  winner: string | null;
  abstained: boolean;
}

export interface Matchup {
  key: string;
  prompt_key: string;
  category: string | null;
  prompt: string;
  contestants: string[];
  repeat: number;
  /** Some judge says otherwise when the order is swapped. */
  conflict: boolean;
  games: Game[];
}

export interface MatchupPageOfRun {
  matchups: Matchup[];
  next: string | null;
}

export interface GameDetail extends Game {
  /** The reply was stored before, so nothing was asked. */
  cached: boolean;
  question: string | null;
  question_as_stored: boolean | null;
  reply: string | null;
  first_reply: string | null;
  error: string | null;
  rationale: string | null;
  cost_usd: number | null;
  prompt_tokens: number | null;
  completion_tokens: number | null;
  attempts: number | null;
  duration_ms: number | null;
  model: string | null;
  at: string;
}

export interface MatchupDetail {
  key: string;
  prompt_key: string;
  category: string | null;
  reference: string | null;
  prompt: string[];
  attachments?: StoredFile[];
  repeat: number;
  conflict: boolean;
  responses: { contestant: string; turns: string[]; attachments?: StoredFile[] }[];
  games: GameDetail[];
}

export interface MatchupQuery {
  judge?: string;
  contestant?: string;
  category?: string;
  outcome?: string;
  q?: string;
}

export const FILTERS = ["judge", "contestant", "category", "outcome", "q"] as const;

const ACCEPT = { headers: { Accept: "application/json" } };

function address(run: string, rest = "", params: Record<string, string | undefined> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(params)) {
    if (value) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return `/api/runs/${encodeURIComponent(run)}${rest}${text === "" ? "" : `?${text}`}`;
}

export function listRuns(): Promise<{ runs: RunHead[] }> {
  return request("/api/runs", ACCEPT);
}

export function readRun(run: string): Promise<RunView> {
  return request(address(run), ACCEPT);
}

export function listMatchups(run: string, query: MatchupQuery, after?: string): Promise<MatchupPageOfRun> {
  return request(address(run, "/matchups", { ...query, after }), ACCEPT);
}

export function readMatchup(run: string, key: string): Promise<MatchupDetail> {
  return request(address(run, "/matchup", { key }), ACCEPT);
}

/** A revision whenever a run has moved. */
export const runEvents = revisionEvents("/api/runs/events", "revision", (data) => {
  const revision = Number(data);
  return data !== "" && Number.isFinite(revision) ? revision : null;
});
