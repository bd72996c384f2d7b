/** The routes of studies, invitations and devices, as a voter uses them. */
import { type Progress, type Question, request } from "../api";

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

export interface Me {
  voter: boolean;
  roles: Joined[];
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

export function join(secret: string): Promise<Joined> {
  return send<Joined>("/api/join", { secret });
}

export function readMe(): Promise<Me> {
  return request<Me>("/api/me", READ);
}

/** A code that lets another device go on as this voter. */
export function makeCode(): Promise<{ code: string; expires_at: string }> {
  return send("/api/me/codes", {});
}

/** Makes this browser go on as the voter of a code. */
export function claimCode(code: string): Promise<unknown> {
  return send("/api/me/claims", { code });
}

/** Gives up what makes this visitor see names, so that votes are blind again. */
export function endRoles(): Promise<unknown> {
  return send("/api/me/roles/end", {});
}
