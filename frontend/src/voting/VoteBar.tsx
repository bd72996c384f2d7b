import type { Verdict } from "../api";
import { hintOf, shortcutsOf } from "../keymap";
import type { Action, Keymap } from "../keys";
import { KeyHint } from "../ui/KeyHint";
import { useSay } from "./words";

type Margin = 1 | 2;

interface Choice {
  action: Action;
  verdict: Verdict;
  margin?: Margin;
}

/** In the order of the panes: what favours A stands on its side, what favours B on the other. */
const CHOICES: readonly Choice[] = [
  { action: "first", verdict: "first" },
  { action: "tie", verdict: "tie" },
  { action: "both_bad", verdict: "both_bad" },
  { action: "second", verdict: "second" },
];
const CHOICES_WITH_MARGIN: readonly Choice[] = [
  { action: "first_much", verdict: "first", margin: 2 },
  { action: "first", verdict: "first", margin: 1 },
  { action: "tie", verdict: "tie" },
  { action: "both_bad", verdict: "both_bad" },
  { action: "second", verdict: "second", margin: 1 },
  { action: "second_much", verdict: "second", margin: 2 },
];

interface VoteBarProps {
  /** The verdict on its way to the server; the buttons are locked meanwhile. */
  sending: Verdict | null;
  ready: boolean;
  /** Seconds until a vote is possible. */
  wait: number;
  /** Whether the study asks how much better. */
  margin: boolean;
  keys: Keymap | null;
  onVerdict: (verdict: Verdict, margin: Margin | undefined) => void;
  onSkip: () => void;
}

/** The answers on two responses, always in the same place. */
export function VoteBar({ sending, ready, wait, margin, keys, onVerdict, onSkip }: VoteBarProps) {
  const say = useSay();
  const locked = !ready || sending !== null;
  return (
    <section class="bar" aria-label={say("your_vote")} aria-busy={sending !== null}>
      {wait > 0 && (
        <p class="bar-wait">
          <span aria-hidden="true">◔ </span>
          {say("wait", { count: wait })}
        </p>
      )}
      <div class={`choices-bar${margin ? " choices-bar-margin" : ""}`} data-pane tabIndex={-1}>
        {(margin ? CHOICES_WITH_MARGIN : CHOICES).map((choice) => (
          <BarButton
            key={choice.action}
            name={choice.verdict}
            label={say(
              margin && choice.margin
                ? `margin_${choice.verdict as "first"}_${choice.margin}`
                : `verdict_${choice.verdict}`,
            )}
            hint={hintOf(keys, choice.action)}
            shortcuts={shortcutsOf(keys, choice.action)}
            locked={locked}
            chosen={sending === choice.verdict}
            onClick={() => onVerdict(choice.verdict, choice.margin)}
          />
        ))}
        <BarButton
          name="skip"
          label={say("skip")}
          hint={hintOf(keys, "skip")}
          shortcuts={shortcutsOf(keys, "skip")}
          locked={sending !== null || (!ready && wait === 0)}
          chosen={sending === "skip"}
          onClick={onSkip}
        />
      </div>
    </section>
  );
}

interface BarButtonProps {
  name: Verdict;
  label: string;
  hint: string | null;
  shortcuts: string | undefined;
  locked: boolean;
  chosen: boolean;
  onClick: () => void;
}

/** `aria-disabled` rather than `disabled`: a locked button keeps the focus. */
function BarButton({ name, label, hint, shortcuts, locked, chosen, onClick }: BarButtonProps) {
  const say = useSay();
  return (
    <button
      type="button"
      class={`vote vote-${name}${chosen ? " vote-chosen" : ""}`}
      aria-disabled={locked}
      aria-keyshortcuts={shortcuts}
      onClick={() => {
        if (!locked) {
          onClick();
        }
      }}
    >
      <span class="vote-label">{chosen ? say("saving") : label}</span>
      {hint !== null && <KeyHint>{hint}</KeyHint>}
    </button>
  );
}
