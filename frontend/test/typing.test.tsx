import { options, render } from "preact";
import { expect, it } from "vitest";
import type { Battle } from "../src/api";
import type { Session, SessionState } from "../src/state";
import { type Board, useRanking } from "../src/voting/useRanking";
import { draw, settled } from "./drawn";

function open(id: string): SessionState {
  const battle: Battle = {
    battle: id,
    prompt: { turns: [], category: null, language: null },
    responses: [1, 2, 3].map((position) => ({ position, content: "" })),
    progress: { voted: 0, remaining: 1 },
  };
  return {
    phase: { kind: "open", battle },
    progress: null,
    history: [],
    comment: { labels: [], text: "" } as unknown as SessionState["comment"],
    answers: {},
    missing: [],
    notice: "",
  };
}

it("a digit typed before the browser has painted the battle leads to the next response all the same", async () => {
  let board: Board | null = null;
  function Ranking({ state }: { state: SessionState }) {
    board = useRanking({} as Session, state, true, true);
    return null;
  }
  const now = () => board as unknown as Board;
  const host = await draw(<Ranking state={open("first")} />);
  now().setCurrent(3);
  await settled();
  const frames = options.requestAnimationFrame ?? queueMicrotask;
  // No frame comes: what waits for one is still to be done.
  options.requestAnimationFrame = () => undefined;
  try {
    render(<Ranking state={open("second")} />, host);
    await Promise.resolve();
    now().type(2);
    now().setCurrent(2);
    await Promise.resolve();
    expect([now().current, now().ranking]).toEqual([2, [2, null, null]]);
  } finally {
    options.requestAnimationFrame = frames;
  }
});
