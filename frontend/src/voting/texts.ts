/** Sentences of the voting page that are made of parts, in the language that is spoken. */
import type { ApiError, Progress, Ranks, Verdict } from "../api";
import { letterOf } from "../format";
import { colon, language } from "../i18n/language";
import { groupsOf, type Ranking, unrankedIn } from "./ranking";
import { say } from "./words";

/** "12 voted · 28 left", or in a study that wants a number of votes "12 of 40". */
export function progressText({ voted, remaining, wanted }: Progress): string {
  return typeof wanted === "number"
    ? say("progress_wanted", { voted, wanted })
    : `${say("progress_voted", { count: voted })} · ${say("progress_left", { count: remaining })}`;
}

/** A verdict in words; a ranking as "A > C = D > B". */
export function verdictText(verdict: Verdict, ranks: Ranks | undefined = undefined): string {
  return verdict === "ranking" && ranks ? orderText(ranks) : say(`verdict_${verdict}`);
}

/** "A > C = D": the order alone, best first. Left to right in every language, as a formula is. */
export function orderText(ranking: Ranking): string {
  const order = groupsOf(ranking)
    .map((group) => group.positions.map(letterOf).join(" = "))
    .join(" > ");
  return `\u2066${order}\u2069`;
}

/** "1: A. 2: C and D. No rank: B.", for reading aloud. */
export function rankingText(ranking: Ranking): string {
  const groups = groupsOf(ranking).map(
    ({ rank, positions }) => `${rank}${colon()}${lettersText(positions)}.`,
  );
  const rest = unrankedIn(ranking);
  return [...groups, ...(rest.length > 0 ? [say("rank_rest", { letters: lettersText(rest) })] : [])].join(
    " ",
  );
}

/** "A, B and C". */
export function lettersText(positions: readonly number[]): string {
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(positions.map(letterOf));
}

const KNOWN = new Set([
  "unreachable",
  "unreadable",
  "study_paused",
  "study_closed",
  "not_invited",
  "not_blind",
  "quota_reached",
  "unknown_study",
  "floor_closed",
  "reservation_expired",
  "names_seen",
  "too_early",
  "unknown_invite",
  "invite_ended",
  "invite_expired",
  "invite_used_up",
  "unknown_code",
  "too_many_attempts",
  "has_votes",
  "has_roles",
  "no_voter",
]);

/** Whether this page has words of its own for what went wrong. */
export function isKnown(error: ApiError): boolean {
  return KNOWN.has(error.code);
}

/** What went wrong, in the reader's language where this page knows it, else in the server's own words. */
export function errorText(error: ApiError): { text: string; lang: string | undefined } {
  return isKnown(error)
    ? { text: say(`error_${error.code}` as "error_unreachable"), lang: undefined }
    : { text: error.message, lang: language() === "en" ? undefined : "en" };
}

/** "14:05" in the reader's own clock. */
export function clockTime(ms: number): string {
  return new Date(ms).toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" });
}
