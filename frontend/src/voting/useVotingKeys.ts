import { useEffect, useRef } from "preact/hooks";
import { type Action, actionOf, chordOf, type Keymap, type RankKey, type Scope } from "../keys";
import type { Phase, Session } from "../state";
import { anyDialogOpen } from "../ui/Dialog";
import { focusNextPane, scrollAll, scrollOne } from "./scrolling";
import type { Board } from "./useRanking";
import type { OpenWindow } from "./Windows";
import { STEP, type Zoom } from "./zoom";

export interface VotingKeys {
  /** Null while keys are switched off. */
  keys: Keymap | null;
  session: Session;
  phase: Phase;
  /** All responses are visible, the reading time is over and no verdict is on its way. */
  mayVote: boolean;
  /** Whether the study asks how much better. */
  margin: boolean;
  /** The ranking, in a battle of more than two responses. */
  board: Board | null;
  zoom: Zoom | null;
  open: (window: OpenWindow) => void;
  toggleRaw: () => void;
  toggleWrap: () => void;
}

/** Ties the keys of `keys.ts` to what they do; they rest while a dialog is open. */
export function useVotingKeys(keys: VotingKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  const on = keys.keys !== null;
  useEffect(() => {
    if (!on) {
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const { board, keys: keymap } = latest.current;
      if (event.defaultPrevented || anyDialogOpen() || keymap === null) {
        return;
      }
      // Everything is kept as it is made; who saves out of habit must not get the browser's dialog.
      if (chordOf(event) === "Ctrl+s") {
        event.preventDefault();
        return;
      }
      const scope: Scope = board ? "rank" : "pair";
      const action = actionOf(event, scope, keymap);
      if (action && act(latest.current, action, event)) {
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [on]);
}

/** Does what the action means now; false leaves the key to the browser. */
function act(keys: VotingKeys, action: Action | RankKey, event: KeyboardEvent): boolean {
  return (
    verdict(keys, action) ??
    (keys.board ? ranking(keys.board, keys, action) : null) ??
    session(keys, action, event) ??
    window(keys, action) ??
    view(keys, action)
  );
}

type Cast = Parameters<Session["decide"]>;

/** What a key decides in a battle; null where it decides nothing. */
function castOf(action: Action | RankKey, margin: boolean): Cast | null {
  switch (action) {
    case "first":
    case "second":
      return [action, margin ? { margin: 1 } : {}];
    case "first_much":
      return margin ? ["first", { margin: 2 }] : null;
    case "second_much":
      return margin ? ["second", { margin: 2 }] : null;
    case "tie":
    case "all_tie":
      return ["tie"];
    case "both_bad":
    case "all_bad":
      return ["both_bad"];
    default:
      return null;
  }
}

/** While a verdict is on its way its key is used up, so that an arrow does not scroll instead. */
function verdict({ session, phase, mayVote, margin }: VotingKeys, action: Action | RankKey): boolean | null {
  const cast = castOf(action, margin);
  if (cast === null) {
    return null;
  }
  if (mayVote) {
    void session.decide(...cast);
  }
  return phase.kind === "open" || phase.kind === "sending";
}

function ranking(board: Board, { phase }: VotingKeys, action: Action | RankKey): boolean | null {
  const { current } = board;
  const digit = /^(rank|only)_(\d)$/.exec(action);
  if (digit) {
    const number = Number(digit[2]);
    if (number <= board.ranking.length) {
      digit[1] === "rank" ? board.type(number) : board.only(number);
    }
    return true;
  }
  switch (action) {
    case "item_previous":
      board.go(Math.max(1, current - 1));
      return true;
    case "item_next":
      board.go(Math.min(board.ranking.length, current + 1));
      return true;
    case "move_up":
      board.up(current);
      return true;
    case "move_down":
      board.down(current);
      return true;
    case "tie_above":
      board.tieAbove(current);
      return true;
    case "unrank":
      board.unrank(current);
      return true;
    case "confirm":
      if (phase.kind !== "open") {
        return null;
      }
      board.submit();
      return true;
    default:
      return null;
  }
}

function session(
  { session, phase, board }: VotingKeys,
  action: Action | RankKey,
  event: KeyboardEvent,
): boolean | null {
  switch (action) {
    case "confirm":
    case "next":
      void session.next();
      return phase.kind === "revealed" || phase.kind === "refused";
    case "withdraw":
      // Ctrl+Z takes back the last step of a ranking before it takes back a vote.
      if (!(event.ctrlKey || event.metaKey) || !board?.undo()) {
        void session.withdraw();
      }
      return true;
    default:
      return null;
  }
}

function window(keys: VotingKeys, action: Action | RankKey): boolean | null {
  switch (action) {
    case "comment": {
      const question = document.querySelector<HTMLElement>("[data-questions] :is(input, textarea):enabled");
      if (question) {
        question.focus();
      } else {
        keys.open("comment");
      }
      return true;
    }
    case "skip":
    case "history":
    case "help":
    case "guidelines":
    case "diff":
      keys.open(action);
      return true;
    default:
      return null;
  }
}

function view({ toggleRaw, toggleWrap, zoom, board }: VotingKeys, action: Action | RankKey): boolean {
  switch (action) {
    case "raw":
      toggleRaw();
      return true;
    case "wrap":
      toggleWrap();
      return true;
    case "zoom_in":
    case "zoom_out":
      zoom?.by(action === "zoom_in" ? STEP : 1 / STEP);
      return zoom?.any ?? false;
    case "zoom_reset":
      zoom?.reset();
      return zoom?.any ?? false;
    case "next_pane":
      focusNextPane();
      return true;
    case "scroll_down":
    case "scroll_up":
      scrollAll(action === "scroll_down");
      return true;
    case "scroll_first":
    case "scroll_second":
      if (board) {
        scrollOne(board.current - 1, action === "scroll_second");
      } else {
        scrollOne(action === "scroll_first" ? 0 : 1);
      }
      return true;
    default:
      return false;
  }
}
