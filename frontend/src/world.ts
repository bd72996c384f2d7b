/** The browser as the session needs it: storage, timer, clock and randomness in one place. */
import { nextBattle, postVote, withdrawVote } from "./api";
import type { SessionWorld } from "./state";
import { announce } from "./ui/announce";

export function browserWorld(): SessionWorld {
  return {
    nextBattle,
    postVote,
    withdrawVote,
    announce,
    now: () => Date.now(),
    newKey: randomUuid,
    later(task, delayMs) {
      const timer = window.setTimeout(task, delayMs);
      return () => window.clearTimeout(timer);
    },
    storage: available(() => window.localStorage),
    tabStorage: available(() => window.sessionStorage),
  };
}

/** A version 4 UUID. `crypto.randomUUID` is missing where the page is served by plain http to another machine. */
export function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Storage, or null where the browser forbids it. */
export function available(get: () => Storage): Storage | null {
  try {
    return get();
  } catch {
    return null;
  }
}
