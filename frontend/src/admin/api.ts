/** The administrator's routes: shapes the server sends, and one function a route. */
import { request } from "../api";
import type { Reason } from "../sentences/sentence";

export type StudyState = "draft" | "open" | "paused" | "closed";
export type Settings = Record<string, unknown>;

export interface StudyHead {
  key: string;
  name: string;
  state: StudyState;
  version: number;
  k: number;
  votes: number;
  wanted: number | null;
  voters: number;
  last_vote_at: string | null;
}

export interface StudyVoter {
  voter: string;
  votes: number;
  skips: number;
  last_vote_at: string | null;
  gold_right: number;
  gold_votes: number;
  /** Repeats that were answered as the first time. */
  repeat_same: number;
  repeat_votes: number;
  median_ms: number | null;
}

export interface StudyDetail {
  key: string;
  name: string;
  state: StudyState;
  version: number;
  settings: Settings;
  versions: { version: number; stored_at: string; guidelines_changed: boolean }[];
  states: { state: StudyState; reason: string; changed_at: string }[];
  numbers: Record<string, number | null>;
  days: { day: string; votes: number }[];
  voters: StudyVoter[];
  coverage: { contestant: string; battles: number; votes: number }[];
  /** What should make its owner worry. */
  warnings?: Reason[];
}

export type Role = "admin" | "analyst" | "voter";

export interface Invite {
  id: string;
  role: Role;
  label: string;
  uses: number;
  uses_max: number | null;
  expires_at: string | null;
  ended: boolean;
  /** How many roles stand that it gave. */
  roles: number;
}

export interface NewInvite {
  role: Role;
  label: string;
  uses: number | null;
  expires_at: string | null;
}

export interface ImportProblem {
  line: number;
  field: string | null;
  found: string | null;
  allowed: string;
  next: string;
}

export interface ImportAnswer {
  dry_run: boolean;
  name: string;
  shape: string;
  counts: Record<string, number>;
  problems: ImportProblem[];
  problems_total: number;
}

const JSON_HEADERS = { "Content-Type": "application/json", Accept: "application/json" };
/** A large import takes its time; the page waits for it. */
const IMPORT_TIMEOUT_MS = 30 * 60_000;

function post<T>(path: string, body: unknown): Promise<T> {
  return request<T>(path, { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(body) });
}

function study(key: string): string {
  return `/api/admin/studies/${encodeURIComponent(key)}`;
}

export function listStudies(): Promise<{ studies: StudyHead[] }> {
  return request("/api/admin/studies");
}

export function getStudy(key: string): Promise<StudyDetail> {
  return request(study(key));
}

export function createStudy(settings: Settings): Promise<StudyDetail> {
  return post("/api/admin/studies", { settings });
}

export function reviseStudy(key: string, settings: Settings): Promise<StudyDetail> {
  return post(`${study(key)}/versions`, { settings });
}

export function changeState(key: string, state: StudyState, reason: string): Promise<StudyDetail> {
  return post(`${study(key)}/state`, { state, reason });
}

/** Invitations to a study, or to the whole arena where `key` is null. */
export function listInvites(key: string | null): Promise<{ invites: Invite[] }> {
  return request(invites(key));
}

export function createInvite(key: string | null, invite: NewInvite): Promise<{ id: string; url: string }> {
  return post(invites(key), invite);
}

function invites(key: string | null): string {
  return key === null ? "/api/admin/invites" : `${study(key)}/invites`;
}

/** Lets nobody join by it any more; `withRoles` also ends the roles that it gave. */
export function endInvite(
  id: string,
  withRoles: boolean,
): Promise<{ id: string; ended: boolean; roles_ended: number }> {
  return post(`/api/admin/invites/${encodeURIComponent(id)}/end`, { end_roles: withRoles });
}

/** Sends a file; a dry run stores nothing and answers what would happen. */
export function importFile(
  file: File,
  options: { dryRun: boolean; skipInvalid: boolean },
): Promise<ImportAnswer> {
  const query = new URLSearchParams({
    dry_run: String(options.dryRun),
    name: file.name,
    skip_invalid: String(options.skipInvalid),
  });
  return request(`/api/admin/imports?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream", Accept: "application/json" },
    body: file,
    signal: AbortSignal.timeout(IMPORT_TIMEOUT_MS),
  });
}

/** What one check says of one voter. */
export interface Signal {
  id: string;
  state: "ok" | "suspect" | "unknown";
  value: number | null;
  lower: number | null;
  upper: number | null;
  threshold: number;
  of: number;
  detail: string;
  /** The detail by its code. */
  reason?: Reason;
}

export type Action = "exclude" | "weight" | "restore";

export interface Decision {
  voter: string;
  study: string | null;
  action: Action;
  weight: number;
  reason: string;
  by: string;
  decided_at: string;
}

export interface CheckedVoter {
  voter: string;
  votes: number;
  skips: number;
  first_vote_at: string;
  last_vote_at: string;
  suspect: number;
  favours: string[];
  signals: Signal[];
  decision: Decision | null;
}

export interface RatingChange {
  model_name: string;
  rating: number | null;
  rating_without: number | null;
  rating_change: number | null;
}

export interface QualityReport {
  revision: number;
  study: string | null;
  voters: CheckedVoter[];
  alarms: { check: string; voters: number; message: string }[];
  /** What the decisions do to each rating; null unless asked for. */
  sensitivity: RatingChange[] | null;
}

/** What the checks say about voters: of one study, or of all votes of people where `key` is null. */
export function readQuality(key: string | null, sensitivity: boolean): Promise<QualityReport> {
  const query = new URLSearchParams(key === null ? {} : { study: key });
  if (sensitivity) {
    query.set("sensitivity", "true");
  }
  return request(`/api/admin/quality?${query}`);
}

export interface NewDecision {
  voter: string;
  study: string | null;
  action: Action;
  /** Only with `weight`. */
  weight: number | null;
  reason: string;
}

export function decide(decision: NewDecision): Promise<Decision> {
  return post("/api/admin/decisions", decision);
}
