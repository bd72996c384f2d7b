import type { Verdict } from "../api";
import { KeyHint } from "../ui/KeyHint";

interface Choice {
  verdict: Verdict;
  label: string;
  key: string;
  shortcuts: string;
}

/** In the order of the panes: what favours A stands left, what favours B stands right. */
const CHOICES: readonly Choice[] = [
  { verdict: "first", label: "A is better", key: "←", shortcuts: "ArrowLeft 1 A" },
  { verdict: "tie", label: "Tie", key: "↑", shortcuts: "ArrowUp 3 T" },
  { verdict: "both_bad", label: "Both bad", key: "↓", shortcuts: "ArrowDown 4" },
  { verdict: "second", label: "B is better", key: "→", shortcuts: "ArrowRight 2 B" },
];

interface VoteBarProps {
  /** The verdict on its way to the server; the buttons are locked meanwhile. */
  sending: Verdict | null;
  ready: boolean;
  /** False where the battle has another number of responses than the verdicts speak of. */
  pair: boolean;
  keysOn: boolean;
  onVerdict: (verdict: Verdict) => void;
  onSkip: () => void;
}

/** The five answers, always in the same place. */
export function VoteBar({ sending, ready, pair, keysOn, onVerdict, onSkip }: VoteBarProps) {
  const locked = !ready || sending !== null;
  const choices = pair ? CHOICES : [];
  return (
    <section class="bar" aria-label="Your vote" aria-busy={sending !== null}>
      <div class={`choices-bar${pair ? "" : " choices-bar-skip"}`} data-pane tabIndex={-1}>
        {!pair && <p class="bar-note">This battle has more than two responses. Here you can only skip it.</p>}
        {choices.map(({ verdict, label, key, shortcuts }) => (
          <BarButton
            key={verdict}
            name={verdict}
            label={label}
            hint={keysOn ? key : null}
            shortcuts={keysOn ? shortcuts : undefined}
            locked={locked}
            chosen={sending === verdict}
            onClick={() => onVerdict(verdict)}
          />
        ))}
        <BarButton
          name="skip"
          label="Skip"
          hint={keysOn ? "S" : null}
          shortcuts={keysOn ? "S" : undefined}
          locked={locked}
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
      <span class="vote-label">{chosen ? "Saving…" : label}</span>
      {hint && <KeyHint>{hint}</KeyHint>}
    </button>
  );
}
