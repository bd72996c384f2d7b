/** Words of the interface for the words of the server. One it does not know yet is shown as it came. */
import { words } from "../format";
import { say } from "./words";

function named(group: string, word: string, otherwise = words(word)): string {
  const key = `${group}_${word.replaceAll(/[ -]/g, "_")}`;
  const found = say(key as Parameters<typeof say>[0]);
  return found === key ? otherwise : found;
}

const METHODS: Readonly<Record<string, string>> = {
  "bradley-terry": "Bradley–Terry",
  elo: "Elo",
  davidson: "Davidson",
  "rao-kupper": "Rao–Kupper",
  "plackett-luce": "Plackett–Luce",
  trueskill: "TrueSkill",
  "weng-lin": "Weng–Lin",
  glicko2: "Glicko-2",
  newman: "Newman",
  pagerank: "PageRank",
  borda: "Borda",
  copeland: "Copeland",
};

export function methodName(method: string): string {
  return METHODS[method] ?? named("method", method);
}

export function judgeKind(kind: string): string {
  return named("judge", kind);
}

/** Who judged: all people are one judge to the server, every other name is a judge's own. */
export function judgeName(judge: string): string {
  return judge === "people" ? named("group", judge) : judge;
}

/** Whom a fitted effect is of: one judge, people, the judges with too few verdicts for an effect of their own, or all. */
export function effectJudge(judge: string): string {
  return judge === "other" || judge === "all" ? named("group", judge) : judgeName(judge);
}

export function statusName(status: string): string {
  return named("status", status, words(status, false));
}

/** Why a row has no plain number, in a sentence; empty where nothing is known about the status. */
export function statusHelp(status: string): string {
  return named("status_help", status, "");
}

/** A verdict or the reason of an abstention. */
export function verdictName(verdict: string): string {
  return named("verdict", verdict);
}

/** A value of a choice that changes how ratings are made. */
export function choiceName(choice: string, value: string): string {
  return named(`choice_${choice}`, value);
}

/** How the bounds of an interval were made. */
export function intervalMethod(method: string): string {
  return named("ci", method, words(method, false));
}

/** How a fit ended. */
export function fitStatus(status: string): string {
  return named("fit", status, words(status, false));
}

/** A fitted effect. */
export function effectName(effect: string): string {
  return named("effect", effect);
}

/** A category or another word of the arena's own data, in its first letter only made to look like a name. */
export function ownWord(word: string): string {
  return words(word);
}

/** The name of a language in the reader's language, where the browser knows it. */
export function languageName(tag: string, reader: string): string {
  try {
    return new Intl.DisplayNames(reader, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
