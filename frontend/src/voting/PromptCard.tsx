import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../format";
import { Text } from "./Text";
import type { RenderedBattle } from "./useRendered";

/** The prompt above the panes; a long one starts folded, with a button to open it. */
export function PromptCard({ rendered, raw }: { rendered: RenderedBattle; raw: boolean }) {
  const { turns, category, language } = rendered.battle.prompt;
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const bodyId = useId();
  const [first] = rendered.prompt;

  // Measured again for every text and form of it.
  useLayoutEffect(() => {
    const box = body.current;
    setLong(open || (box !== null && box.scrollHeight > box.clientHeight + 2));
  }, [rendered, raw]);

  return (
    <section class="prompt" aria-labelledby={titleId}>
      <div class="prompt-head">
        <h2 id={titleId} tabIndex={-1} data-start>
          Prompt
        </h2>
        {category && <span class="tag">{words(category, false)}</span>}
        {turns.length > 1 && <span class="tag">{turns.length} turns</span>}
        {long && (
          <button
            type="button"
            class="button button-quiet prompt-toggle"
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpen(!open)}
          >
            {open ? "Show less" : "Show all"}
          </button>
        )}
      </div>
      <div
        ref={body}
        id={bodyId}
        class={`prompt-body${open ? " prompt-open" : ""}${long && !open ? " prompt-folded" : ""}`}
        data-pane
        data-scroller
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
        tabIndex={0}
        role="group"
        aria-labelledby={titleId}
      >
        {first && <Text fragment={first} source={turns[0] ?? ""} raw={raw} language={language} />}
      </div>
    </section>
  );
}
