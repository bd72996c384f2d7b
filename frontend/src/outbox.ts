/**
 * One queue of unsaved decisions for all pages where somebody votes. A decision finds its session by the study it was
 * made in; where that session is not open (another page, or after a reload), the vote is sent all the same.
 */
import type { ApiError, Ranks, Verdict, VoteResult } from "./api";
import { type Decision, type ResendEvents, ResendQueue, type ResendWorld } from "./resend";

/** A decision that waits to be sent again. */
export interface Unsent {
  verdict: Verdict;
  ranks?: Ranks | undefined;
  error: ApiError;
}

export class Outbox {
  /** The last decision that could not be sent yet; null while nothing waits. */
  unsent: Unsent | null = null;
  private readonly queue: ResendQueue;
  private readonly sessions = new Map<string, ResendEvents>();
  private readonly listeners = new Set<() => void>();

  constructor(world: ResendWorld) {
    this.queue = new ResendQueue(world, {
      saved: (decision, result) => this.onSaved(decision, result),
      refused: (decision, error) => this.onRefused(decision, error),
      waiting: (decision, error) => {
        this.setUnsent({ verdict: decision.verdict, ranks: decision.ranks, error });
        this.of(decision)?.waiting(decision, error);
      },
    });
  }

  /** What becomes of the decisions of a study (null: of the open floor) is told to `events`. */
  join(study: string | null, events: ResendEvents): void {
    this.sessions.set(study ?? "", events);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  add(decision: Decision): Promise<void> {
    return this.queue.add(decision);
  }

  flush(): Promise<void> {
    return this.queue.flush();
  }

  /** Sends all that waits in this browser, of other tabs too; whether the server now has it all. */
  async settle(): Promise<boolean> {
    this.queue.takeOver();
    await this.queue.flush();
    return this.queue.unsent.length === 0;
  }

  /** The decision on a battle that was made and not confirmed; null for none. */
  waitingFor(battle: string): Decision | null {
    return this.queue.unsent.find((decision) => decision.battle === battle) ?? null;
  }

  private of(decision: Decision): ResendEvents | undefined {
    return this.sessions.get(decision.study ?? "");
  }

  private onSaved(decision: Decision, result: VoteResult): void {
    this.setUnsent(null);
    this.of(decision)?.saved(decision, result);
  }

  private onRefused(decision: Decision, error: ApiError): void {
    this.setUnsent(null);
    this.of(decision)?.refused(decision, error);
  }

  private setUnsent(unsent: Unsent | null): void {
    this.unsent = unsent;
    for (const listener of this.listeners) {
      listener();
    }
  }
}
