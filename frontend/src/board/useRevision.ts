import { useEffect, useRef, useState } from "preact/hooks";
import { leaderboardEvents } from "../api";

/** At most one change in this time, however fast votes come in. */
const THROTTLE_MS = 1_000;

export interface Revision {
  /** Newest revision heard of; 0 until one was. */
  revision: number;
  /** Whether news of votes reach the page at the moment. */
  live: boolean;
}

/** Calls `onRevision` and `onLink`; gives the function that ends it. */
export type Events = (onRevision: (revision: number) => void, onLink: (up: boolean) => void) => () => void;

/** A number that changes when votes were stored, at most once a second. */
export function useRevision(events: Events = leaderboardEvents): Revision {
  const [state, setState] = useState<Revision>({ revision: 0, live: false });
  const now = useRef({ newest: 0, timer: 0, toldAt: Number.NEGATIVE_INFINITY });
  // One connection for as long as the page is open.
  useEffect(() => {
    const line = now.current;
    const tell = () => {
      line.timer = 0;
      line.toldAt = performance.now();
      setState((old) => (old.revision === line.newest ? old : { ...old, revision: line.newest }));
    };
    const close = events(
      (next) => {
        line.newest = next;
        line.timer ||= window.setTimeout(tell, Math.max(0, line.toldAt + THROTTLE_MS - performance.now()));
      },
      (live) => setState((old) => ({ ...old, live })),
    );
    return () => {
      window.clearTimeout(line.timer);
      close();
    };
  }, [events]);
  return state;
}
