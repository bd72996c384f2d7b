import { useState } from "preact/hooks";
import { Dialog } from "../ui/Dialog";
import { useSay } from "./words";

/** Stored with the skip as they stand here, whatever language they are read in. */
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
  const say = useSay();
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
    <Dialog title={say("skip_title")} onClose={onClose} onKeyDown={onKeyDown}>
      <fieldset class="choices">
        <legend>{say("skip_why")}</legend>
        {REASONS.map((reason, index) => (
          <label key={reason} class="choice">
            <input
              type="radio"
              name="skip-reason"
              checked={chosen === index}
              autofocus={index === 0}
              onChange={() => setChosen(index)}
            />
            <span>{say(`skip_reason_${(index + 1) as 1 | 2 | 3 | 4 | 5}`)}</span>
            <kbd>{index + 1}</kbd>
          </label>
        ))}
      </fieldset>
      <div class="dialog-actions">
        <button type="button" class="button button-main" onClick={confirm}>
          {say("skip_title")} <kbd>S</kbd>
        </button>
      </div>
    </Dialog>
  );
}

function onButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button") !== null;
}
