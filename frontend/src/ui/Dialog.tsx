import type { ComponentChildren } from "preact";
import { useId, useLayoutEffect, useRef } from "preact/hooks";
import { focusLost, focusStart } from "./focus";
import { useSay } from "./words";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** As wide as the page, for what stands side by side. */
  wide?: boolean;
  /** Keys of the dialog itself; the page's own keys rest while it is open. */
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** A modal dialog: focus stays inside, Escape and a click beside it close it, focus returns to what opened it, or to the start of the page. */
export function Dialog({ title, onClose, children, wide = false, onKeyDown }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  const say = useSay();

  // Open before the next key press is handled: whoever types quickly must not vote past a dialog.
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
      // One that opened by itself or by a key has nothing to give the focus back to.
      if (focusLost()) {
        focusStart();
      }
    };
  }, []);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click closes from the backdrop; Escape does so by keyboard
    <dialog
      ref={ref}
      class={`dialog${wide ? " dialog-wide" : ""}`}
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
            {say("close")} <kbd>Esc</kbd>
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
