import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Keys of the dialog itself; the page's own keys rest while it is open. */
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A modal dialog: focus stays inside, Escape and a click beside it close it, focus returns afterwards. */
export function Dialog({ title, onClose, children, onKeyDown }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  // Open before the next key press is handled: whoever types quickly must not vote past a dialog.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes from the backdrop; Escape does so by keyboard
    <dialog
      ref={ref}
      class="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) {
          onClose();
        }
      }}
      {...(onKeyDown ? { onKeyDown } : {})}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <button type="button" class="button button-quiet" onClick={onClose}>
            Close <kbd>Esc</kbd>
          </button>
        </div>
        {children}
      </div>
    </dialog>
  );
}

export function anyDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
