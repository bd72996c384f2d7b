import { type Revision, useRevision as useAny } from "../board/useRevision";
import { runEvents } from "./api";

/** A number that changes when a run has moved, at most once a second, and whether news reach the page. */
export function useRevision(): Revision {
  return useAny(runEvents);
}
