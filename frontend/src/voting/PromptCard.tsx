import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import { words } from "../format";
import { Attachments } from "./Attachments";
import { Text } from "./Text";
import type { Shown } from "./useShown";
import { useSay } from "./words";

/** The prompt above the panes; a long one starts folded, with a button to open it. */
export function PromptCard({ shown, raw }: { shown: Shown; raw: boolean }) {
  const say = useSay();
  const { turns, category, language, attachments } = shown.battle.prompt;
  const [open, setOpen] = useState(false);
  const [long, setLong] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const titleId = useId();
  const bodyId = useId();
  const [first] = shown.prompt;

  // Measured again for every text and form of it.
  useLayoutEffect(() => {
    const box = body.current;
    setLong(open || (box !== null && box.scrollHeight > box.clientHeight + 2));
  }, [shown, raw]);

  return (
    <section class="prompt" aria-labelledby={titleId}>
      <div class="prompt-head">
        <h2 id={titleId} tabIndex={-1} data-start>
          {say("prompt")}
        </h2>
        {category && <span class="tag">{words(category, false)}</span>}
        {turns.length > 1 && <span class="tag">{say("turns", { count: turns.length })}</span>}
        {long && (
          <button
            type="button"
            class="button button-quiet prompt-toggle"
            aria-expanded={open}
            aria-controls={bodyId}
            onClick={() => setOpen(!open)}
          >
            {say(open ? "show_less" : "show_all")}
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
        <Attachments attachments={attachments} media={shown.media} zoom={shown.zoom} letter={null} />
      </div>
    </section>
  );
}
