import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Attributes of a point of a drawing that can be reached and read. */
export interface MarkProps {
  class: string;
  role: "img";
  tabindex: number;
  "aria-label": string;
  "data-mark": number;
  onFocus: () => void;
  onMouseEnter: () => void;
}

export interface Marks {
  /** Makes the `index`-th point of the drawing one that says `text`. */
  mark: (index: number, text: string, kind?: string) => MarkProps;
  /** How many points stand beside each other before the next line begins; 1 for a list. */
  columns: (many: number) => void;
}

/**
 * The points of one drawing are one stop of the Tab key; arrows go from point to point, Home and End to the first and
 * the last. Every point says its numbers to a screen reader and shows them in the line below the drawing.
 */
export function useMarks(drawing: RefObject<SVGSVGElement | null>): {
  marks: Marks;
  said: string;
  onKeyDown: (event: KeyboardEvent) => void;
} {
  const [active, setActive] = useState(0);
  const [said, setSaid] = useState("");
  let across = 1;
  let total = 0;
  const marks: Marks = {
    columns: (many) => {
      across = many;
    },
    mark: (index, text, kind = "") => {
      total = Math.max(total, index + 1);
      return {
        class: `mark ${kind}`.trim(),
        role: "img",
        tabindex: index === active ? 0 : -1,
        "aria-label": text,
        "data-mark": index,
        onFocus: () => {
          setActive(index);
          setSaid(text);
        },
        onMouseEnter: () => setSaid(text),
      };
    },
  };
  // After a change of filters there may be fewer points than before.
  useLayoutEffect(() => {
    if (active !== 0 && !drawing.current?.querySelector(`[data-mark="${active}"]`)) {
      setActive(0);
      setSaid("");
    }
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const next = target(event.key, active, across, total);
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    drawing.current?.querySelector<SVGElement>(`[data-mark="${next}"]`)?.focus();
  };
  return { marks, said, onKeyDown };
}

function target(key: string, from: number, across: number, total: number): number | null {
  const steps: Record<string, number> = {
    ArrowRight: from + 1,
    ArrowLeft: from - 1,
    ArrowDown: from + across,
    ArrowUp: from - across,
    Home: 0,
    End: total - 1,
  };
  const next = steps[key];
  return next === undefined ? null : Math.min(Math.max(next, 0), total - 1);
}
