/** Dragging a response into the ranking, by mouse, pen or touch. Everything it does has a button and a key too. */
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Place } from "./ranking";

export interface Dragging {
  position: number;
  /** Where the pointer is, in pixels of the window. */
  x: number;
  y: number;
  /** The place under it, as its `data-drop` names it; null where nothing would happen. */
  over: string | null;
}

/** From here on a press is a drag and no click. */
const THRESHOLD = 6;

/** "into:1", "before:2" or "unranked" as a place. */
export function placeOf(drop: string | null): Place | null {
  if (drop === "unranked") {
    return drop;
  }
  const [kind, index] = (drop ?? "").split(":");
  if (kind !== "into" && kind !== "before") {
    return null;
  }
  return kind === "into" ? { into: Number(index) } : { before: Number(index) };
}

/**
 * The drag that is under way. A press on anything with `data-drag` begins one; where it is let go over `data-drop`,
 * `onDrop` is called; Escape ends it without.
 */
export function useDrag(on: boolean, onDrop: (position: number, place: Place) => void): Dragging | null {
  const [dragging, setDragging] = useState<Dragging | null>(null);
  const latest = useRef(onDrop);
  latest.current = onDrop;
  // Whoever sees a handle can drag it.
  useLayoutEffect(() => {
    if (!on) {
      return;
    }
    let from: { position: number; x: number; y: number; id: number } | null = null;
    let now: Dragging | null = null;
    const show = (next: Dragging | null) => {
      now = next;
      setDragging(next);
    };
    const listening = new AbortController();
    const { signal } = listening;
    const end = () => {
      from = null;
      show(null);
    };
    document.addEventListener(
      "pointerdown",
      (event) => {
        const handle = event.target instanceof Element ? event.target.closest("[data-drag]") : null;
        if (handle && event.isPrimary && event.button === 0) {
          const position = Number(handle.getAttribute("data-drag"));
          from = { position, x: event.clientX, y: event.clientY, id: event.pointerId };
        }
      },
      { signal },
    );
    document.addEventListener(
      "pointermove",
      (event) => {
        if (from === null || event.pointerId !== from.id) {
          return;
        }
        const { clientX: x, clientY: y } = event;
        if (now !== null || Math.hypot(x - from.x, y - from.y) > THRESHOLD) {
          event.preventDefault();
          show({ position: from.position, x, y, over: dropAt(x, y) });
        }
      },
      { signal },
    );
    document.addEventListener(
      "pointerup",
      () => {
        const place = placeOf(now?.over ?? null);
        const moved = now;
        end();
        if (moved && place) {
          latest.current(moved.position, place);
        }
      },
      { signal },
    );
    document.addEventListener("pointercancel", end, { signal });
    document.addEventListener("keydown", (event) => event.key === "Escape" && end(), { signal });
    return () => {
      listening.abort();
      setDragging(null);
    };
  }, [on]);
  return dragging;
}

function dropAt(x: number, y: number): string | null {
  return document.elementFromPoint(x, y)?.closest("[data-drop]")?.getAttribute("data-drop") ?? null;
}
