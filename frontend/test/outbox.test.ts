import { beforeEach, describe, expect, it } from "vitest";
import { ApiError, type VoteResult } from "../src/api";
import { Outbox } from "../src/outbox";
import type { Decision } from "../src/resend";
import { Sessions } from "../src/sessions";
import type { SessionWorld } from "../src/state";

const DOWN = new ApiError(0, "unreachable", "The server cannot be reached.");

function decision(n: number, study: string | null): Decision {
  return { battle: `battle-${n}`, study, key: `key-${n}`, body: `{"n":${n}}`, verdict: "tie", madeAt: n };
}

function result(n: number): VoteResult {
  return { vote: `vote-${n}`, verdict: "tie", responses: [], progress: { voted: n, remaining: 0 } };
}

describe("Outbox", () => {
  let down: boolean;
  let sent: string[];
  let outbox: Outbox;
  const log: string[] = [];

  beforeEach(() => {
    window.localStorage.clear();
    log.length = 0;
    down = false;
    sent = [];
    outbox = open();
  });

  function open(): Outbox {
    return new Outbox({
      storage: window.localStorage,
      later: () => () => undefined,
      send: async (d) => {
        sent.push(d.key);
        if (down) {
          throw DOWN;
        }
        if (d.key === "key-9") {
          throw new ApiError(409, "study_closed", "Closed.");
        }
        return result(sent.length);
      },
    });
  }

  function listen(to: Outbox, study: string | null): void {
    const name = study ?? "floor";
    to.join(study, {
      saved: (d) => log.push(`${name} saved ${d.key}`),
      refused: (d, e) => log.push(`${name} refused ${d.key} ${e.code}`),
      waiting: (d) => log.push(`${name} waits for ${d.key}`),
    });
  }

  it("is settled only when the server has every decision, those of other tabs too", async () => {
    const other = open();
    down = true;
    await other.add(decision(1, null));
    expect(await outbox.settle()).toBe(false);
    expect(outbox.unsent).toMatchObject({ verdict: "tie", error: DOWN });
    down = false;
    sent = [];
    expect(await outbox.settle()).toBe(true);
    expect(sent).toEqual(["key-1"]);
    expect(window.localStorage.length).toBe(0);
    expect(await outbox.settle()).toBe(true);
    expect(sent).toEqual(["key-1"]);
  });

  it("tells each study what became of its own votes, oldest first", async () => {
    listen(outbox, null);
    listen(outbox, "s");
    down = true;
    await outbox.add(decision(1, null));
    await outbox.add(decision(2, "s"));
    await outbox.add(decision(9, "s"));
    expect(outbox.unsent).toMatchObject({ verdict: "tie", error: DOWN });
    expect(outbox.waitingFor("battle-2")?.key).toBe("key-2");
    down = false;
    await outbox.flush();
    expect(outbox.unsent).toBeNull();
    expect(log.filter((line) => !line.includes("waits"))).toEqual([
      "floor saved key-1",
      "s saved key-2",
      "s refused key-9 study_closed",
    ]);
  });

  it("sends the votes of a study that is not open, after a reload too", async () => {
    down = true;
    await outbox.add(decision(3, "elsewhere"));
    down = false;
    const reloaded = open();
    listen(reloaded, null);
    let changes = 0;
    reloaded.subscribe(() => {
      changes += 1;
    });
    await reloaded.flush();
    expect(sent.at(-1)).toBe("key-3");
    expect([log, changes, window.localStorage.length]).toEqual([[], 1, 0]);
  });
});

describe("Sessions", () => {
  it("keep one session a study over one outbox, and open again what failed to open", async () => {
    window.localStorage.clear();
    const asked: (string | null)[] = [];
    const world: SessionWorld = {
      nextBattle: async (study) => {
        asked.push(study);
        throw DOWN;
      },
      postVote: async () => result(1),
      withdrawVote: async () => undefined,
      now: () => 0,
      newKey: () => "key",
      later: () => () => undefined,
      storage: window.localStorage,
      tabStorage: window.sessionStorage,
    };
    const sessions = new Sessions(world);
    const floor = sessions.of(null);
    const study = sessions.of("s");
    expect(sessions.of("s")).toBe(study);
    expect(study).not.toBe(floor);
    await Promise.all([study.start(), study.start()]);
    expect(asked).toEqual(["s"]);
    await sessions.resend();
    expect(asked).toEqual(["s", "s"]);
  });
});
