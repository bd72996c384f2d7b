import { useEffect, useRef, useState } from "preact/hooks";
import { ApiError } from "../api";
import { runEvents } from "./api";

/** At most one fetch in this time, however fast verdicts come in. */
const THROTTLE_MS = 1_000;

/** A number that grows when the store has moved, at most once a second, and whether news reach the page. */
export function useRevision(): { revision: number; live: boolean } {
  const [revision, setRevision] = useState(0);
  const [live, setLive] = useState(false);
  const state = useRef({ newest: 0, timer: 0, toldAt: 0 });
  useEffect(() => {
    const now = state.current;
    const tell = () => {
      now.timer = 0;
      now.toldAt = performance.now();
      setRevision(now.newest);
    };
    const close = runEvents(
      (next) => {
        now.newest = next;
        now.timer ||= window.setTimeout(tell, Math.max(0, now.toldAt + THROTTLE_MS - performance.now()));
      },
      (up) => setLive(up),
    );
    return () => {
      window.clearTimeout(now.timer);
      close();
    };
  }, []);
  return { revision, live };
}

export interface Loaded<T> {
  value: T | null;
  error: ApiError | null;
}

/** What `load` gives, read again whenever one of `parts` changes; the old value stays until the new one is there. */
export function useLoaded<T>(load: () => Promise<T>, parts: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ value: null, error: null });
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => {
        if (wanted) {
          setState({ value, error: null });
        }
      },
      (cause: unknown) => {
        if (wanted) {
          const error = cause instanceof ApiError ? cause : new ApiError(0, "failed", String(cause));
          setState((old) => ({ value: old.value, error }));
        }
      },
    );
    return () => {
      wanted = false;
    };
  }, parts);
  return state;
}
