import { afterEach, describe, expect, it, vi } from "vitest";
import { ApiError, nextBattle, postVote } from "../src/api";
import { commentText } from "../src/voting/comment";
import { randomUuid } from "../src/world";

function answer(status: number, body: string): void {
  vi.stubGlobal("fetch", async () => new Response(body, { status }));
}

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toBeInstanceOf(ApiError);
  return error as ApiError;
}

describe("requests", () => {
  afterEach(() => vi.unstubAllGlobals());

  it("carry the server's own words of an error", async () => {
    answer(409, '{"status":409,"code":"already_voted","message":"Already voted.","details":{}}');
    const error = await failure(postVote("b", "k", "{}"));
    expect([error.status, error.code, error.message, error.retryable]).toEqual([
      409,
      "already_voted",
      "Already voted.",
      false,
    ]);
  });

  it("take an error page of a proxy for what it is", async () => {
    answer(502, "<html>Bad gateway</html>");
    const error = await failure(nextBattle());
    expect([error.status, error.message, error.retryable]).toEqual([
      502,
      "The server answered with status 502.",
      true,
    ]);
  });

  it.each(["<html>Welcome to the hotel</html>", "{}", "null", '"ok"'])(
    "do not take %j with status 200 for a stored vote",
    async (body) => {
      answer(200, body);
      const error = await failure(postVote("b", "k", "{}"));
      expect([error.code, error.retryable]).toEqual(["unreadable", true]);
    },
  );

  it("say that nothing answered", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    const error = await failure(nextBattle());
    expect([error.status, error.retryable, error.message]).toEqual([
      0,
      true,
      "The server cannot be reached.",
    ]);
  });

  it("send a vote with its key and its bytes", async () => {
    const fetch = vi.fn(async () => new Response('{"vote":"v"}', { status: 201 }));
    vi.stubGlobal("fetch", fetch);
    await postVote("a/b", "the-key", '{"verdict":"tie"}');
    expect(fetch).toHaveBeenCalledWith(
      "/api/battles/a%2Fb/votes",
      expect.objectContaining({
        method: "POST",
        body: '{"verdict":"tie"}',
        headers: expect.objectContaining({ "Idempotency-Key": "the-key" }),
      }),
    );
  });
});

describe("small things", () => {
  it("make keys that are version 4 UUIDs", () => {
    const keys = Array.from({ length: 50 }, randomUuid);
    for (const key of keys) {
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
    expect(new Set(keys).size).toBe(50);
  });

  it("join reasons and a comment into one line", () => {
    expect(commentText({ chips: ["clearer", "more correct"], text: " good " })).toBe(
      "clearer; more correct – good",
    );
    expect(commentText({ chips: [], text: "  " })).toBe("");
  });
});
