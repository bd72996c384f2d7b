/** The ranking of a battle of more than two responses, as the voter makes it: every step announced and undoable. */
import { useLayoutEffect, useState } from "preact/hooks";
import type { Ranks } from "../api";
import { letterOf } from "../format";
import type { Session, SessionState } from "../state";
import { announce } from "../ui/announce";
import { available } from "../world";
import * as rules from "./ranking";
import { lettersText } from "./texts";
import { say } from "./words";

export interface Board {
  ranking: rules.Ranking;
  /** The response that digits and moves mean. */
  current: number;
  /** Whether it can be changed now. */
  open: boolean;
  canUndo: boolean;
  setCurrent: (position: number) => void;
  /** Moves the focus to a response. */
  go: (position: number) => void;
  give: (position: number, rank: number) => void;
  /** As `give`, from a digit key: the next response without a rank then gets the focus. */
  type: (rank: number) => void;
  up: (position: number) => void;
  down: (position: number) => void;
  tieAbove: (position: number) => void;
  unrank: (position: number) => void;
  only: (position: number) => void;
  put: (position: number, place: rules.Place) => void;
  undo: () => boolean;
  clear: () => void;
  submit: () => void;
}

interface Draft {
  battle: string;
  steps: rules.Ranking[];
}

const DRAFT = "arena.ranking";

/** Null while no battle of more than two responses is shown. */
export function useRanking(
  session: Session,
  state: SessionState,
  ready: boolean,
  mayVote: boolean,
): Board | null {
  const { phase } = state;
  const battle = "battle" in phase && phase.battle.responses.length > 2 ? phase.battle : null;
  const [draft, setDraft] = useState<Draft>(() => readDraft());
  const [current, setCurrent] = useState(1);
  const id = battle?.battle ?? "";
  // Before the battle can be seen: a digit pressed at once must not be taken back by it.
  useLayoutEffect(() => setCurrent(1), [id]);
  if (battle === null) {
    return null;
  }
  const size = battle.responses.length;
  const steps =
    draft.battle === id && draft.steps[0]?.length === size ? draft.steps : [rules.emptyRanking(size)];
  const made = steps.at(-1) ?? rules.emptyRanking(size);
  const ranking = (phase.kind === "sending" || phase.kind === "revealed" ? phase.ranks : null) ?? made;
  const open = phase.kind === "open" && ready;

  const keep = (next: rules.Ranking[]) => {
    setDraft({ battle: id, steps: next });
    writeDraft({ battle: id, steps: next });
  };
  const change = (next: rules.Ranking, position: number) => {
    if (!open) {
      return;
    }
    if (next !== made) {
      keep([...steps, next]);
    }
    announce(standingText(next, position));
  };
  return {
    ranking,
    current,
    open,
    canUndo: steps.length > 1,
    setCurrent,
    go: focusItem,
    give: (position, rank) => change(rules.give(made, position, rank), position),
    type: (rank) => {
      const first = rules.rankOf(made, current) === null;
      const next = rules.give(made, current, rank);
      change(next, current);
      const rest = rules.unrankedIn(next);
      const following = rest.find((position) => position > current) ?? rest[0];
      if (open && first && following !== undefined) {
        focusItem(following);
      }
    },
    up: (position) => change(rules.moveUp(made, position), position),
    down: (position) => change(rules.moveDown(made, position), position),
    tieAbove: (position) => change(rules.tieAbove(made, position), position),
    unrank: (position) => change(rules.unrank(made, position), position),
    only: (position) => change(rules.only(made, position), position),
    put: (position, to) => change(rules.place(made, position, to), position),
    undo: () => {
      if (!open || steps.length < 2) {
        return false;
      }
      keep(steps.slice(0, -1));
      announce(say("rank_undone"));
      return true;
    },
    clear: () => {
      if (open) {
        keep([...steps, rules.emptyRanking(size)]);
        announce(say("rank_cleared"));
      }
    },
    submit: () => {
      if (open && mayVote) {
        submit(session, made);
      }
    },
  };
}

function submit(session: Session, ranking: rules.Ranking): void {
  if (rules.unrankedIn(ranking).length === ranking.length) {
    session.announce(say("rank_nothing"));
  } else if (rules.isTie(ranking)) {
    void session.decide("tie");
  } else {
    const ranks: Ranks = rules.competitionRanks(ranking);
    void session.decide("ranking", { ranks });
  }
}

/** "C: rank 2, tied with A." */
function standingText(ranking: rules.Ranking, position: number): string {
  const letter = letterOf(position);
  const rank = rules.rankOf(ranking, position);
  if (rank === null) {
    return say("rank_none", { letter });
  }
  const tied = rules.tiedWith(ranking, position);
  return tied.length > 0
    ? say("rank_tied", { letter, rank, others: lettersText(tied) })
    : say("rank_is", { letter, rank });
}

/** Moves the focus to a response and brings it into sight. */
export function focusItem(position: number): void {
  const pane = document.querySelector<HTMLElement>(`[data-item="${position}"] .pane-body`);
  pane?.focus({ preventScroll: true });
  pane?.closest("[data-item]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function readDraft(): Draft {
  try {
    const value: unknown = JSON.parse(available(() => window.sessionStorage)?.getItem(DRAFT) ?? "null");
    const { battle, steps } = (value ?? {}) as Partial<Draft>;
    return typeof battle === "string" && Array.isArray(steps) ? { battle, steps } : { battle: "", steps: [] };
  } catch {
    return { battle: "", steps: [] };
  }
}

/** A reload keeps the ranking that was begun. */
function writeDraft(draft: Draft): void {
  try {
    available(() => window.sessionStorage)?.setItem(DRAFT, JSON.stringify(draft));
  } catch {
    // Full storage: the ranking lasts as long as the page.
  }
}
