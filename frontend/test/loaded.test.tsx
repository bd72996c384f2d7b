import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "../src/api";
import { useLoaded } from "../src/board/useLoaded";
import { pass } from "./clock";
import { draw } from "./drawn";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("what could not be read", () => {
  let asked: number;
  let answers: (() => string)[];

  function Part() {
    const { value, error } = useLoaded(async () => (answers[asked++] ?? answers.at(-1))?.(), []);
    return <p>{`${value ?? "nothing"}, ${error?.code ?? "no error"}`}</p>;
  }

  function refuse(status: number, code: string): () => string {
    return () => {
      throw new ApiError(status, code, "No.");
    };
  }

  beforeEach(() => {
    asked = 0;
  });

  it("is asked for again until it comes, where that may help", async () => {
    answers = [refuse(503, "counting"), refuse(0, "unreachable"), () => "the board"];
    const host = await draw(<Part />);
    expect(host.textContent).toBe("nothing, counting");
    await pass(6_000);
    expect(host.textContent).toBe("nothing, unreachable");
    await pass(6_000);
    expect(host.textContent).toBe("the board, no error");
    await pass(60_000);
    expect(asked).toBe(3);
  });

  it("is not asked for again where the answer will stay the same", async () => {
    answers = [refuse(400, "bad_request")];
    const host = await draw(<Part />);
    await pass(60_000);
    expect([host.textContent, asked]).toEqual(["nothing, bad_request", 1]);
  });

  it("is not asked for by a page that has gone", async () => {
    answers = [refuse(503, "counting")];
    const host = await draw(<Part />);
    await draw(null, host);
    await pass(60_000);
    expect(asked).toBe(1);
  });
});
