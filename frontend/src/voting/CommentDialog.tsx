import { Dialog } from "../ui/Dialog";

const CHIPS = ["more correct", "more complete", "clearer", "follows the request", "better form"] as const;

/** Reasons a voter may send along; they explain a verdict and never change it. */
export interface Draft {
  chips: readonly string[];
  text: string;
}

export const EMPTY_DRAFT: Draft = { chips: [], text: "" };

/** The draft as the one line that is stored. */
export function draftText({ chips, text }: Draft): string {
  return [chips.join("; "), text.trim()].filter((part) => part !== "").join(" – ");
}

interface CommentDialogProps {
  draft: Draft;
  onChange: (draft: Draft) => void;
  onClose: () => void;
}

export function CommentDialog({ draft, onChange, onClose }: CommentDialogProps) {
  const toggle = (chip: string) => {
    const chips = draft.chips.includes(chip) ? draft.chips.filter((c) => c !== chip) : [...draft.chips, chip];
    onChange({ ...draft, chips });
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
    <Dialog title="Reasons for your vote" onClose={onClose} onKeyDown={onKeyDown}>
      <p class="dialog-note">Optional, stored with your next vote. The better response is…</p>
      <fieldset class="chips">
        <legend class="hidden-text">Reasons</legend>
        {CHIPS.map((chip, index) => (
          <button
            key={chip}
            type="button"
            class="chip"
            autofocus={index === 0}
            aria-pressed={draft.chips.includes(chip)}
            onClick={() => toggle(chip)}
          >
            <kbd>{index + 1}</kbd> {chip}
          </button>
        ))}
      </fieldset>
      <label class="field">
        Comment
        <textarea
          rows={3}
          maxLength={2000}
          value={draft.text}
          onInput={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      </label>
      <div class="dialog-actions">
        <button type="button" class="button button-main" onClick={onClose}>
          Done <kbd>Ctrl Enter</kbd>
        </button>
      </div>
    </Dialog>
  );
}
