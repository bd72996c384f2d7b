/**
 * The voting session: which battle is open, what was decided, what the server confirmed.
 * The page draws `session.state` and calls the methods; nothing else holds state about a vote. A reveal exists
 * here only as the server's answer to a stored vote.
 */
import {
  type Answers,
  type ApiError,
  asError,
  type Battle,
  type Progress,
  type Question,
  type Ranks,
  type Verdict,
  type VoteResult,
} from "./api";
import type { Outbox } from "./outbox";
import type { Decision, ResendWorld } from "./resend";
import { givenAnswers, missingAnswers, NO_ANSWERS } from "./voting/answers";
import { type Comment, commentText, NO_COMMENT } from "./voting/comment";
import { revealWords } from "./voting/reveal";
import { firstShown } from "./voting/shown";
import { errorText, verdictText } from "./voting/texts";
import { say } from "./voting/words";

export type Phase =
  | { kind: "loading" }
  | { kind: "open"; battle: Battle }
  /** Decided, not confirmed: the buttons are locked. */
  | { kind: "sending"; battle: Battle; verdict: Verdict; ranks?: Ranks | undefined }
  | {
      kind: "revealed";
      battle: Battle;
      result: VoteResult;
      withdrawn: boolean;
      ranks?: Ranks | undefined;
    }
  /** The server will not take the decision, now or later. */
  | { kind: "refused"; battle: Battle; error: ApiError }
  /** There is nothing left for this voter: no battle, or as many votes as the study wants. */
  | { kind: "finished" }
  | { kind: "failed"; error: ApiError };

/** A confirmed vote of this session. */
export interface HistoryEntry {
  number: number;
  vote: string;
  verdict: Verdict;
  ranks?: Ranks;
  /** Who stood where; empty in a study that reveals nothing. */
  names: string[];
  savedAt: number;
  withdrawn: boolean;
}

export interface SessionState {
  phase: Phase;
  progress: Progress | null;
  history: readonly HistoryEntry[];
  /** The comment to go with the next vote. */
  comment: Comment;
  /** The answers to the study's questions to go with the next vote. */
  answers: Answers;
  /** Questions that must be answered before the verdict can be sent; set by an attempt to send it. */
  missing: readonly string[];
  /** The latest news, for the live region and the notice line. */
  notice: string;
}

export interface SessionWorld extends Omit<ResendWorld, "send"> {
  nextBattle: (study: string | null) => Promise<Battle>;
  postVote: (battle: string, key: string, body: string) => Promise<VoteResult>;
  withdrawVote: (vote: string) => Promise<unknown>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** A fresh random UUID. */
  newKey: () => string;
  /** Storage that ends with the tab, for the history. */
  tabStorage: Pick<Storage, "getItem" | "setItem"> | null;
  /** Has a sentence read aloud; absent where nobody listens. */
  announce?: (sentence: string) => void;
}

/** What goes with a verdict. */
export interface Details {
  /** The reason of a skip. */
  reason?: string;
  ranks?: Ranks;
  /** 1 slightly better, 2 much better. */
  margin?: 1 | 2;
}

export const WITHDRAWAL_MS = 5 * 60_000;
const HISTORY = "arena.history";

export class Session {
  state: SessionState;
  private readonly listeners = new Set<() => void>();
  private readonly historyKey: string;
  private shownAt = 0;
  private started = false;
  private withdrawing = false;

  constructor(
    private readonly world: SessionWorld,
    /** The study's key; null for the open floor. */
    readonly study: string | null,
    /** Where decisions wait until the server has them. */
    private readonly outbox: Outbox,
  ) {
    outbox.join(study, {
      saved: (decision, result) => this.onSaved(decision, result),
      refused: (decision, error) => this.onRefused(decision, error),
      waiting: () => undefined,
    });
    this.historyKey = study === null ? HISTORY : `${HISTORY}.${study}`;
    this.state = {
      phase: { kind: "loading" },
      progress: null,
      history: readHistory(world.tabStorage, this.historyKey),
      comment: NO_COMMENT,
      answers: NO_ANSWERS,
      missing: [],
      notice: "",
    };
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sends what an earlier page left unsent, then opens a battle. A second call does nothing. */
  async start(): Promise<void> {
    if (this.started) {
      return;
    }
    this.started = true;
    await this.outbox.flush();
    await this.load();
  }

  /** The moment all responses became visible; reading time is counted from here. */
  shown(): void {
    const { phase } = this.state;
    const now = this.world.now();
    this.shownAt = phase.kind === "open" ? firstShown(this.world.tabStorage, phase.battle.battle, now) : now;
  }

  /**
   * Casts the verdict on the open battle. A second call before the server has answered does nothing, and neither does
   * one that lacks an answer the study asks for: `missing` then names the questions.
   */
  async decide(verdict: Verdict, details: Details = {}): Promise<void> {
    const { phase } = this.state;
    if (phase.kind !== "open") {
      return;
    }
    const questions = phase.battle.study?.questions ?? [];
    const missing = verdict === "skip" ? [] : missingAnswers(questions, this.state.answers);
    if (missing.length > 0) {
      this.set({ missing, notice: say("answers_missing", { count: missing.length }) });
      return;
    }
    const { ranks } = details;
    const madeAt = this.world.now();
    const decision: Decision = {
      battle: phase.battle.battle,
      study: this.study,
      key: this.world.newKey(),
      body: this.bodyOf(verdict, details, questions, madeAt),
      verdict,
      ...(ranks ? { ranks } : {}),
      madeAt,
    };
    this.set({ phase: { kind: "sending", battle: phase.battle, verdict, ranks }, missing: [], notice: "" });
    await this.outbox.add(decision);
  }

  private bodyOf(verdict: Verdict, details: Details, questions: Question[], madeAt: number): string {
    const { reason, ranks, margin } = details;
    const answers = verdict === "skip" ? null : givenAnswers(questions, this.state.answers);
    return JSON.stringify({
      ...(ranks ? { ranks } : { verdict }),
      ...(margin ? { margin } : {}),
      reason: reason ?? (commentText(this.state.comment) || null),
      ...(answers ? { answers } : {}),
      latency_ms: Math.max(0, Math.round(madeAt - this.shownAt)),
    });
  }

  /** Leaves a reveal, a refusal or a failure behind. */
  async next(): Promise<void> {
    if (["revealed", "refused", "failed", "finished"].includes(this.state.phase.kind)) {
      this.set({ notice: "" });
      await this.load();
    }
  }

  /** Opens a battle where that has failed before. */
  async reopen(): Promise<void> {
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
      this.announce(entry ? "" : say("nothing_to_withdraw"));
      return;
    }
    this.withdrawing = true;
    try {
      await this.world.withdrawVote(entry.vote);
      this.onWithdrawn(entry);
    } catch (error) {
      this.announce(say("not_withdrawn", { number: entry.number, error: errorText(asError(error)).text }));
    } finally {
      this.withdrawing = false;
    }
  }

  setComment(comment: Comment): void {
    this.set({ comment });
  }

  setAnswers(answers: Answers): void {
    const questions = "battle" in this.state.phase ? (this.state.phase.battle.study?.questions ?? []) : [];
    const missing = missingAnswers(questions, answers);
    this.set({ answers, missing: this.state.missing.filter((id) => missing.includes(id)) });
  }

  announce(notice: string): void {
    this.set({ notice });
  }

  private async load(): Promise<void> {
    this.set({ phase: { kind: "loading" }, comment: NO_COMMENT, answers: NO_ANSWERS, missing: [] });
    try {
      const battle = await this.world.nextBattle(this.study);
      this.shownAt = this.world.now();
      const waiting = this.outbox.waitingFor(battle.battle);
      const phase: Phase = waiting
        ? { kind: "sending", battle, verdict: waiting.verdict, ranks: waiting.ranks }
        : { kind: "open", battle };
      this.set({ phase, progress: battle.progress });
    } catch (error) {
      const failure = asError(error);
      const done = failure.code === "no_battles" || failure.code === "quota_reached";
      this.set({ phase: done ? { kind: "finished" } : { kind: "failed", error: failure } });
    }
  }

  private onSaved(decision: Decision, result: VoteResult): void {
    const { phase } = this.state;
    const current = phase.kind === "sending" && phase.battle.battle === decision.battle ? phase.battle : null;
    const skipped = decision.verdict === "skip";
    this.set({ progress: result.progress, notice: skipped ? say("skipped") : savedText(decision, result) });
    if (!skipped) {
      this.remember(decision, result);
    }
    if (current && (skipped || result.responses.length === 0)) {
      void this.load();
    } else if (current) {
      const { ranks } = decision;
      this.set({ phase: { kind: "revealed", battle: current, result, withdrawn: false, ranks } });
    }
  }

  private onRefused(decision: Decision, error: ApiError): void {
    const { phase } = this.state;
    const verdict = verdictText(decision.verdict, decision.ranks);
    this.set({ notice: say("refused_notice", { verdict, error: errorText(error).text }) });
    if (phase.kind === "sending" && phase.battle.battle === decision.battle) {
      this.set({ phase: { kind: "refused", battle: phase.battle, error } });
    }
  }

  private onWithdrawn(entry: HistoryEntry): void {
    const { phase } = this.state;
    const history = this.state.history.map((e) => (e === entry ? { ...e, withdrawn: true } : e));
    this.setHistory(history);
    this.set({ notice: say("withdrawn_notice", { number: entry.number }) });
    if (phase.kind === "revealed" && phase.result.vote === entry.vote) {
      this.set({ phase: { ...phase, withdrawn: true } });
    }
  }

  private remember(decision: Decision, result: VoteResult): void {
    const entry: HistoryEntry = {
      number: result.progress.voted,
      vote: result.vote,
      verdict: decision.verdict,
      ...(decision.ranks ? { ranks: decision.ranks } : {}),
      names: [...result.responses].sort((a, b) => a.position - b.position).map((r) => r.model_name),
      savedAt: this.world.now(),
      withdrawn: false,
    };
    this.setHistory([...this.state.history.filter((e) => e.vote !== entry.vote), entry]);
  }

  private setHistory(history: readonly HistoryEntry[]): void {
    this.set({ history });
    try {
      this.world.tabStorage?.setItem(this.historyKey, JSON.stringify(history));
    } catch {
      // The list then lasts as long as the page.
    }
  }

  private set(change: Partial<SessionState>): void {
    this.state = { ...this.state, ...change };
    if (change.notice) {
      this.world.announce?.(change.notice);
    }
    for (const listener of this.listeners) {
      listener();
    }
  }
}

/** "Vote 12 saved. A is better. A was m1. … A: licence MIT, …" is read aloud; the page shows the same on the panes. */
function savedText(decision: Decision, result: VoteResult): string {
  const verdict = verdictText(decision.verdict, decision.ranks);
  const saved = say("saved_notice", { number: result.progress.voted, verdict });
  return [saved, ...revealWords(result.responses)].join(" ");
}

function readHistory(storage: SessionWorld["tabStorage"], key: string): HistoryEntry[] {
  try {
    const value: unknown = JSON.parse(storage?.getItem(key) ?? "[]");
    return Array.isArray(value) ? (value as HistoryEntry[]) : [];
  } catch {
    return [];
  }
}
