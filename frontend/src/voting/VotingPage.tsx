import { useEffect, useRef, useState } from "preact/hooks";
import type { Battle } from "../api";
import { useFlag } from "../preferences";
import type { Session } from "../state";
import { useSession } from "../ui/useSession";
import { BattleView } from "./BattleView";
import { type Draft, draftText, EMPTY_DRAFT } from "./CommentDialog";
import { Message } from "./Message";
import { type Tool, Toolbar } from "./Toolbar";
import { useRendered } from "./useRendered";
import { useVotingKeys } from "./useVotingKeys";
import { type OpenWindow, Windows } from "./Windows";

/** The page a voter sees: progress and switches, the battle, and the windows over it. */
export function VotingPage({ session }: { session: Session }) {
  const state = useSession(session);
  const { phase } = state;
  const battle = "battle" in phase ? phase.battle : null;
  const rendered = useRendered(battle);
  const [open, setOpen] = useState<OpenWindow>(null);
  const [raw, setRaw] = useState(false);
  const [wrap, setWrap] = useFlag("wrap", false);
  const [keysOn, setKeysOn] = useFlag("keys", true);
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  useFreshBattle(session, rendered?.battle ?? null, () => setDraft(EMPTY_DRAFT));
  useEffect(() => {
    document.title = "Vote · Arena";
  }, []);

  const ready = rendered !== null && phase.kind === "open";
  const openSkip = () => setOpen(ready ? "skip" : null);
  const toggleRaw = () => setRaw(!raw);
  const toggleWrap = () => setWrap(!wrap);
  useVotingKeys({ on: keysOn, session, phase, ready, setOpen, openSkip, toggleRaw, toggleWrap });

  const tools: Tool[] = [
    { name: state.comment === "" ? "Comment" : "Comment ✓", key: "R", onClick: () => setOpen("comment") },
    { name: "Raw text", key: "V", pressed: raw, onClick: toggleRaw },
    { name: "Wrap code", key: "W", pressed: wrap, onClick: toggleWrap },
    { name: "History", key: "H", onClick: () => setOpen("history") },
    { name: "Help", key: "?", onClick: () => setOpen("help") },
  ];
  const changeDraft = (changed: Draft) => {
    setDraft(changed);
    session.setComment(draftText(changed));
  };

  return (
    <main id="main" class={`voting${wrap ? " wrap-code" : ""}`} tabIndex={-1}>
      <h1 class="hidden-text">Compare two responses</h1>
      <Toolbar progress={state.progress} tools={tools} keysOn={keysOn} />
      {rendered ? (
        <BattleView
          session={session}
          state={state}
          rendered={rendered}
          raw={raw}
          keysOn={keysOn}
          onSkip={openSkip}
        />
      ) : (
        <Message phase={phase} keysOn={keysOn} onRetry={() => void session.next()} />
      )}
      <Windows
        open={open}
        session={session}
        history={state.history}
        keysOn={keysOn}
        onKeysOn={setKeysOn}
        draft={draft}
        onDraft={changeDraft}
        onClose={() => setOpen(null)}
      />
    </main>
  );
}

/** When another battle appears: reading time starts, the draft is new, and focus goes to the top of it. */
function useFreshBattle(session: Session, battle: Battle | null, onFresh: () => void): void {
  const before = useRef<Battle | null>(null);
  useEffect(() => {
    if (battle === null) {
      return;
    }
    session.shown();
    onFresh();
    if (before.current !== null) {
      document.querySelector<HTMLElement>("[data-start]")?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    before.current = battle;
  }, [battle]);
}
