import { useState } from "preact/hooks";
import { Dialog } from "../ui/Dialog";

/** Stored with the skip as they stand here. */
const REASONS = [
  "Cannot decide",
  "Outside what I know",
  "A response is broken or empty",
  "Offensive or harmful content",
  "A response says who wrote it",
] as const;

interface SkipDialogProps {
  onClose: () => void;
  onSkip: (reason: string) => void;
}

/** Asks why: a digit or an arrow key picks a reason, S or Enter confirms. */
export function SkipDialog({ onClose, onSkip }: SkipDialogProps) {
  const [chosen, setChosen] = useState(0);
  const confirm = () => onSkip(REASONS[chosen] ?? REASONS[0]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) {
      return;
    }
    const digit = Number(event.key);
    if (digit >= 1 && digit <= REASONS.length) {
      setChosen(digit - 1);
    } else if (event.key.toLowerCase() === "s" || (event.key === "Enter" && !onButton(event.target))) {
      event.preventDefault();
      confirm();
    }
  };

  return (
    <Dialog title="Skip this battle" onClose={onClose} onKeyDown={onKeyDown}>
      <fieldset class="choices">
        <legend>Why? The names stay hidden, and nothing is counted for or against either response.</legend>
        {REASONS.map((reason, index) => (
          <label key={reason} class="choice">
            <input
              type="radio"
              name="skip-reason"
              checked={chosen === index}
              autofocus={index === 0}
              onChange={() => setChosen(index)}
            />
            <span>{reason}</span>
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="button button-main" onClick={confirm}>
          Skip this battle <kbd>S</kbd>
        </button>
      </div>
    </Dialog>
  );
}

function onButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
