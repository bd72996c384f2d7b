/**
 * The voting session: which battle is open, what was decided, what the server confirmed.
 * The page draws `session.state` and calls the methods; nothing else holds state about a vote. A reveal exists
 * here only as the server's answer to a stored vote.
 */
import { ApiError, type Battle, type Progress, type Verdict, type VoteResult } from "./api";
import { letterOf, verdictText } from "./format";
import { type Decision, ResendQueue, type ResendWorld } from "./resend";

export type Phase =
  | { kind: "loading" }
  | { kind: "open"; battle: Battle }
  /** Decided, not confirmed: the buttons are locked. */
  | { kind: "sending"; battle: Battle; verdict: Verdict }
  | { kind: "revealed"; battle: Battle; result: VoteResult; withdrawn: boolean }
  /** The server will not take the decision, now or later. */
  | { kind: "refused"; battle: Battle; error: ApiError }
  | { kind: "finished" }
  | { kind: "failed"; error: ApiError };

/** A confirmed vote of this session. */
export interface HistoryEntry {
  number: number;
  vote: string;
  verdict: Verdict;
  names: string[];
  savedAt: number;
  withdrawn: boolean;
}

export interface SessionState {
  phase: Phase;
  progress: Progress | null;
  history: readonly HistoryEntry[];
  /** Set while a decision waits to be sent again. */
  unsent: { verdict: Verdict; error: ApiError } | null;
  /** The comment to go with the next vote; empty for none. */
  comment: string;
  /** The latest news, for the live region and the notice line. */
  notice: string;
}

export interface SessionWorld extends Omit<ResendWorld, "send"> {
  nextBattle: () => Promise<Battle>;
  postVote: (battle: string, key: string, body: string) => Promise<VoteResult>;
  withdrawVote: (vote: string) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A fresh random UUID. */
  newKey: () => string;
  /** Storage that ends with the tab, for the history. */
  tabStorage: Pick<Storage, "getItem" | "setItem"> | null;
}

export const WITHDRAWAL_MS = 5 * 60_000;
const HISTORY = "arena.history";

export class Session {
  state: SessionState;
  private readonly queue: ResendQueue;
  private readonly listeners = new Set<() => void>();
  private shownAt = 0;
  private withdrawing = false;

  constructor(private readonly world: SessionWorld) {
    this.queue = new ResendQueue(
      { ...world, send: ({ battle, key, body }) => world.postVote(battle, key, body) },
      {
        saved: (decision, result) => this.onSaved(decision, result),
        refused: (decision, error) => this.onRefused(decision, error),
        waiting: ({ verdict }, error) => this.set({ unsent: { verdict, error } }),
      },
    );
    const history = readHistory(world.tabStorage);
    this.state = {
      phase: { kind: "loading" },
      progress: null,
      history,
      unsent: null,
      comment: "",
      notice: "",
    };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends what an earlier page left unsent, then opens a battle. */
  async start(): Promise<void> {
    await this.queue.flush();
    await this.load();
  }

  /** The moment both responses became visible; reading time is counted from here. */
  shown(): void {
    this.shownAt = this.world.now();
  }

  /** Casts the verdict on the open battle. A second call before the server has answered does nothing. */
  async decide(verdict: Verdict, reason: string | null = null): Promise<void> {
    const { phase } = this.state;
    if (phase.kind !== "open") {
      return;
    }
    const madeAt = this.world.now();
    const latency = Math.max(0, Math.round(madeAt - this.shownAt));
    const body = JSON.stringify({
      verdict,
      reason: reason ?? (this.state.comment || null),
      latency_ms: latency,
    });
    this.set({ phase: { kind: "sending", battle: phase.battle, verdict }, notice: "" });
    await this.queue.add({ battle: phase.battle.battle, key: this.world.newKey(), body, verdict, madeAt });
  }

  /** Leaves a reveal, a refusal or a failure behind. */
  async next(): Promise<void> {
    if (["revealed", "refused", "failed", "finished"].includes(this.state.phase.kind)) {
      this.set({ notice: "" });
      await this.load();
    }
  }

  /** Sends the waiting decision again at once. */
  async resend(): Promise<void> {
    await this.queue.flush();
    if (this.state.phase.kind === "failed") {
      await this.load();
    }
  }

  /** The vote that `withdraw` would take back, or null. */
  get withdrawable(): HistoryEntry | null {
    const last = this.state.history.at(-1);
    return last && !last.withdrawn && this.world.now() - last.savedAt < WITHDRAWAL_MS ? last : null;
  }

  /** Takes the last vote back, if it is recent enough. */
  async withdraw(): Promise<void> {
    const entry = this.withdrawable;
    if (entry === null || this.withdrawing) {
      this.announce(entry ? "" : "There is no vote of the last 5 minutes to withdraw.");
      return;
    }
    this.withdrawing = true;
    try {
      await this.world.withdrawVote(entry.vote);
      this.onWithdrawn(entry);
    } catch (error) {
      this.announce(`Vote ${entry.number} was not withdrawn. ${messageOf(error)}`);
    } finally {
      this.withdrawing = false;
    }
  }

  setComment(comment: string): void {
    this.set({ comment });
  }

  announce(notice: string): void {
    this.set({ notice });
  }

  private async load(): Promise<void> {
    this.set({ phase: { kind: "loading" }, comment: "" });
    try {
      const battle = await this.world.nextBattle();
      this.shownAt = this.world.now();
      const waiting = this.queue.unsent.find((decision) => decision.battle === battle.battle);
      const phase: Phase = waiting
        ? { kind: "sending", battle, verdict: waiting.verdict }
        : { kind: "open", battle };
      this.set({ phase, progress: battle.progress });
    } catch (error) {
      const failure = error instanceof ApiError ? error : new ApiError(0, "failed", messageOf(error));
      const none = failure.code === "no_battles";
      this.set({ phase: none ? { kind: "finished" } : { kind: "failed", error: failure } });
    }
  }

  private onSaved(decision: Decision, result: VoteResult): void {
    const { phase } = this.state;
    const current = phase.kind === "sending" && phase.battle.battle === decision.battle ? phase.battle : null;
    const skipped = decision.verdict === "skip";
    this.set({
      progress: result.progress,
      unsent: null,
      notice: skipped ? "Battle skipped." : savedText(result),
    });
    if (!skipped) {
      this.remember(decision, result);
    }
    if (current && skipped) {
      void this.load();
    } else if (current) {
      this.set({ phase: { kind: "revealed", battle: current, result, withdrawn: false } });
    }
  }

  private onRefused(decision: Decision, error: ApiError): void {
    const { phase } = this.state;
    this.set({ unsent: null, notice: `${verdictText(decision.verdict)}: not counted. ${error.message}` });
    if (phase.kind === "sending" && phase.battle.battle === decision.battle) {
      this.set({ phase: { kind: "refused", battle: phase.battle, error } });
    }
  }

  private onWithdrawn(entry: HistoryEntry): void {
    const { phase } = this.state;
    const history = this.state.history.map((e) => (e === entry ? { ...e, withdrawn: true } : e));
    this.setHistory(history);
    this.set({ notice: `Vote ${entry.number} withdrawn. It no longer counts.` });
    if (phase.kind === "revealed" && phase.result.vote === entry.vote) {
      this.set({ phase: { ...phase, withdrawn: true } });
    }
  }

  private remember(decision: Decision, result: VoteResult): void {
    const entry: HistoryEntry = {
      number: result.progress.voted,
      vote: result.vote,
      verdict: decision.verdict,
      names: [...result.responses].sort((a, b) => a.position - b.position).map((r) => r.model_name),
      savedAt: this.world.now(),
      withdrawn: false,
    };
    this.setHistory([...this.state.history.filter((e) => e.vote !== entry.vote), entry]);
  }

  private setHistory(history: readonly HistoryEntry[]): void {
    this.set({ history });
    try {
      this.world.tabStorage?.setItem(HISTORY, JSON.stringify(history));
    } catch {
      // The list then lasts as long as the page.
    }
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** "Vote 12 saved. A is better. A was m1, rating 1012.3, …" is read aloud; the page shows the same on the panes. */
function savedText(result: VoteResult): string {
  const names = result.responses.map((r) => `${letterOf(r.position)} was ${r.model_name}.`);
  return [`Vote ${result.progress.voted} saved. ${verdictText(result.verdict)}.`, ...names].join(" ");
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function readHistory(storage: SessionWorld["tabStorage"]): HistoryEntry[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(HISTORY) ?? "[]");
    return Array.isArray(value) ? (value as HistoryEntry[]) : [];
  } catch {
    return [];
  }
}
