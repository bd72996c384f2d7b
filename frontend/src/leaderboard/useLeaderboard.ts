import { useEffect, useRef } from "preact/hooks";
import { type Board, readBoard } from "../board/api";
import { changesMethod, type Query } from "../board/query";
import { useFollowing } from "../board/useFollowing";
import type { Loaded } from "../board/useLoaded";
import { useRevision } from "../board/useRevision";

export interface LiveLeaderboard extends Omit<Loaded<Board>, "value"> {
  board: Board | null;
  /** Whether news of votes reach the page at the moment. */
  live: boolean;
}

/** The leaderboard for `query`, read again after each stored vote; beside it what its method changes, where it does. */
export function useLeaderboard(query: Query): LiveLeaderboard {
  const { revision, live } = useRevision();
  // The query's text stands for the query, which is a new object every time.
  const { value, error, busy, reload } = useFollowing(
    (signal) => readBoard(query, changesMethod(query), signal),
    [JSON.stringify(query)],
    revision,
  );
  const linked = useRef(false);
  useEffect(() => {
    // Votes stored while the line was down sent no news here.
    if (live && linked.current) {
      reload();
    }
    linked.current ||= live;
  }, [live]);
  return { board: value, error, live, busy, reload };
}
