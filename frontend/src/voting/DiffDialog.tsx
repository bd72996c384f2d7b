import type { ChangeObject } from "diff";
import { useEffect, useState } from "preact/hooks";
import { letterOf } from "../format";
import { Dialog } from "../ui/Dialog";
import type { RenderedBattle } from "./useRendered";
import { useSay } from "./words";

interface DiffDialogProps {
  rendered: RenderedBattle;
  /** The response to begin with. */
  first: number;
  onClose: () => void;
}

/** Two responses with what only one of them says marked. */
export function DiffDialog({ rendered, first, onClose }: DiffDialogProps) {
  const say = useSay();
  const { responses } = rendered;
  const [left, setLeft] = useState(first);
  const [right, setRight] = useState(responses.find(({ position }) => position !== first)?.position ?? first);
  const text = (position: number) =>
    responses.find((response) => response.position === position)?.raw.join("\n\n") ?? "";
  const parts = useDiff(text(left), text(right));
  const positions = responses.map(({ position }) => position);
  return (
    <Dialog title={say("diff_title")} wide onClose={onClose}>
      <p class="dialog-note">{say("diff_note")}</p>
      <div class="diff">
        {parts === null && <p role="status">{say("diff_working")}</p>}
        {[
          { position: left, choose: setLeft, other: right, own: "removed" as const },
          { position: right, choose: setRight, other: left, own: "added" as const },
        ].map(({ position, choose, other, own }) => (
          <section
            key={own}
            class="diff-side"
            aria-label={say("response_letter", { letter: letterOf(position) })}
          >
            {positions.length > 2 ? (
              <select
                aria-label={say("diff_choose")}
                value={String(position)}
                onChange={(event) => choose(Number(event.currentTarget.value))}
              >
                {positions
                  .filter((candidate) => candidate !== other)
                  .map((candidate) => (
                    <option key={candidate} value={String(candidate)}>
                      {letterOf(candidate)}
                    </option>
                  ))}
              </select>
            ) : (
              <h3>{letterOf(position)}</h3>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard */}
            <div class="diff-text" dir="auto" tabIndex={0}>
              {parts
                ?.filter((part) => !part[own === "added" ? "removed" : "added"])
                .map((part, index) => (part[own] ? <mark key={index}>{part.value}</mark> : part.value))}
            </div>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

/** The longest that two texts are compared, in milliseconds; after that they are shown unmarked. */
const PATIENCE_MS = 2_000;

/** The words of two texts, each with where it stands; null while the code for it is fetched. */
function useDiff(before: string, after: string): ChangeObject<string>[] | null {
  const [parts, setParts] = useState<ChangeObject<string>[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const whole = [
      { value: before, added: false, removed: true, count: 1 },
      { value: after, added: true, removed: false, count: 1 },
    ];
    import("diff").then(
      ({ diffWordsWithSpace }) =>
        wanted && setParts(diffWordsWithSpace(before, after, { timeout: PATIENCE_MS }) ?? whole),
      () => wanted && setParts(whole),
    );
    return () => {
      wanted = false;
    };
  }, [before, after]);
  return parts;
}
