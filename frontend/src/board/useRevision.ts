import { useEffect, useState } from "preact/hooks";
import { type Events, leaderboardEvents } from "../api";
import { Pacer } from "./Pacer";

/** At most one change in this time, however fast votes come in. */
const THROTTLE_MS = 1_000;

export interface Revision {
  /** Newest revision heard of; 0 until one was. */
  revision: number;
  /** Whether news of votes reach the page at the moment. */
  live: boolean;
}

/** A number that changes when votes were stored, at most once a second. */
export function useRevision(events: Events = leaderboardEvents): Revision {
  const [revision, setRevision] = useState(0);
  const [live, setLive] = useState(false);
  // One connection for as long as the page is open.
  useEffect(() => {
    let newest = 0;
    const pacer = new Pacer(() => setRevision(newest), THROTTLE_MS);
    const close = events((next) => {
      newest = next;
      pacer.ask();
    }, setLive);
    return () => {
      pacer.stop();
      close();
    };
  }, [events]);
  return { revision, live };
}
