import { useEffect, useRef, useState } from "preact/hooks";
import { type ApiError, leaderboardEvents } from "../api";
import { type Board, readBoard } from "../board/api";
import { changesMethod, type Query } from "../board/query";
import { asError } from "../board/useLoaded";

/** At most one fetch in this time, however fast votes come in. */
const THROTTLE_MS = 1_000;

export interface LiveLeaderboard {
  board: Board | null;
  error: ApiError | null;
  /** Whether news of votes reach the page at the moment. */
  live: boolean;
  /** A change of filters is being fetched; the old table stays meanwhile. */
  busy: boolean;
  reload: () => void;
}

/** The leaderboard for `query`, read again after each stored vote; beside it what its method changes, where it does. */
export function useLeaderboard(query: Query): LiveLeaderboard {
  const [board, setBoard] = useState<Board | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const [live, setLive] = useState(false);
  const [busy, setBusy] = useState(true);
  const [wish, setWish] = useState(0);
  const reload = () => setWish((n) => n + 1);
  useRevisions(board?.revision ?? -1, reload, setLive);

  // The query's text stands for the query, which is a new object every time; `wish` asks again.
  useEffect(() => {
    const abort = new AbortController();
    setBusy(true);
    readBoard(query, changesMethod(query), abort.signal).then(
      (next) => {
        setBoard(next);
        setError(null);
        setBusy(false);
      },
      (cause: unknown) => {
        if (!abort.signal.aborted) {
          setError(asError(cause));
          setBusy(false);
        }
      },
    );
    return () => abort.abort();
  }, [JSON.stringify(query), wish]);

  return { board, error, live, busy, reload };
}

/** Asks for a reload when the server tells of a revision newer than the one shown, throttled. */
function useRevisions(shown: number, reload: () => void, onLink: (up: boolean) => void): void {
  const state = useRef({ shown, newest: -1, timer: 0, askedAt: 0, lost: false });
  state.current.shown = shown;
  // One connection for as long as the page is open.
  useEffect(() => {
    const now = state.current;
    const check = () => {
      now.timer = 0;
      if (now.newest > now.shown) {
        now.askedAt = performance.now();
        reload();
      }
    };
    const close = leaderboardEvents(
      (revision) => {
        now.newest = Math.max(now.newest, revision);
        const wait = Math.max(0, now.askedAt + THROTTLE_MS - performance.now());
        now.timer ||= window.setTimeout(check, wait);
      },
      (up) => {
        // Votes stored while the line was down sent no news here.
        if (up && now.lost) {
          reload();
        }
        now.lost = !up;
        onLink(up);
      },
    );
    return () => {
      window.clearTimeout(now.timer);
      close();
    };
  }, []);
}
