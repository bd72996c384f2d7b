import { Dialog } from "../ui/Dialog";
import type { Comment } from "./comment";
import { useSay } from "./words";

/** Stored with the vote as they stand here, whatever language they are read in. */
const CHIPS = ["more correct", "more complete", "clearer", "follows the request", "better form"] as const;

interface CommentDialogProps {
  comment: Comment;
  onChange: (comment: Comment) => void;
  onClose: () => void;
}

export function CommentDialog({ comment, onChange, onClose }: CommentDialogProps) {
  const say = useSay();
  const toggle = (chip: string) => {
    const { chips } = comment;
    onChange({
      ...comment,
      chips: chips.includes(chip) ? chips.filter((c) => c !== chip) : [...chips, chip],
    });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onClose();
    }
    const chip = CHIPS[Number(event.key) - 1];
    if (
      chip &&
      !(event.target instanceof HTMLTextAreaElement) &&
      !event.ctrlKey &&
      !event.altKey &&
      !event.metaKey
    ) {
      toggle(chip);
    }
  };

  return (
    <Dialog title={say("comment_title")} onClose={onClose} onKeyDown={onKeyDown}>
      <p class="dialog-note">{say("comment_note")}</p>
      <fieldset class="chips">
        <legend class="hidden-text">{say("reasons")}</legend>
        {CHIPS.map((chip, index) => (
          <button
            key={chip}
            type="button"
            class="chip"
            autofocus={index === 0}
            aria-pressed={comment.chips.includes(chip)}
            onClick={() => toggle(chip)}
          >
            <kbd>{index + 1}</kbd> {say(`chip_${(index + 1) as 1 | 2 | 3 | 4 | 5}`)}
          </button>
        ))}
      </fieldset>
      <label class="field">
        {say("comment")}
        <textarea
          dir="auto"
          rows={3}
          maxLength={2000}
          value={comment.text}
          onInput={(event) => onChange({ ...comment, text: event.currentTarget.value })}
        />
      </label>
      <div class="dialog-actions">
        <button type="button" class="button button-main" onClick={onClose}>
          {say("done")} <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </Dialog>
  );
}
