import { useEffect, useRef } from "preact/hooks";
import { type Action, actionOf } from "../keys";
import type { Phase, Session } from "../state";
import { anyDialogOpen } from "../ui/Dialog";
import { focusNextPane, scrollAll, scrollOne } from "./scrolling";
import type { OpenWindow } from "./Windows";

interface VotingKeys {
  on: boolean;
  session: Session;
  phase: Phase;
  /** Both responses are visible and no verdict is on its way. */
  ready: boolean;
  setOpen: (window: OpenWindow) => void;
  openSkip: () => void;
  toggleRaw: () => void;
  toggleWrap: () => void;
}

/** Ties the keys of `keys.ts` to what they do; they rest while a dialog is open. */
export function useVotingKeys(keys: VotingKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!keys.on) {
      return;
    }
    const onKeyDown = (event: KeyboardEvent) => {
      const action = event.defaultPrevented || anyDialogOpen() ? null : actionOf(event);
      if (action && act(latest.current, action)) {
        event.preventDefault();
      }
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [keys.on]);
}

/** Does what the action means now; false leaves the key to the browser. */
function act(keys: VotingKeys, action: Action): boolean {
  const { session, phase } = keys;
  switch (action) {
    case "first":
    case "second":
    case "tie":
    case "both_bad":
      return vote(keys, action);
    case "next":
      void session.next();
      return phase.kind === "revealed" || phase.kind === "refused";
    case "withdraw":
      void session.withdraw();
      return true;
    case "skip":
      keys.openSkip();
      return true;
    case "comment":
    case "history":
    case "help":
      keys.setOpen(action);
      return true;
    case "raw":
      keys.toggleRaw();
      return true;
    case "wrap":
      keys.toggleWrap();
      return true;
    default:
      return move(action);
  }
}

/** While a verdict is on its way the key is used up, so that an arrow does not scroll instead. */
function vote(
  { session, phase, ready }: VotingKeys,
  verdict: "first" | "second" | "tie" | "both_bad",
): boolean {
  if (ready && phase.kind === "open" && phase.battle.responses.length === 2) {
    void session.decide(verdict);
  }
  return phase.kind === "open" || phase.kind === "sending";
}

function move(action: Action): boolean {
  switch (action) {
    case "next_pane":
      focusNextPane();
      return true;
    case "scroll_down":
    case "scroll_up":
      scrollAll(action === "scroll_down");
      return true;
    case "scroll_first":
    case "scroll_second":
      scrollOne(action === "scroll_first" ? 0 : 1);
      return true;
    default:
      return false;
  }
}
