import { useEffect, useRef, useState } from "preact/hooks";
import type { Battle } from "../api";
import { useKeymap } from "../keymap";
import type { Action } from "../keys";
import { useFlag } from "../preferences";
import type { Session } from "../state";
import { useSession } from "../ui/useSession";
import { BattleView } from "./BattleView";
import { type Draft, draftText, EMPTY_DRAFT } from "./CommentDialog";
import type { Guidelines } from "./GuidelinesDialog";
import { Message } from "./Message";
import { attachmentsOf } from "./media";
import { type Tool, Toolbar } from "./Toolbar";
import { useRanking } from "./useRanking";
import { useReadingTime } from "./useReadingTime";
import { useShown } from "./useShown";
import { useVotingKeys } from "./useVotingKeys";
import { type OpenWindow, Windows } from "./Windows";
import { useSay } from "./words";
import { STEP } from "./zoom";

/** What a study adds to the page. */
export interface StudyFrame {
  name: string;
  language: string | null;
  guidelines: Guidelines | null;
  /** Whether the guidelines have changed since this voter read them. */
  guidelinesChanged: boolean;
  onGuidelinesRead: () => void;
}

/** The page a voter sees: progress and switches, the battle, and the windows over it. */
export function VotingPage({ session, study = null }: { session: Session; study?: StudyFrame | null }) {
  const say = useSay();
  const state = useSession(session);
  const { phase } = state;
  const battle = "battle" in phase ? phase.battle : null;
  const { shown, media, retryMedia } = useShown(battle);
  const [open, setOpen] = useState<OpenWindow>(null);
  const [raw, setRaw] = useState(false);
  const [wrap, setWrap] = useFlag("wrap", false);
  const [keysOn, setKeysOn] = useFlag("keys", true);
  const [keymap, setKeymap] = useKeymap();
  const [draft, setDraft] = useState<Draft>(EMPTY_DRAFT);
  useFreshBattle(session, shown?.battle ?? null, () => setDraft(EMPTY_DRAFT));
  const title = study?.name ?? say("vote");
  useEffect(() => {
    document.title = `${title} · Arena`;
  }, [title]);
  useEffect(() => {
    if (study?.guidelinesChanged && shown) {
      setOpen("guidelines");
    }
  }, [study?.guidelinesChanged, shown !== null]);

  const ready = shown !== null && phase.kind === "open";
  const wait = useReadingTime(
    phase.kind === "open" ? (shown?.battle.battle ?? null) : null,
    battle?.study?.min_reading_ms ?? 0,
  );
  const mayVote = ready && wait === 0;
  const board = useRanking(session, state, ready, mayVote);
  const without = absent(battle, study);
  const keys = keysOn ? keymap : null;
  const toggleRaw = () => setRaw(!raw);
  const toggleWrap = () => setWrap(!wrap);
  const openWindow = (window: OpenWindow) => {
    const possible = window !== "skip" || phase.kind === "open";
    const has = (window !== "diff" && window !== "guidelines") || !without.has(window);
    setOpen(possible && has ? window : null);
  };
  useVotingKeys({
    keys,
    session,
    phase,
    mayVote,
    margin: battle?.study?.margin ?? false,
    board,
    zoom: shown?.zoom ?? null,
    open: openWindow,
    toggleRaw,
    toggleWrap,
  });

  const opens = (window: Exclude<OpenWindow, null | "skip">, name = say(`tool_${window}`)): Tool => ({
    name,
    action: window,
    onClick: () => openWindow(window),
  });
  const tools: Tool[] = [
    opens("guidelines"),
    opens("comment", say(state.comment === "" ? "tool_comment" : "tool_commented")),
    opens("diff"),
    { name: say("tool_raw"), action: "raw" as const, pressed: raw, onClick: toggleRaw },
    { name: say("tool_wrap"), action: "wrap" as const, pressed: wrap, onClick: toggleWrap },
    { name: say("tool_zoom_in"), action: "zoom_in" as const, onClick: () => shown?.zoom.by(STEP) },
    { name: say("tool_zoom_out"), action: "zoom_out" as const, onClick: () => shown?.zoom.by(1 / STEP) },
    { name: say("tool_zoom_reset"), action: "zoom_reset" as const, onClick: () => shown?.zoom.reset() },
    opens("history"),
    opens("help"),
  ].filter(({ action }) => !without.has(action));
  const changeDraft = (changed: Draft) => {
    setDraft(changed);
    session.setComment(draftText(changed));
  };
  const close = () => {
    if (open === "guidelines") {
      study?.onGuidelinesRead();
    }
    setOpen(null);
  };

  return (
    <main id="main" class={`voting${wrap ? " wrap-code" : ""}`} tabIndex={-1}>
      <h1 class="hidden-text">{board ? say("title_rank") : say("title_pair")}</h1>
      <Toolbar study={study?.name ?? null} progress={state.progress} tools={tools} keys={keys} />
      {shown ? (
        <BattleView
          session={session}
          state={state}
          shown={shown}
          raw={raw}
          keys={keys}
          board={board}
          wait={wait}
          onSkip={() => openWindow("skip")}
        />
      ) : (
        <Message
          phase={phase}
          study={session.study}
          voted={state.progress?.voted ?? 0}
          media={media}
          onRetryMedia={retryMedia}
          onSkip={() => openWindow("skip")}
          onRetry={() => void session.next()}
        />
      )}
      <Windows
        open={open}
        session={session}
        history={state.history}
        rendered={shown}
        current={board?.current ?? 1}
        scope={board ? "rank" : "pair"}
        without={without}
        keysOn={keysOn}
        keymap={keymap}
        onKeysOn={setKeysOn}
        onKeymap={setKeymap}
        guidelines={study?.guidelines ?? null}
        guidelinesLanguage={study?.language ?? null}
        guidelinesChanged={study?.guidelinesChanged ?? false}
        draft={draft}
        onDraft={changeDraft}
        onClose={close}
      />
    </main>
  );
}

/** Actions of things that this battle does not have; their buttons and lines of help are left out. */
function absent(battle: Battle | null, study: StudyFrame | null): ReadonlySet<Action> {
  const files = battle ? attachmentsOf(battle) : [];
  const images = files.some(({ kind }) => kind === "image");
  const texts = battle?.responses.filter(({ content }) => content.trim() !== "").length ?? 0;
  const none: Action[] = [];
  if (!study?.guidelines) {
    none.push("guidelines");
  }
  if (!images) {
    none.push("zoom_in", "zoom_out", "zoom_reset");
  }
  if (texts < 2) {
    none.push("diff", "raw", "wrap");
  }
  if (!battle?.study?.margin) {
    none.push("first_much", "second_much");
  }
  return new Set(none);
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
