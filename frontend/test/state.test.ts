import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, type Battle, type BattleStudy, type VoteResult } from "../src/api";
import { Sessions } from "../src/sessions";
import { type Session, type SessionWorld, WITHDRAWAL_MS } from "../src/state";

/** A scripted server with one voter, a clock and a timer that a test turns by hand. */
class Server {
  now = 1_000_000;
  served = 0;
  voted = 0;
  keys = 0;
  down: ApiError | null = null;
  none = false;
  reveals = true;
  study: BattleStudy | null = null;
  readonly posts: { battle: string; key: string; body: string }[] = [];
  readonly withdrawals: string[] = [];
  timer: (() => void) | null = null;

  world(): SessionWorld {
    return {
      nextBattle: async () => this.next(),
      postVote: async (battle, key, body) => this.post(battle, key, body),
      withdrawVote: async (vote) => {
        this.fail();
        this.withdrawals.push(vote);
      },
      now: () => this.now,
      newKey: () => `key-${++this.keys}`,
      later: (task) => {
        this.timer = task;
        return () => {
          this.timer = null;
        };
      },
      storage: window.localStorage,
      tabStorage: window.sessionStorage,
    };
  }

  private fail(): void {
    if (this.down) {
      throw this.down;
    }
  }

  private next(): Battle {
    this.fail();
    if (this.none) {
      throw new ApiError(404, "no_battles", "None left.");
    }
    return {
      battle: `battle-${this.served}`,
      prompt: { turns: ["Why?"], category: null, language: "en" },
      responses: [
        { position: 1, content: "Because." },
        { position: 2, content: "No idea." },
      ],
      progress: { voted: this.voted, remaining: 9 },
      study: this.study,
    };
  }

  private post(battle: string, key: string, body: string): VoteResult {
    this.posts.push({ battle, key, body });
    this.fail();
    const { verdict } = JSON.parse(body) as { verdict: VoteResult["verdict"] };
    this.served += 1;
    this.voted += verdict === "skip" ? 0 : 1;
    const names = ["m-one", "m-two"].map((model_name, i) => ({
      position: i + 1,
      model_name,
      rating: 1000,
      rating_change: null,
    }));
    return {
      vote: `vote-${this.posts.length}`,
      verdict,
      responses: verdict === "skip" || !this.reveals ? [] : names,
      progress: { voted: this.voted, remaining: 9 },
    };
  }
}

const DOWN = new ApiError(0, "unreachable", "The server cannot be reached.");

describe("Session", () => {
  let server: Server;
  let sessions: Sessions;
  let session: Session;

  beforeEach(async () => {
    window.localStorage.clear();
    window.sessionStorage.clear();
    server = new Server();
    sessions = new Sessions(server.world());
    session = sessions.of(null);
    await session.start();
    session.shown();
  });

  it("opens a battle and reveals nothing before the vote is stored", () => {
    expect(session.state.phase.kind).toBe("open");
    expect(JSON.stringify(session.state)).not.toContain("m-one");
  });

  it("counts reading from when the tab first showed the battle, also after a reload", async () => {
    server.now += 60_000;
    const again = new Sessions(server.world()).of(null);
    await again.start();
    again.shown();
    server.now += 1_000;
    await again.decide("first");
    expect(JSON.parse(server.posts[0]?.body ?? "{}")).toMatchObject({ latency_ms: 61_000 });
  });

  it("sends verdict, comment and reading time, then reveals the server's answer", async () => {
    session.setComment({ chips: ["clearer"], text: "" });
    server.now += 4_200;
    await session.decide("second");
    expect(server.posts).toEqual([
      { battle: "battle-0", key: "key-1", body: '{"verdict":"second","reason":"clearer","latency_ms":4200}' },
    ]);
    expect(session.state.phase).toMatchObject({ kind: "revealed", result: { verdict: "second" } });
    expect(session.state.notice).toBe(
      "Vote 1 saved. B is better. A was m-one. B was m-two. A: rating 1000.0, newly rated. B: rating 1000.0, newly rated.",
    );
  });

  it("makes one post of a double click", async () => {
    await Promise.all([session.decide("first"), session.decide("first"), session.decide("second")]);
    expect(server.posts).toHaveLength(1);
  });

  it("keeps a decision while the server is away, and never reveals meanwhile", async () => {
    server.down = DOWN;
    await session.decide("tie");
    expect(session.state.phase.kind).toBe("sending");
    expect(sessions.outbox.unsent).toEqual({ verdict: "tie", error: DOWN });
    server.down = null;
    await sessions.resend();
    expect(session.state.phase.kind).toBe("revealed");
    expect(sessions.outbox.unsent).toBeNull();
    expect(new Set(server.posts.map((post) => JSON.stringify(post))).size).toBe(1);
  });

  it("sends again by itself when the timer runs out", async () => {
    server.down = DOWN;
    await session.decide("tie");
    server.down = null;
    server.timer?.();
    await sessions.resend();
    expect(session.state.phase.kind).toBe("revealed");
  });

  it("survives a reload with the server still away: the battle comes back locked", async () => {
    const busy = new ApiError(503, "disk_full", "The disk is full.");
    server.down = busy;
    await session.decide("first");
    const posted = server.posts.at(-1);
    const again = new Sessions({ ...server.world(), nextBattle: () => battleZero() });
    const reloaded = again.of(null);
    await reloaded.start();
    expect(reloaded.state.phase).toMatchObject({ kind: "sending", verdict: "first" });
    await reloaded.decide("second");
    expect(server.posts.at(-1)).toEqual(posted);
    server.down = null;
    await again.resend();
    expect(reloaded.state.phase.kind).toBe("revealed");
  });

  it("sends what the last page left before it opens the next battle", async () => {
    server.down = DOWN;
    await session.decide("first");
    server.down = null;
    const reloaded = new Sessions(server.world()).of(null);
    await reloaded.start();
    expect(reloaded.state.phase).toMatchObject({ kind: "open", battle: { battle: "battle-1" } });
    expect(reloaded.state.history).toMatchObject([
      { number: 1, verdict: "first", names: ["m-one", "m-two"] },
    ]);
  });

  it("skips without a reveal or a history entry and opens the next battle", async () => {
    await session.decide("skip", { reason: "Cannot decide" });
    expect(JSON.parse(server.posts[0]?.body ?? "")).toMatchObject({
      verdict: "skip",
      reason: "Cannot decide",
    });
    await Promise.resolve();
    expect(session.state.history).toEqual([]);
    expect(session.state.notice).toBe("Battle skipped.");
    expect(session.state.phase.kind).not.toBe("revealed");
  });

  it.each([400, 403, 404, 409, 422])(
    "says so when the server refuses with %d, and goes on",
    async (status) => {
      server.down = new ApiError(status, "refused", "Refused for a reason.");
      await session.decide("first");
      expect(session.state.phase).toMatchObject({ kind: "refused", error: { status } });
      expect(session.state.notice).toContain("not counted. Refused for a reason.");
      server.down = null;
      await session.next();
      expect(session.state.phase.kind).toBe("open");
    },
  );

  it("withdraws the last vote once, within five minutes", async () => {
    await session.decide("first");
    server.now += WITHDRAWAL_MS - 1;
    await Promise.all([session.withdraw(), session.withdraw()]);
    expect(server.withdrawals).toEqual(["vote-1"]);
    expect(session.state.phase).toMatchObject({ kind: "revealed", withdrawn: true });
    expect(session.state.notice).toBe("Vote 1 withdrawn. It no longer counts.");
    await session.withdraw();
    expect(server.withdrawals).toHaveLength(1);
  });

  it("does not withdraw after five minutes", async () => {
    await session.decide("first");
    server.now += WITHDRAWAL_MS;
    await session.withdraw();
    expect(server.withdrawals).toEqual([]);
    expect(session.state.notice).toBe("There is no vote of the last 5 minutes to withdraw.");
  });

  it("says so when a withdrawal fails, and lets it be tried again", async () => {
    await session.decide("first");
    server.down = DOWN;
    await session.withdraw();
    expect(session.state.notice).toBe("Vote 1 was not withdrawn. The server cannot be reached.");
    server.down = null;
    await session.withdraw();
    expect(server.withdrawals).toEqual(["vote-1"]);
  });

  it("keeps the comment as long as its battle is open", async () => {
    const comment = { chips: ["clearer"], text: "and shorter" };
    session.setComment(comment);
    expect(sessions.of(null).state.comment).toEqual(comment);
    await session.decide("first");
    expect(JSON.parse(server.posts[0]?.body ?? "").reason).toBe("clearer – and shorter");
  });

  it("drops the comment with its battle", async () => {
    session.setComment({ chips: [], text: "for this one" });
    await session.decide("first");
    await session.next();
    await session.decide("second");
    expect(JSON.parse(server.posts[1]?.body ?? "").reason).toBeNull();
  });

  it("sends a ranking in place of a verdict, and keeps it with the vote", async () => {
    await session.decide("ranking", { ranks: [2, 1, null] });
    expect(JSON.parse(server.posts[0]?.body ?? "")).toEqual({
      ranks: [2, 1, null],
      reason: null,
      latency_ms: 0,
    });
    expect(session.state.phase).toMatchObject({ kind: "revealed", ranks: [2, 1, null] });
    expect(session.state.history[0]?.ranks).toEqual([2, 1, null]);
  });

  it("holds a verdict back until the study's questions are answered, but not a skip", async () => {
    server.study = {
      key: "s",
      name: "S",
      guidelines_version: 1,
      questions: [{ id: "why", text: "Why?", type: "text", required: true }],
      margin: true,
      min_reading_ms: 0,
      reveal: "vote",
    };
    const study = sessions.of("s");
    await study.start();
    await study.decide("first", { margin: 2 });
    expect([server.posts.length, study.state.missing]).toEqual([0, ["why"]]);
    study.setAnswers({ why: "shorter" });
    expect(study.state.missing).toEqual([]);
    await study.decide("first", { margin: 2 });
    expect(JSON.parse(server.posts[0]?.body ?? "")).toMatchObject({ margin: 2, answers: { why: "shorter" } });
    await study.next();
    expect(study.state.answers).toEqual({});
    await study.decide("skip", { reason: "Cannot decide" });
    expect(JSON.parse(server.posts[1]?.body ?? "")).not.toHaveProperty("answers");
  });

  it("goes on by itself where a study reveals nothing", async () => {
    server.reveals = false;
    await session.decide("second");
    await Promise.resolve();
    expect(session.state.phase).toMatchObject({ kind: "open", battle: { battle: "battle-1" } });
    expect(session.state.notice).toBe("Vote 1 saved. B is better.");
    expect(session.state.history).toMatchObject([{ number: 1, names: [] }]);
  });

  it("tells an empty arena from a broken one", async () => {
    await session.decide("first");
    server.none = true;
    await session.next();
    expect(session.state.phase.kind).toBe("finished");
    server.down = DOWN;
    await session.next();
    expect(session.state.phase).toMatchObject({ kind: "failed", error: DOWN });
    server.down = null;
    server.none = false;
    await sessions.resend();
    expect(session.state.phase.kind).toBe("open");
  });
});

async function battleZero(): Promise<Battle> {
  return {
    battle: "battle-0",
    prompt: { turns: ["Why?"], category: null, language: null },
    responses: [],
    progress: { voted: 0, remaining: 9 },
  };
}
