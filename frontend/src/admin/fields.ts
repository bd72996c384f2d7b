/** The settings of a study as a form shows them: where each stands, and how it is given. */
import type { KeyOf } from "../i18n/messages";
import type { Settings } from "./api";
import type english from "./messages/en.json";

type Word = KeyOf<typeof english>;

export interface Field {
  /** Where it stands in the settings, parts joined by dots; also how the server's errors call it. */
  path: string;
  kind: "text" | "number" | "choice" | "check" | "long" | "names" | "duration";
  label: Word;
  help?: Word;
  choices?: readonly { value: string; label: Word }[];
  min?: number;
  max?: number;
  step?: number;
  /** Fixed once the study exists. */
  once?: boolean;
  /** Whether an empty number is sent as null: no limit. */
  unlimited?: boolean;
}

export interface Group {
  title: Word;
  fields: readonly Field[];
}

export const GROUPS: readonly Group[] = [
  {
    title: "g_about",
    fields: [
      { path: "name", kind: "text", label: "f_name" },
      { path: "key", kind: "text", label: "f_key", help: "h_key", once: true },
      { path: "language", kind: "text", label: "f_language", help: "h_language" },
      { path: "guidelines", kind: "long", label: "f_guidelines", help: "h_guidelines" },
    ],
  },
  {
    title: "g_what",
    fields: [
      { path: "k", kind: "number", label: "f_k", help: "h_k", min: 2, max: 8 },
      { path: "contestants", kind: "names", label: "f_contestants", help: "h_contestants" },
      { path: "prompts.category", kind: "names", label: "f_categories", help: "h_categories" },
      { path: "prompts.limit", kind: "number", label: "f_limit", min: 1, unlimited: true },
      { path: "matchups", kind: "number", label: "f_matchups", help: "h_matchups", min: 1, unlimited: true },
      {
        path: "votes_per_matchup",
        kind: "number",
        label: "f_votes_per_matchup",
        help: "h_votes_per_matchup",
        min: 1,
        unlimited: true,
      },
    ],
  },
  {
    title: "g_who",
    fields: [
      {
        path: "voters.who",
        kind: "choice",
        label: "f_who",
        choices: [
          { value: "invited", label: "c_invited" },
          { value: "anyone", label: "c_anyone" },
        ],
      },
      { path: "voters.quota", kind: "number", label: "f_quota", help: "h_quota", min: 1, unlimited: true },
      { path: "voters.daily", kind: "number", label: "f_daily", min: 1, unlimited: true },
      { path: "reservation", kind: "duration", label: "f_reservation", help: "h_reservation" },
      {
        path: "reveal",
        kind: "choice",
        label: "f_reveal",
        help: "h_reveal",
        choices: [
          { value: "never", label: "c_reveal_never" },
          { value: "vote", label: "c_reveal_vote" },
        ],
      },
    ],
  },
  {
    title: "g_how",
    fields: [
      { path: "margin", kind: "check", label: "f_margin" },
      { path: "min_reading_ms", kind: "number", label: "f_min_reading", min: 0, step: 500 },
      {
        path: "matchmaker.type",
        kind: "choice",
        label: "f_matchmaker",
        help: "h_matchmaker",
        choices: [
          { value: "uniform", label: "c_uniform" },
          { value: "information", label: "c_information" },
          { value: "rank-aware", label: "c_rank_aware" },
          { value: "ucb", label: "c_ucb" },
        ],
      },
      {
        path: "matchmaker.explore",
        kind: "number",
        label: "f_explore",
        help: "h_explore",
        min: 0,
        max: 1,
        step: 0.05,
      },
      { path: "matchmaker.coverage", kind: "number", label: "f_coverage", help: "h_coverage", min: 0 },
      { path: "matchmaker.newcomers", kind: "check", label: "f_newcomers" },
    ],
  },
  {
    title: "g_quality",
    fields: [
      { path: "gold.share", kind: "number", label: "f_gold", help: "h_gold", min: 0, max: 0.5, step: 0.05 },
      { path: "gold.canaries", kind: "check", label: "f_canaries" },
      { path: "gold.identical", kind: "check", label: "f_identical" },
      {
        path: "repeats.share",
        kind: "number",
        label: "f_repeats",
        help: "h_repeats",
        min: 0,
        max: 0.5,
        step: 0.05,
      },
      {
        path: "leaks.action",
        kind: "choice",
        label: "f_leaks",
        help: "h_leaks",
        choices: [
          { value: "mask", label: "c_mask" },
          { value: "replace", label: "c_replace" },
          { value: "flag", label: "c_flag" },
          { value: "off", label: "c_off" },
        ],
      },
      { path: "leaks.words", kind: "names", label: "f_leak_words", help: "h_leak_words" },
    ],
  },
];

/** What a new study begins with. */
export const NEW_STUDY: Settings = {
  k: 2,
  contestants: "all",
  votes_per_matchup: 3,
  matchmaker: { type: "uniform", explore: 0.1, coverage: 0, newcomers: true },
  voters: { who: "invited", quota: 40, daily: null },
  reservation: "PT30M",
  reveal: "never",
  margin: false,
  min_reading_ms: 0,
  leaks: { action: "mask" },
};

/** The value at a path, undefined where there is none. */
export function read(settings: Settings, path: string): unknown {
  let value: unknown = settings;
  for (const part of path.split(".")) {
    if (typeof value !== "object" || value === null) {
      return undefined;
    }
    value = (value as Settings)[part];
  }
  return value;
}

/** Settings with another value at a path; undefined takes the entry away, and a group that holds nothing with it. */
export function write(settings: Settings, path: string, value: unknown): Settings {
  const [first = "", ...rest] = path.split(".");
  const copy = { ...settings };
  let inner = value;
  if (rest.length > 0) {
    const before = copy[first];
    inner = write(
      typeof before === "object" && before !== null ? (before as Settings) : {},
      rest.join("."),
      value,
    );
    if (Object.keys(inner as Settings).length === 0) {
      inner = undefined;
    }
  }
  if (inner === undefined) {
    delete copy[first];
  } else {
    copy[first] = inner;
  }
  return copy;
}

/** Names as a text area shows them, one a line. */
export function lines(value: unknown): string {
  return Array.isArray(value) ? value.join("\n") : "";
}

/** The names in a text area; undefined where there are none. */
export function names(text: string): string[] | undefined {
  const found = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  return found.length === 0 ? undefined : found;
}

const MINUTES = /^PT(?:(\d+)H)?(?:(\d+)M)?$/;

/** Whole minutes of a duration such as PT1H30M; null where it is none of minutes. */
export function minutesOf(duration: unknown): number | null {
  const found = typeof duration === "string" ? MINUTES.exec(duration) : null;
  if (!found || (found[1] === undefined && found[2] === undefined)) {
    return null;
  }
  return Number(found[1] ?? 0) * 60 + Number(found[2] ?? 0);
}

/** A key made of a name: small letters, digits and hyphens. */
export function keyOf(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 40);
}
