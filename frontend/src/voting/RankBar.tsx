import { Fragment } from "preact";
import { letterOf } from "../format";
import { hintOf, shortcutsOf } from "../keymap";
import type { Action, Keymap } from "../keys";
import { KeyHint } from "../ui/KeyHint";
import { groupsOf, unrankedIn } from "./ranking";
import { rankingText } from "./texts";
import { type Dragging, useDrag } from "./useDrag";
import type { Board } from "./useRanking";
import { useSay } from "./words";

interface RankBarProps {
  board: Board;
  sending: boolean;
  keys: Keymap | null;
  /** Seconds until a vote is possible. */
  wait: number;
  onTie: () => void;
  onBad: () => void;
  onSkip: () => void;
}

/** The ranking as it stands, to drag and to read, and the ways to send it. */
export function RankBar({ board, sending, keys, wait, onTie, onBad, onSkip }: RankBarProps) {
  const say = useSay();
  const drag = useDrag(board.open, board.put);
  const empty = unrankedIn(board.ranking).length === board.ranking.length;
  const locked = !board.open || wait > 0;
  const button = { keys, locked: !board.open };
  return (
    <section class="bar" aria-label={say("your_vote")} aria-busy={sending}>
      <Strip board={board} drag={drag} />
      <div class="rank-bar" data-pane tabIndex={-1}>
        <RankButton
          {...button}
          kind="quiet"
          locked={!board.canUndo}
          label={say("undo")}
          onClick={board.undo}
        />
        <RankButton
          {...button}
          kind="quiet"
          locked={!board.open || empty}
          label={say("clear")}
          onClick={board.clear}
        />
        <RankButton
          {...button}
          kind="tie"
          action="all_tie"
          locked={locked}
          label={say("all_tie")}
          onClick={onTie}
        />
        <RankButton
          {...button}
          kind="both_bad"
          action="all_bad"
          locked={locked}
          label={say("all_bad")}
          onClick={onBad}
        />
        <RankButton {...button} kind="skip" action="skip" label={say("skip")} onClick={onSkip} />
        <RankButton
          {...button}
          kind="first"
          action="confirm"
          locked={locked || empty}
          label={sending ? say("saving") : wait > 0 ? say("wait", { count: wait }) : say("submit_ranking")}
          onClick={board.submit}
        />
      </div>
    </section>
  );
}

interface RankButtonProps {
  label: string;
  kind: string;
  keys: Keymap | null;
  action?: Action;
  locked: boolean;
  onClick: () => void;
}

/** `aria-disabled` rather than `disabled`: a locked button keeps the focus. */
function RankButton({ label, kind, keys, action, locked, onClick }: RankButtonProps) {
  const hint = action ? hintOf(keys, action) : null;
  return (
    <button
      type="button"
      class={`vote vote-${kind}`}
      aria-disabled={locked}
      aria-keyshortcuts={action ? shortcutsOf(keys, action) : undefined}
      onClick={() => {
        if (!locked) {
          onClick();
        }
      }}
    >
      <span class="vote-label">{label}</span>
      {hint !== null && <KeyHint>{hint}</KeyHint>}
    </button>
  );
}

/** "1 A · 2 C D · no rank B": each group a place to drop on, each gap between them a new rank. */
function Strip({ board, drag }: { board: Board; drag: Dragging | null }) {
  const say = useSay();
  const { ranking } = board;
  const groups = groupsOf(ranking);
  const rest = unrankedIn(ranking);
  const over = drag?.over ?? null;
  const chip = (position: number) => (
    <Chip key={position} board={board} position={position} lifted={drag?.position === position} />
  );
  return (
    <div
      class={`strip${drag ? " strip-dragging" : ""}`}
      role="group"
      aria-label={`${say("ranking_now")} ${rankingText(ranking)}`}
    >
      <Gap index={0} over={over} wide={groups.length === 0} />
      {groups.map(({ rank, positions }, index) => (
        <Fragment key={rank}>
          <div
            class={`strip-group${over === `into:${index}` ? " strip-over" : ""}`}
            data-drop={`into:${index}`}
          >
            <span class="strip-rank" aria-hidden="true">
              {rank}
            </span>
            {positions.map(chip)}
          </div>
          <Gap index={index + 1} over={over} wide={false} />
        </Fragment>
      ))}
      <div class={`strip-rest${over === "unranked" ? " strip-over" : ""}`} data-drop="unranked">
        {(rest.length > 0 || drag) && <span class="strip-label">{say("no_rank")}</span>}
        {rest.map(chip)}
      </div>
      {drag && (
        <span class="chip-ghost" aria-hidden="true" style={{ left: `${drag.x}px`, top: `${drag.y}px` }}>
          {letterOf(drag.position)}
        </span>
      )}
    </div>
  );
}

function Gap({ index, over, wide }: { index: number; over: string | null; wide: boolean }) {
  const say = useSay();
  const name = `before:${index}`;
  return (
    <div
      class={`strip-gap${wide ? " strip-gap-wide" : ""}${over === name ? " strip-over" : ""}`}
      data-drop={name}
    >
      {wide && <span aria-hidden="true">{say("drag_here")}</span>}
    </div>
  );
}

function Chip({ board, position, lifted }: { board: Board; position: number; lifted: boolean }) {
  const say = useSay();
  const letter = letterOf(position);
  return (
    <button
      type="button"
      class={`strip-chip${lifted ? " strip-lifted" : ""}${board.current === position ? " strip-current" : ""}`}
      data-drag={position}
      tabIndex={-1}
      aria-label={say("go_to", { letter })}
      onClick={() => board.go(position)}
    >
      <span class="grip" aria-hidden="true" />
      {letter}
    </button>
  );
}
