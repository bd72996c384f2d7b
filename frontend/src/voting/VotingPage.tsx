import { useEffect, useRef, useState } from "preact/hooks";
import type { Battle } from "../api";
import type { Action } from "../keys";
import { useFlag } from "../preferences";
import type { Phase, Session } from "../state";
import { useSession } from "../ui/useSession";
import { BattleView } from "./BattleView";
import { CommentDialog, type Draft, draftText, EMPTY_DRAFT } from "./CommentDialog";
import { HelpDialog } from "./HelpDialog";
import { HistoryDialog } from "./HistoryDialog";
import { Message } from "./Message";
import { SkipDialog } from "./SkipDialog";
import { focusNextPane, scrollAll, scrollOne } from "./scrolling";
import { type Tool, Toolbar } from "./Toolbar";
import { useKeys } from "./useKeys";
import { useRendered } from "./useRendered";

type Open = "help" | "history" | "skip" | "comment" | null;

function battleOf(phase: Phase): Battle | null {
  return "battle" in phase ? phase.battle : null;
}

/** The page a voter sees: keys, windows and the battle between them. */
export function VotingPage({ session }: { session: Session }) {
  const state = useSession(session);
  const { phase } = state;
  const battle = battleOf(phase);
  const rendered = useRendered(battle);
  const [open, setOpen] = useState<Open>(null);
  const [raw, setRaw] = useState(false);
  const [wrap, setWrap] = useFlag("wrap", false);
  const [keysOn, setKeysOn] = useFlag("keys", true);
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  useFreshBattle(session, rendered?.battle ?? null, () => setDraft(EMPTY_DRAFT));
  useEffect(() => {
    document.title = "Vote · Arena";
  }, []);

  const ready = rendered !== null && phase.kind === "open";
  const pair = (battle?.responses.length ?? 2) === 2;
  const openSkip = () => ready && setOpen("skip");

  useKeys(keysOn, (action: Action) => {
    switch (action) {
      case "first":
      case "second":
      case "tie":
      case "both_bad":
        if (ready && pair) {
          void session.decide(action);
        }
        return phase.kind === "open" || phase.kind === "sending";
      case "next":
        void session.next();
        return phase.kind === "revealed" || phase.kind === "refused";
      case "skip":
        openSkip();
        return true;
      case "withdraw":
        void session.withdraw();
        return true;
      case "comment":
      case "history":
      case "help":
        setOpen(action);
        return true;
      case "raw":
        setRaw(!raw);
        return true;
      case "wrap":
        setWrap(!wrap);
        return true;
      default:
        return move(action);
    }
  });

  const tools: Tool[] = [
    { name: state.comment === "" ? "Comment" : "Comment ✓", key: "R", onClick: () => setOpen("comment") },
    { name: "Raw text", key: "V", pressed: raw, onClick: () => setRaw(!raw) },
    { name: "Wrap code", key: "W", pressed: wrap, onClick: () => setWrap(!wrap) },
    { name: "History", key: "H", onClick: () => setOpen("history") },
    { name: "Help", key: "?", onClick: () => setOpen("help") },
  ];

  return (
    <main id="main" class={`voting${wrap ? " wrap-code" : ""}`} tabIndex={-1}>
      <h1 class="hidden-text">Compare two responses</h1>
      <Toolbar progress={state.progress} tools={tools} keysOn={keysOn} />
      {rendered && battle ? (
        <BattleView
          session={session}
          state={state}
          rendered={rendered}
          raw={raw}
          keysOn={keysOn}
          onSkip={openSkip}
        />
      ) : (
        <Message phase={phase} onRetry={() => void session.next()} />
      )}
      {open === "help" && <HelpDialog keysOn={keysOn} onKeysOn={setKeysOn} onClose={() => setOpen(null)} />}
      {open === "history" && (
        <HistoryDialog
          history={state.history}
          withdrawable={session.withdrawable}
          onWithdraw={() => void session.withdraw()}
          onClose={() => setOpen(null)}
        />
      )}
      {open === "skip" && (
        <SkipDialog
          onClose={() => setOpen(null)}
          onSkip={(reason) => {
            setOpen(null);
            void session.decide("skip", reason);
          }}
        />
      )}
      {open === "comment" && (
        <CommentDialog
          draft={draft}
          onChange={(changed) => {
            setDraft(changed);
            session.setComment(draftText(changed));
          }}
          onClose={() => setOpen(null)}
        />
      )}
    </main>
  );
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

/** When another battle appears: reading time starts, the draft is new, and focus goes to the top of it. */
function useFreshBattle(session: Session, battle: Battle | null, onFresh: () => void): void {
  const before = useRef<Battle | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another battle counts
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
