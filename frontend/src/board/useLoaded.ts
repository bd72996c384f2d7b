import { useCallback, useEffect, useState } from "preact/hooks";
import { type ApiError, asError } from "../api";

/** After a failure that may pass by itself (no answer, an overloaded server, votes being counted) the server is asked again. */
const AGAIN_MS = 5_000;

export interface Loaded<T> {
  value: T | null;
  error: ApiError | null;
  /** Something newer is on its way. */
  busy: boolean;
  /** Asks again. */
  reload: () => void;
}

/**
 * What `load` gives, read again whenever one of `parts` changes, when `reload` is called, and some seconds after a failure that may
 * pass; the old value stays until the new one is there.
 */
export function useLoaded<T>(
  load: (signal: AbortSignal) => Promise<T>,
  parts: readonly unknown[],
): Loaded<T> {
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const [state, setState] = useState<Omit<Loaded<T>, "reload">>({ value: null, error: null, busy: true });
  useEffect(() => {
    const abort = new AbortController();
    setState((old) => ({ ...old, busy: true }));
    load(abort.signal).then(
      (value) => {
        if (!abort.signal.aborted) {
          setState({ value, error: null, busy: false });
        }
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) {
          setState((old) => ({ value: old.value, error: asError(cause), busy: false }));
        }
      },
    );
    return () => abort.abort();
  }, [...parts, round]);
  const { error } = state;
  useEffect(() => {
    if (!error?.retryable) {
      return;
    }
    const timer = window.setTimeout(reload, AGAIN_MS);
    return () => window.clearTimeout(timer);
  }, [error]);
  return { ...state, reload };
}
