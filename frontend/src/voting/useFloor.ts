/** Everything the voting page shows and does, from one session. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Battle } from "../api";
import { useKeymap } from "../keymap";
import { useFlag } from "../preferences";
import type { Session } from "../state";
import { focusLost, focusStart } from "../ui/focus";
import { useSession } from "../ui/useSession";
import { commentText } from "./comment";
import type { StudyFrame } from "./StudyFrame";
import { absent, toolsOf } from "./tools";
import { useRanking } from "./useRanking";
import { useReadingTime } from "./useReadingTime";
import { useShown } from "./useShown";
import { useVotingKeys } from "./useVotingKeys";
import type { OpenWindow } from "./Windows";

export function useFloor(session: Session, study: StudyFrame | null) {
  const state = useSession(session);
  const { phase } = state;
  const battle = "battle" in phase ? phase.battle : null;
  const showing = useShown(battle);
  const { shown } = showing;
  const [window, setWindow] = useState<OpenWindow>(null);
  const [raw, setRaw] = useState(false);
  const [wrap, setWrap] = useFlag("wrap", false);
  const [keysOn, setKeysOn] = useFlag("keys", true);
  const [keymap, setKeymap] = useKeymap();
  useFreshBattle(session, shown?.battle ?? null);

  const open = phase.kind === "open";
  const ready = shown !== null && open;
  const { margin, readingMs, questions } = asked(battle);
  const wait = useReadingTime(ready ? shown.battle.battle : null, readingMs);
  const mayVote = ready && wait === 0;
  const board = useRanking(session, state, ready, mayVote);
  const without = absent(battle, study);
  const keys = keysOn ? keymap : null;
  const doing = {
    toggleRaw: () => setRaw(!raw),
    toggleWrap: () => setWrap(!wrap),
    open: (wanted: OpenWindow) => {
      const impossible = wanted === "skip" ? !open : wanted !== null && without.has(wanted);
      setWindow(impossible ? null : wanted);
    },
  };
  const zoom = shown?.zoom ?? null;
  useVotingKeys({ keys, session, phase, mayVote, margin, board, zoom, ...doing });

  const mustRead = study?.guidelinesChanged === true && shown !== null;
  useEffect(() => {
    if (mustRead) {
      setWindow("guidelines");
    }
  }, [mustRead]);

  return {
    ...showing,
    state,
    window,
    raw,
    wrap,
    keysOn,
    setKeysOn,
    keymap,
    setKeymap,
    keys,
    wait,
    board,
    without,
    tools: toolsOf(
      { without, commented: commentText(state.comment) !== "", asked: questions > 0, raw, wrap, zoom },
      doing,
    ),
    open: doing.open,
    close: () => {
      if (window === "guidelines") {
        study?.onGuidelinesRead();
      }
      setWindow(null);
    },
  };
}

/** What the study of a battle asks of a voter. */
function asked(battle: Battle | null): { margin: boolean; readingMs: number; questions: number } {
  const study = battle?.study;
  return {
    margin: study?.margin ?? false,
    readingMs: study?.min_reading_ms ?? 0,
    questions: study?.questions.length ?? 0,
  };
}

/**
 * When another battle appears: reading time starts, and focus goes to the top of it. So it does with the first one when the
 * page was given the focus, as after a study's guidelines; while there is none, the page keeps it.
 */
function useFreshBattle(session: Session, battle: Battle | null): void {
  const before = useRef<Battle | null>(null);
  useEffect(() => {
    if (battle === null) {
      if (before.current !== null && focusLost()) {
        focusStart();
      }
      return;
    }
    session.shown();
    if (before.current !== null || document.activeElement?.id === "main") {
      focusStart();
      globalThis.scrollTo(0, 0);
    }
    before.current = battle;
  }, [battle]);
}
