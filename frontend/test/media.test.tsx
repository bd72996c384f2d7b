import { afterEach, describe, expect, it, vi } from "vitest";
import type { Battle } from "../src/api";
import { type MediaState, useMedia } from "../src/voting/media";
import { draw, settled } from "./drawn";

/** Pictures that come or fail when a test says so. */
const pictures = new Map<string, { come: () => void; fail: () => void }>();

class Picture {
  draggable = true;
  src = "";

  decode(): Promise<void> {
    return new Promise((resolve, reject) => {
      pictures.set(this.src, { come: resolve, fail: () => reject(new Error("broken")) });
    });
  }
}

const file = (url: string) => ({ kind: "image" as const, media_type: "image/png", url });
const BATTLE: Battle = {
  battle: "b",
  prompt: { turns: [], category: null, language: null, attachments: [file("p")] },
  responses: ["a", "b"].map((url, n) => ({ position: n + 1, content: "", attachments: [file(url)] })),
  progress: { voted: 0, remaining: 1 },
};

describe("files of a battle", () => {
  let state: MediaState | null = null;
  let again: () => void = () => undefined;

  function Files() {
    const media = useMedia(BATTLE);
    state = media.state;
    again = media.retry;
    return null;
  }

  afterEach(() => vi.unstubAllGlobals());

  it("stay hidden after one has failed, whatever comes later, until they are asked for again", async () => {
    vi.stubGlobal("Image", Picture);
    await draw(<Files />);
    pictures.get("p")?.come();
    await settled();
    expect(state).toEqual({ kind: "loading", loaded: 1, total: 3 });
    pictures.get("b")?.fail();
    await settled();
    expect(state).toEqual({ kind: "failed" });
    pictures.get("a")?.come();
    await settled();
    expect(state).toEqual({ kind: "failed" });
    again();
    await settled();
    for (const picture of pictures.values()) {
      picture.come();
    }
    await settled();
    expect(state).toMatchObject({ kind: "ready" });
  });
});
