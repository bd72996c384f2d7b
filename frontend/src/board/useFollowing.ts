import { useEffect, useRef } from "preact/hooks";
import { Pacer } from "./Pacer";
import { type Loaded, useLoaded } from "./useLoaded";

/** Least time between two readings that news ask for. */
const EVERY_MS = 1_000;

/**
 * As `useLoaded`, and read again when there is a revision newer than the one that was read. News never end a reading that
 * is under way: under steady voting it would not come to its end.
 */
export function useFollowing<T extends { revision: number }>(
  load: (signal: AbortSignal) => Promise<T>,
  parts: readonly unknown[],
  newest: number,
  everyMs = EVERY_MS,
): Loaded<T> {
  const loaded = useLoaded(load, parts);
  const { value, busy, reload } = loaded;
  const now = useRef({ newest, read: -1, asked: newest }).current;
  now.newest = newest;
  now.read = value?.revision ?? -1;
  const pacer = useRef<Pacer | null>(null);
  useEffect(() => {
    const paced = new Pacer(
      () => {
        // Asked for once, even where the answer is of an older revision.
        if (now.newest > Math.max(now.read, now.asked)) {
          now.asked = now.newest;
          reload();
        }
      },
      everyMs,
      performance.now(),
    );
    pacer.current = paced;
    return () => paced.stop();
  }, [everyMs]);
  useEffect(() => pacer.current?.setBusy(busy), [busy]);
  useEffect(() => pacer.current?.ask(), [newest]);
  return loaded;
}
