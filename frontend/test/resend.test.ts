import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, type VoteResult } from "../src/api";
import { backoff, type Decision, ResendQueue } from "../src/resend";

function decision(n: number): Decision {
  return { battle: `battle-${n}`, key: `key-${n}`, body: `{"n":${n}}`, verdict: "first", madeAt: n };
}

function result(n: number): VoteResult {
  return { vote: `vote-${n}`, verdict: "first", responses: [], progress: { voted: n, remaining: 0 } };
}

const DOWN = new ApiError(0, "unreachable", "The server cannot be reached.");

/** A server whose answers a test scripts, a timer a test turns by hand, and a log of what happened. */
class World {
  readonly sent: Decision[] = [];
  readonly log: string[] = [];
  readonly delays: number[] = [];
  answers: (ApiError | VoteResult | Promise<VoteResult>)[] = [];
  timer: (() => void) | null = null;

  queue(storage: Storage | null = window.localStorage): ResendQueue {
    return new ResendQueue(
      {
        storage,
        send: async (d) => {
          this.sent.push(d);
          const answer = this.answers.shift() ?? DOWN;
          if (answer instanceof ApiError) {
            throw answer;
          }
          return answer;
        },
        later: (task, delay) => {
          this.delays.push(delay);
          this.timer = task;
          return () => {
            this.timer = null;
          };
        },
      },
      {
        saved: (d, r) => this.log.push(`saved ${d.key} as ${r.vote}`),
        refused: (d, e) => this.log.push(`refused ${d.key} ${e.status}`),
        waiting: (d, e) => this.log.push(`waiting ${d.key} ${e.status}`),
      },
    );
  }

  fire(): void {
    const task = this.timer;
    this.timer = null;
    task?.();
  }
}

describe("ResendQueue", () => {
  let world: World;

  beforeEach(() => {
    window.localStorage.clear();
    world = new World();
  });

  it("keeps a decision in storage before it is sent, and only until it is confirmed", async () => {
    const queue = world.queue();
    let inStorage = 0;
    world.answers = [
      new Promise((resolve) => {
        queueMicrotask(() => {
          inStorage = window.localStorage.length;
          resolve(result(1));
        });
      }),
    ];
    await queue.add(decision(1));
    expect(inStorage).toBe(1);
    expect(window.localStorage.length).toBe(0);
    expect(world.log).toEqual(["saved key-1 as vote-1"]);
  });

  it("sends the same key and the same bytes again until the server answers", async () => {
    const queue = world.queue();
    world.answers = [DOWN, new ApiError(503, "busy", "Busy."), result(1)];
    await queue.add(decision(1));
    expect(window.localStorage.length).toBe(1);
    world.fire();
    await queue.flush();
    world.fire();
    await queue.flush();
    expect(world.sent.map((d) => `${d.battle} ${d.key} ${d.body}`)).toEqual(
      Array(3).fill('battle-1 key-1 {"n":1}'),
    );
    expect(world.log).toEqual(["waiting key-1 0", "waiting key-1 503", "saved key-1 as vote-1"]);
    expect(queue.unsent).toEqual([]);
  });

  it("waits longer after each failure, and never longer than half a minute", async () => {
    expect([1, 2, 3, 4, 5, 6, 60].map(backoff)).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
    const queue = world.queue();
    await queue.add(decision(1));
    await queue.flush();
    await queue.flush();
    expect(world.delays).toEqual([1000, 2000, 4000]);
  });

  it("starts from the shortest wait again after a success", async () => {
    const queue = world.queue();
    world.answers = [DOWN, DOWN, result(1), DOWN];
    await queue.add(decision(1));
    await queue.flush();
    await queue.flush();
    await queue.add(decision(2));
    expect(world.delays).toEqual([1000, 2000, 1000]);
  });

  it("takes up what an earlier page left, oldest first", async () => {
    const before = world.queue();
    await before.add(decision(2));
    window.localStorage.setItem("arena.unsent.key-1", JSON.stringify(decision(1)));
    const after = new World();
    after.answers = [result(1), result(2)];
    const queue = after.queue();
    expect(queue.unsent.map((d) => d.key)).toEqual(["key-1", "key-2"]);
    await queue.flush();
    expect(after.log).toEqual(["saved key-1 as vote-1", "saved key-2 as vote-2"]);
    expect(window.localStorage.length).toBe(0);
  });

  it("does not send one decision twice at once", async () => {
    const queue = world.queue();
    let answer: (r: VoteResult) => void = () => undefined;
    world.answers = [
      new Promise((resolve) => {
        answer = resolve;
      }),
    ];
    const first = queue.add(decision(1));
    const second = queue.flush();
    const third = queue.flush();
    answer(result(1));
    await Promise.all([first, second, third]);
    expect(world.sent).toHaveLength(1);
  });

  it.each([400, 403, 404, 409, 422])(
    "drops a decision the server refuses with %d and goes on",
    async (status) => {
      const queue = world.queue();
      world.answers = [new ApiError(status, "refused", "No."), result(2)];
      await Promise.all([queue.add(decision(1)), queue.add(decision(2))]);
      expect(world.log).toEqual([`refused key-1 ${status}`, "saved key-2 as vote-2"]);
      expect(window.localStorage.length).toBe(0);
      expect(world.timer).toBeNull();
    },
  );

  it.each([0, 408, 429, 500, 502, 503, 507])("keeps a decision after %d", async (status) => {
    const queue = world.queue();
    world.answers = [new ApiError(status, "trouble", "Trouble.")];
    await queue.add(decision(1));
    expect(queue.unsent).toHaveLength(1);
    expect(window.localStorage.length).toBe(1);
  });

  it("works without storage, and past spoilt entries in it", async () => {
    world.answers = [result(1)];
    await world.queue(null).add(decision(1));
    window.localStorage.setItem("arena.unsent.bad", "{not json");
    window.localStorage.setItem("arena.unsent.odd", '{"battle":7}');
    window.localStorage.setItem("other", "x");
    expect(world.queue().unsent).toEqual([]);
    expect(world.log).toEqual(["saved key-1 as vote-1"]);
  });

  it("still sends when storage is full", async () => {
    const full = {
      length: 0,
      key: () => null,
      getItem: () => null,
      removeItem: () => undefined,
      setItem: () => {
        throw new DOMException("full", "QuotaExceededError");
      },
    } as unknown as Storage;
    world.answers = [result(1)];
    await world.queue(full).add(decision(1));
    expect(world.log).toEqual(["saved key-1 as vote-1"]);
  });
});
