import { useEffect, useState } from "preact/hooks";
import { ApiError } from "../api";

export interface Loaded<T> {
  value: T | null;
  error: ApiError | null;
  /** Something newer is on its way. */
  busy: boolean;
}

/** What `load` gives, read again whenever one of `parts` changes; the old value stays until the new one is there. */
export function useLoaded<T>(
  load: (signal: AbortSignal) => Promise<T>,
  parts: readonly unknown[],
): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>({ value: null, error: null, busy: true });
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
  }, parts);
  return state;
}

export function asError(cause: unknown): ApiError {
  return cause instanceof ApiError ? cause : new ApiError(0, "failed", String(cause));
}
