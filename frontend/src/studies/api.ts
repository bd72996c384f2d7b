/** The routes of studies, invitations and devices, as a voter uses them. */
import { type Progress, type Question, type Ranks, request, type Verdict } from "../api";
import type { Board } from "../board/api";
import { meChanged } from "../ui/site";

/** Whether this visitor may vote in a study, or why not. */
export type MayVote = "yes" | "join" | "paused" | "closed" | "quota_reached" | "not_blind" | "done";

export interface StudyEntry {
  key: string;
  name: string;
  state: string;
  may_vote: MayVote;
  voted: number;
  wanted: number | null;
}

export interface StudyDetails extends StudyEntry {
  k: number;
  language: string | null;
  guidelines: { version: number; text: string } | null;
  questions: Question[];
  progress: Progress;
  reveal: "never" | "vote";
}

/** What an invitation gives. */
export interface Joined {
  role: string;
  study: string | null;
}

const READ = { headers: { Accept: "application/json" } };

function send<T>(path: string, body: object): Promise<T> {
  return request<T>(path, {
    method: "POST",
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
}

export async function listStudies(): Promise<StudyEntry[]> {
  return (await request<{ studies: StudyEntry[] }>("/api/studies", READ)).studies;
}

export function readStudy(key: string): Promise<StudyDetails> {
  return request<StudyDetails>(`/api/studies/${encodeURIComponent(key)}`, READ);
}

export async function join(secret: string): Promise<Joined> {
  const joined = await send<Joined>("/api/join", { secret });
  meChanged();
  return joined;
}

/** A code that lets another device go on as this voter. */
export function makeCode(): Promise<{ code: string; expires_at: string }> {
  return send("/api/me/codes", {});
}

/** Makes this browser go on as the voter of a code. */
export async function claimCode(code: string): Promise<void> {
  await send("/api/me/claims", { code });
  meChanged();
}

/** Gives up what makes this visitor see names, so that votes are blind again. */
export async function endRoles(): Promise<void> {
  await send("/api/me/roles/end", {});
  meChanged();
}

/** A vote of this voter; names are those that were revealed. */
export interface OwnVote {
  vote: string;
  study: string | null;
  cast_at: string;
  /** Null for one that was taken back. */
  verdict: Verdict | null;
  ranks: Ranks | null;
  prompt: string;
  responses: { position: number; model_name: string }[];
}

/** The votes before the one that `after` stands for, newest first; null begins with the newest. */
export function readOwnVotes(after: string | null): Promise<{ votes: OwnVote[]; next: string | null }> {
  const query = after === null ? "" : `?after=${encodeURIComponent(after)}`;
  return request(`/api/me/votes${query}`, READ);
}

/** The leaderboard of this voter's own votes. */
export interface OwnBoard {
  counted: number;
  needed: number;
  missing: number;
  /** Votes where it is not shown who wrote what. */
  hidden: number;
  most: number;
  /** Whether votes before the newest `most` are left out. */
  cut: boolean;
  /** Null while votes are missing. */
  board: Board | null;
}

export function readOwnBoard(): Promise<OwnBoard> {
  return request("/api/me/leaderboard", READ);
}
