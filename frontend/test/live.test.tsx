import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { leaderboardEvents } from "../src/api";
import { useFollowing } from "../src/board/useFollowing";
import { useRevision } from "../src/board/useRevision";
import { runEvents } from "../src/runs/api";
import { pass } from "./clock";
import { draw } from "./drawn";

/** A stream of news that a test sends. */
class Stream {
  static opened: Stream[] = [];
  static readonly CLOSED = 2;
  readyState = 1;
  closed = false;
  private readonly heard = new Map<string, (event: { data: string }) => void>();

  constructor(readonly address: string) {
    Stream.opened.push(this);
  }

  addEventListener(name: string, action: (event: { data: string }) => void): void {
    this.heard.set(name, action);
  }

  send(name: string, data = ""): void {
    this.heard.get(name)?.({ data });
  }

  close(): void {
    this.closed = true;
  }
}

beforeEach(() => {
  Stream.opened = [];
  vi.stubGlobal("EventSource", Stream);
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe("news", () => {
  it.each([
    [leaderboardEvents, "/api/leaderboard/events", "leaderboard", '{"revision":7}', "{}"],
    [runEvents, "/api/runs/events", "revision", "7", ""],
  ] as const)("%# come again after an error page", (events, address, name, seven, nothing) => {
    const log: (number | boolean)[] = [];
    const close = events(
      (revision) => log.push(revision),
      (up) => log.push(up),
    );
    const first = Stream.opened[0];
    first?.send("open");
    first?.send(name, seven);
    first?.send(name, nothing);
    // A broken line is the browser's to mend.
    first?.send("error");
    vi.advanceTimersByTime(60_000);
    expect([log, Stream.opened.length]).toEqual([[true, 7, false], 1]);
    Object.assign(first as Stream, { readyState: Stream.CLOSED }).send("error");
    vi.advanceTimersByTime(60_000);
    expect(Stream.opened.map((stream) => stream.address)).toEqual([address, address]);
    close();
    expect(Stream.opened[1]?.closed).toBe(true);
  });

  it("change a page at most once a second, with the newest of them", async () => {
    const seen: number[] = [];
    function Page() {
      seen.push(useRevision().revision);
      return null;
    }
    await draw(<Page />);
    for (let revision = 1; revision <= 25; revision++) {
      Stream.opened[0]?.send("leaderboard", JSON.stringify({ revision }));
      await pass(100);
    }
    expect([...new Set(seen)]).toEqual([0, 1, 10, 20]);
  });
});

describe("what follows news", () => {
  /** Each reading takes three seconds. */
  const READING_MS = 3_000;
  let begun: number;
  let ended: number;
  let revision: number;
  let shown: number[];

  beforeEach(() => {
    begun = 0;
    ended = 0;
    revision = 1;
    shown = [];
  });

  function read(signal: AbortSignal): Promise<{ revision: number }> {
    begun += 1;
    const found = revision;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        ended += 1;
        resolve({ revision: found });
      }, READING_MS);
      signal.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(new Error("ended"));
      });
    });
  }

  function Part({ newest, everyMs, query = "" }: { newest: number; everyMs: number; query?: string }) {
    const { value } = useFollowing(read, [query], newest, everyMs);
    shown.push(value?.revision ?? 0);
    return null;
  }

  it("comes to its end under steady voting, and is read again only when it has", async () => {
    const host = await draw(<Part newest={1} everyMs={1_000} />);
    for (let vote = 0; vote < 24; vote++) {
      revision += 1;
      await draw(<Part newest={revision} everyMs={1_000} />, host);
      await pass(500);
    }
    expect(ended).toBe(3);
    expect(begun).toBe(4);
    expect(shown.at(-1)).toBeGreaterThan(10);
  });

  it("waits for its time", async () => {
    const host = await draw(<Part newest={1} everyMs={30_000} />);
    await pass(READING_MS);
    revision = 2;
    await draw(<Part newest={2} everyMs={30_000} />, host);
    await pass(26_000);
    expect([begun, shown.at(-1)]).toEqual([1, 1]);
    await pass(1_500);
    expect(begun).toBe(2);
    await pass(READING_MS);
    expect(shown.at(-1)).toBe(2);
    await pass(60_000);
    expect(begun).toBe(2);
  });

  it("asks once for a revision, even if the answer is older, and at once for another choice", async () => {
    const host = await draw(<Part newest={1} everyMs={1_000} />);
    await pass(READING_MS);
    await draw(<Part newest={5} everyMs={1_000} />, host);
    await pass(20_000);
    expect([begun, ended]).toEqual([2, 2]);
    await draw(<Part newest={5} everyMs={1_000} query="other" />, host);
    expect(begun).toBe(3);
  });
});
