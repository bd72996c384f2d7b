/**
 * The HTTP interface as the page sees it: how to ask, and the shapes and routes of voting. Each area's own routes stand
 * in its `api.ts`. Nothing here computes a rating or interprets a verdict; it only sends and receives.
 */

/** `ranking` stands for an order of more than two responses, which `ranks` then tell. */
export type Verdict = "first" | "second" | "tie" | "both_bad" | "skip" | "ranking";

/** For each position its rank: 1 best, equal = tie, null = not ranked. */
export type Ranks = (number | null)[];

export interface Progress {
  voted: number;
  remaining: number;
  /** How many votes a study wants of one voter; null or absent where it takes as many as come. */
  wanted?: number | null;
}

/** A file that belongs to a prompt or a response, served under the battle's token. */
export interface Attachment {
  kind: "image" | "audio" | "video";
  media_type: string;
  url: string;
  width?: number | null;
  height?: number | null;
}

export interface QuestionOption {
  value: string;
  text: string;
}

/** What a study asks beside the verdict. */
export interface Question {
  id: string;
  text: string;
  type: "choice" | "choices" | "text" | "scale";
  options?: QuestionOption[];
  required?: boolean;
}

/** Answers by the id of their question: the chosen value, the chosen values, or a text. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** What a battle says about the study it belongs to. */
export interface BattleStudy {
  key: string;
  name: string;
  guidelines_version: number;
  questions: Question[];
  margin: boolean;
  min_reading_ms: number;
  reveal: "never" | "vote";
}

export interface BattlePrompt {
  turns: string[];
  category: string | null;
  language: string | null;
  attachments?: Attachment[];
}

/** One response of an open battle: where it stands and what it says, nothing about who wrote it. */
export interface BattleResponse {
  position: number;
  turns?: string[];
  content: string;
  attachments?: Attachment[];
}

export interface Battle {
  battle: string;
  prompt: BattlePrompt;
  responses: BattleResponse[];
  progress: Progress;
  /** Null or absent on the open floor. */
  study?: BattleStudy | null;
}

/** What the stored vote buys: who stood where. Empty after a skip, and in a study that reveals nothing. */
export interface RevealedResponse {
  position: number;
  model_name: string;
  organization?: string | null;
  license?: string | null;
  price?: string | null;
  price_input?: string | null;
  price_output?: string | null;
  rating: number | null;
  rating_change: number | null;
}

export interface VoteResult {
  vote: string;
  verdict: Verdict;
  responses: RevealedResponse[];
  progress: Progress;
}

export type RowStatus =
  | "ok"
  | "unbeaten"
  | "winless"
  | "separated"
  | "disconnected"
  | "no_data"
  | "regularised";

export interface Effect {
  name: string;
  judge: string;
  estimate: number | null;
  lower: number | null;
  upper: number | null;
  points: number | null;
}

/** An answer that is not a success. `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    /** Values that the message names, such as the field that is wrong. */
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = "ApiError";
  }

  /** Whether the same request, sent again unchanged, may yet succeed. */
  get retryable(): boolean {
    if (this.code === "quota_reached") {
      return false;
    }
    return (
      this.code === "too_early" ||
      this.status === 0 ||
      this.status === 408 ||
      this.status === 429 ||
      this.status >= 500
    );
  }
}

/** Whatever was thrown, as an `ApiError`. */
export function asError(cause: unknown): ApiError {
  return cause instanceof ApiError
    ? cause
    : new ApiError(0, "failed", cause instanceof Error ? cause.message : String(cause));
}

/** The page gives up waiting for one answer after this long; a vote is then sent again with the same key. */
const TIMEOUT_MS = 20_000;

/** How long to wait before news are asked for again after an error page. */
const RECONNECT_MS = 10_000;

const UNREACHABLE = "The server cannot be reached.";
const UNREADABLE = "The server sent an answer this page cannot read.";

/** Asks the server; whatever is not a success is an `ApiError`. */
export async function request<T>(path: string, init: RequestInit = {}): Promise<T> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(path, {
      ...init,
      credentials: "same-origin",
      cache: "no-store",
      signal: init.signal ?? AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch {
    throw new ApiError(0, "unreachable", UNREACHABLE);
  }
  const body = parse(text);
  if (!response.ok) {
    throw errorFrom(response.status, body);
  }
  if (body === null) {
    // A success that is not ours (a proxy's or a hotel's page, say) confirms nothing.
    throw new ApiError(0, "unreadable", UNREADABLE);
  }
  return body as T;
}

function parse(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function errorFrom(status: number, body: object | null): ApiError {
  const { code, message, details } = (body ?? {}) as { code?: unknown; message?: unknown; details?: unknown };
  return new ApiError(
    status,
    typeof code === "string" ? code : "error",
    typeof message === "string" ? message : `The server answered with status ${status}.`,
    typeof details === "object" && details !== null ? { ...details } : {},
  );
}

const JSON_HEADERS = { "Content-Type": "application/json", Accept: "application/json" };

/** The voter's open battle of a study (null: of the open floor), or a new one; `no_battles` (404) when none is left. */
export function nextBattle(study: string | null = null): Promise<Battle> {
  const query = study === null ? "" : `?study=${encodeURIComponent(study)}`;
  return request<Battle>(`/api/battles/next${query}`, { headers: { Accept: "application/json" } });
}

/** Sends one decision. `body` is kept as text so that a repeat carries the same bytes. */
export async function postVote(battle: string, key: string, body: string): Promise<VoteResult> {
  const result = await request<VoteResult>(`/api/battles/${encodeURIComponent(battle)}/votes`, {
    method: "POST",
    headers: { ...JSON_HEADERS, "Idempotency-Key": key },
    body,
  });
  if (typeof result.vote !== "string") {
    throw new ApiError(0, "unreadable", UNREADABLE);
  }
  return result;
}

export function withdrawVote(vote: string): Promise<{ vote: string; withdrawn: boolean }> {
  return request(`/api/votes/${encodeURIComponent(vote)}/withdrawal`, {
    method: "POST",
    headers: JSON_HEADERS,
    body: "{}",
  });
}

/** Hears of revisions and of the connection; gives the function that ends it. */
export type Events = (onRevision: (revision: number) => void, onLink: (up: boolean) => void) => () => void;

/**
 * A stream of revisions: each `event` at `address` carries one, as `read` finds it (null: none). The browser reconnects
 * by itself after a broken line, and this function after an error page, which the browser takes for final.
 */
export function revisionEvents(
  address: string,
  event: string,
  read: (data: string) => number | null,
): Events {
  return (onRevision, onLink) => {
    let source: EventSource;
    let retry = 0;
    const connect = () => {
      source = new EventSource(address);
      source.addEventListener("open", () => onLink(true));
      source.addEventListener("error", () => {
        onLink(false);
        if (source.readyState === EventSource.CLOSED) {
          retry = window.setTimeout(connect, RECONNECT_MS);
        }
      });
      source.addEventListener(event, (news) => {
        const revision = read((news as MessageEvent<string>).data);
        if (revision !== null) {
          onRevision(revision);
        }
      });
    };
    connect();
    return () => {
      window.clearTimeout(retry);
      source.close();
    };
  };
}

/** A revision after every stored vote. */
export const leaderboardEvents: Events = revisionEvents("/api/leaderboard/events", "leaderboard", (data) => {
  const { revision } = (parse(data) ?? {}) as { revision?: unknown };
  return typeof revision === "number" ? revision : null;
});
