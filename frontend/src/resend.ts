/**
 * Decisions the server has not confirmed yet. Each is kept in the browser's storage under a key of its own
 * before it is first sent, and leaves it only when the server has answered, so that a reload, a crash or a
 * second tab neither loses a vote nor sends a different one: a repeat has the same key and the same bytes.
 */
import { type ApiError, asError, type Ranks, type Verdict, type VoteResult } from "./api";

/** One verdict on one battle, exactly as it will be sent. */
export interface Decision {
  battle: string;
  /** The study it was made in; null or absent for the open floor. */
  study?: string | null;
  /** The Idempotency-Key; made once a decision. */
  key: string;
  /** The request body. */
  body: string;
  verdict: Verdict;
  /** The ranking, where the verdict is one. */
  ranks?: Ranks;
  /** When the voter decided, in milliseconds since 1970; the oldest is sent first. */
  madeAt: number;
}

/** What the queue needs from the world, so that tests can bring their own. */
export interface ResendWorld {
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length"> | null;
  send: (decision: Decision) => Promise<VoteResult>;
  /** Runs `task` after `delayMs`; returns what cancels it. */
  later: (task: () => void, delayMs: number) => () => void;
}

/** What became of a decision. */
export interface ResendEvents {
  saved: (decision: Decision, result: VoteResult) => void;
  refused: (decision: Decision, error: ApiError) => void;
  /** An attempt failed and another will follow. */
  waiting: (decision: Decision, error: ApiError) => void;
}

const PREFIX = "arena.unsent.";
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 30_000;

/** How long to wait after the `failures`-th failure in a row (1, 2, 4, … 30 seconds). */
export function backoff(failures: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.min(failures - 1, 10));
}

export class ResendQueue {
  private readonly decisions: Decision[];
  private failures = 0;
  private sending: Promise<void> | null = null;
  private cancelTimer: (() => void) | null = null;

  constructor(
    private readonly world: ResendWorld,
    private readonly events: ResendEvents,
  ) {
    this.decisions = stored(world.storage);
  }

  /** The decisions not yet confirmed, oldest first. */
  get unsent(): readonly Decision[] {
    return this.decisions;
  }

  /** Keeps the decision, then sends it (after any older one). */
  add(decision: Decision): Promise<void> {
    this.decisions.push(decision);
    try {
      this.world.storage?.setItem(PREFIX + decision.key, JSON.stringify(decision));
    } catch {
      // A full or forbidden storage costs only the safety net over a reload; the decision is still sent.
    }
    return this.flush();
  }

  /** Takes in what other tabs of this browser have left unsent so far; sent twice, a decision still counts once. */
  takeOver(): void {
    const known = new Set(this.decisions.map(({ key }) => key));
    this.decisions.push(...stored(this.world.storage).filter(({ key }) => !known.has(key)));
  }

  /** Sends everything that waits, now. A call during a running attempt joins it. */
  flush(): Promise<void> {
    this.cancelTimer?.();
    this.cancelTimer = null;
    this.sending ??= this.drain().finally(() => {
      this.sending = null;
    });
    return this.sending;
  }

  private async drain(): Promise<void> {
    for (let decision = this.decisions[0]; decision; decision = this.decisions[0]) {
      try {
        const result = await this.world.send(decision);
        this.drop(decision);
        this.events.saved(decision, result);
      } catch (error) {
        if (!this.absorb(decision, error)) {
          return;
        }
      }
    }
  }

  /** Handles a failed attempt; true when the queue may go on with the next decision. */
  private absorb(decision: Decision, cause: unknown): boolean {
    const error = asError(cause);
    if (!error.retryable) {
      this.drop(decision);
      this.events.refused(decision, error);
      return true;
    }
    this.failures += 1;
    this.cancelTimer = this.world.later(() => void this.flush(), backoff(this.failures));
    this.events.waiting(decision, error);
    return false;
  }

  private drop(decision: Decision): void {
    this.failures = 0;
    this.decisions.shift();
    try {
      this.world.storage?.removeItem(PREFIX + decision.key);
    } catch {
      // Left behind, it would be sent once more with the same key, which changes nothing.
    }
  }
}

function stored(storage: ResendWorld["storage"]): Decision[] {
  const found: Decision[] = [];
  try {
    for (let i = 0; storage && i < storage.length; i++) {
      const name = storage.key(i);
      const decision = name?.startsWith(PREFIX) ? read(storage.getItem(name)) : null;
      if (decision) {
        found.push(decision);
      }
    }
  } catch {
    // Without readable storage there is nothing left over from before.
  }
  return found.sort((a, b) => a.madeAt - b.madeAt || (a.key < b.key ? -1 : 1));
}

function read(text: string | null): Decision | null {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Decision> | null;
    const whole =
      typeof value?.battle === "string" && typeof value.key === "string" && typeof value.body === "string";
    return whole ? (value as Decision) : null;
  } catch {
    return null;
  }
}
