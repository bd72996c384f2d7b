import { describe, expect, it } from "vitest";
import { hindrance, hintOf, keyName, readKeymap, rebound, shortcutsOf } from "../src/keymap";
import { ACTIONS, type Action, actionOf, DEFAULT_KEYS, inScope, type KeyPress } from "../src/keys";

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  const plain = {
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    shiftKey: false,
    repeat: false,
    isComposing: false,
  };
  return { key, ...plain, target: document.body, ...changes };
}

function inside(markup: string): Element {
  document.body.innerHTML = markup;
  const target = document.querySelector("[data-here]");
  if (!target) {
    throw new Error(`no [data-here] in ${markup}`);
  }
  return target;
}

describe("actionOf", () => {
  const EXPECTED: [string, Action][] = [
    ["ArrowLeft", "first"],
    ["1", "first"],
    ["a", "first"],
    ["A", "first"],
    ["ArrowRight", "second"],
    ["2", "second"],
    ["b", "second"],
    ["ArrowUp", "tie"],
    ["3", "tie"],
    ["t", "tie"],
    ["ArrowDown", "both_bad"],
    ["4", "both_bad"],
    ["s", "skip"],
    ["u", "withdraw"],
    ["Enter", "confirm"],
    [" ", "next"],
    ["n", "next"],
    ["h", "history"],
    ["?", "help"],
    ["F6", "next_pane"],
    ["j", "scroll_down"],
    ["k", "scroll_up"],
    ["[", "scroll_first"],
    ["]", "scroll_second"],
    ["r", "comment"],
    ["v", "raw"],
    ["w", "wrap"],
    ["g", "guidelines"],
    ["d", "diff"],
    ["+", "zoom_in"],
    ["-", "zoom_out"],
    ["0", "zoom_reset"],
  ];

  it.each(EXPECTED)("reads %j as %s", (key, action) => {
    expect(actionOf(press(key))).toBe(action);
  });

  it.each(["5", "9", "x", "Tab", "Escape", "F5", "Home", "PageDown", "Shift", "Dead"])(
    "leaves %j alone",
    (key) => {
      expect(actionOf(press(key))).toBeNull();
    },
  );

  it("takes Ctrl Z and Command Z as withdrawal, and no other letter with a modifier", () => {
    expect(actionOf(press("z", { ctrlKey: true }))).toBe("withdraw");
    expect(actionOf(press("z", { metaKey: true }))).toBe("withdraw");
    expect(actionOf(press("z"))).toBeNull();
    expect(actionOf(press("Z", { ctrlKey: true, shiftKey: true }))).toBeNull();
    for (const key of ["a", "b", "s", "r", "v", "w", "1", "ArrowLeft", "F6", "Enter", "n"]) {
      expect(actionOf(press(key, { ctrlKey: true }))).toBeNull();
      expect(actionOf(press(key, { metaKey: true }))).toBeNull();
      expect(actionOf(press(key, { altKey: true }))).toBeNull();
    }
  });

  it("takes Shift and an arrow as much better, and no letter with Shift", () => {
    expect(actionOf(press("ArrowLeft", { shiftKey: true }))).toBe("first_much");
    expect(actionOf(press("ArrowRight", { shiftKey: true }))).toBe("second_much");
    expect(actionOf(press("ArrowUp", { shiftKey: true }))).toBeNull();
    expect(actionOf(press("A", { shiftKey: true }))).toBeNull();
  });

  it("finds signs and digits where other keyboards have them", () => {
    const altGraph = { ctrlKey: true, altKey: true, getModifierState: (name: string) => name === "AltGraph" };
    expect(actionOf(press("[", altGraph))).toBe("scroll_first");
    expect(actionOf(press("?", { shiftKey: true }))).toBe("help");
    expect(actionOf(press("1", { shiftKey: true }))).toBe("first");
  });

  it("never votes from a key held down, but goes on scrolling", () => {
    expect(actionOf(press("ArrowLeft", { repeat: true }))).toBeNull();
    expect(actionOf(press("Enter", { repeat: true }))).toBeNull();
    expect(actionOf(press("j", { repeat: true }))).toBe("scroll_down");
  });

  it.each([
    "<input data-here>",
    "<textarea data-here></textarea>",
    "<select data-here></select>",
    "<input type=radio data-here>",
    "<div contenteditable><p data-here></p></div>",
  ])("is off in %s", (markup) => {
    expect(actionOf(press("a", { target: inside(markup) }))).toBeNull();
  });

  it("sends with Enter from an answer that is chosen of several, and does nothing else there", () => {
    const target = inside("<input type=radio data-here>");
    expect(actionOf(press("Enter", { target }))).toBe("confirm");
    expect(actionOf(press("Enter", { target }), "rank")).toBe("confirm");
    const others = { ...DEFAULT_KEYS, confirm: ["c"], tie: ["Enter"] };
    expect(actionOf(press("Enter", { target }), "pair", others)).toBeNull();
    expect(actionOf(press("Enter", { target, repeat: true }))).toBeNull();
    for (const key of [" ", "1", "n", "c", "ArrowDown"]) {
      expect(actionOf(press(key, { target }), "rank", others)).toBeNull();
    }
    for (const markup of [
      "<input data-here>",
      "<textarea data-here></textarea>",
      "<a href=x data-here></a>",
    ]) {
      expect(actionOf(press("Enter", { target: inside(markup) }))).toBeNull();
    }
  });

  it("leaves Enter and Space to a focused button or link, but not N", () => {
    const target = inside("<button><span data-here>Withdraw</span></button>");
    expect(actionOf(press("Enter", { target }))).toBeNull();
    expect(actionOf(press(" ", { target }))).toBeNull();
    expect(actionOf(press("n", { target }))).toBe("next");
    expect(actionOf(press("1", { target }))).toBe("first");
  });

  it("leaves the arrows to a focused pane, and still votes by digit there", () => {
    const target = inside("<div data-scroller><pre data-here></pre></div>");
    expect(actionOf(press("ArrowDown", { target }))).toBeNull();
    expect(actionOf(press("4", { target }))).toBe("both_bad");
  });

  it("waits while an input method composes", () => {
    expect(actionOf(press("a", { isComposing: true }))).toBeNull();
  });
});

describe("in a ranking", () => {
  const rank = (key: string, changes: Partial<KeyPress> = {}) => actionOf(press(key, changes), "rank");

  it("digits are ranks, and with Shift the best alone", () => {
    expect([rank("1"), rank("8"), rank("9"), rank("0")]).toEqual(["rank_1", "rank_8", null, "zoom_reset"]);
    expect(rank("!", { code: "Digit1", shiftKey: true })).toBe("only_1");
    expect(rank("&", { code: "Digit1" })).toBe("rank_1");
    expect(rank("3", { code: "Numpad3" })).toBe("rank_3");
    expect(rank("1", { ctrlKey: true })).toBeNull();
  });

  it("arrows move between responses and with Alt in the ranking, and no key of a pair votes", () => {
    expect([rank("ArrowLeft"), rank("ArrowRight")]).toEqual(["item_previous", "item_next"]);
    expect([rank("ArrowUp"), rank("ArrowDown"), rank("a"), rank("b")]).toEqual([null, null, null, null]);
    expect(rank("ArrowUp", { altKey: true })).toBe("move_up");
    expect(rank("ArrowDown", { altKey: true })).toBe("move_down");
    expect([rank("="), rank("Backspace"), rank("Delete"), rank("t"), rank("x")]).toEqual([
      "tie_above",
      "unrank",
      "unrank",
      "all_tie",
      "all_bad",
    ]);
  });

  it("a pane keeps the arrows that scroll it and leaves those that go sideways; a code block keeps all", () => {
    const pane = inside('<div data-scroller="y"><p data-here></p></div>');
    expect([rank("ArrowRight", { target: pane }), rank("ArrowDown", { target: pane, altKey: true })]).toEqual(
      ["item_next", "move_down"],
    );
    const code = inside('<div data-scroller="y"><pre data-scroller><code data-here></code></pre></div>');
    expect(rank("ArrowRight", { target: code })).toBeNull();
  });

  it("no two actions that work together share a key", () => {
    for (const scope of ["pair", "rank"] as const) {
      const keys = ACTIONS.filter((action) => inScope(action, scope)).flatMap(
        (action) => DEFAULT_KEYS[action],
      );
      expect(new Set(keys).size).toBe(keys.length);
    }
  });
});

describe("keys of one's own", () => {
  it("replace the usual ones, in what a press means and in what buttons show", () => {
    const own = rebound(DEFAULT_KEYS, "first", "f");
    expect(actionOf(press("f"), "pair", own)).toBe("first");
    expect(actionOf(press("ArrowLeft"), "pair", own)).toBeNull();
    expect([hintOf(own, "first"), hintOf(null, "first"), shortcutsOf(own, "first")]).toEqual([
      "F",
      null,
      "F",
    ]);
    expect(shortcutsOf(DEFAULT_KEYS, "withdraw")).toBe("U Control+Z");
    expect(shortcutsOf(DEFAULT_KEYS, "next")).toBe("N Space");
    expect(shortcutsOf(DEFAULT_KEYS, "zoom_in")).toBe("Plus");
  });

  it("are refused where another action has the key or the page needs it", () => {
    expect(hindrance(DEFAULT_KEYS, "first", "h")).toBe("history");
    expect(hindrance(DEFAULT_KEYS, "first", "x")).toBeNull();
    expect(hindrance(DEFAULT_KEYS, "history", "x")).toBe("all_bad");
    expect(hindrance(DEFAULT_KEYS, "all_bad", "5")).toBe("reserved");
    expect(hindrance(DEFAULT_KEYS, "skip", "Escape")).toBe("reserved");
    expect(hindrance(DEFAULT_KEYS, "skip", "s")).toBeNull();
  });

  it("come back from storage, and what is spoilt there stays usual", () => {
    const own = rebound(DEFAULT_KEYS, "skip", "F2");
    expect(readKeymap(JSON.stringify(own))).toEqual(own);
    for (const spoilt of [null, "{", "7", '{"skip":7,"first":[1]}', "[]"]) {
      expect(readKeymap(spoilt)).toEqual(DEFAULT_KEYS);
    }
  });

  it("have names that fit on a button", () => {
    expect(
      ["ArrowLeft", "Shift+ArrowLeft", "Alt+ArrowUp", " ", "a", "+", "F6", "Ctrl+z"].map(keyName),
    ).toEqual(["←", "⇧ ←", "Alt ↑", "Space", "A", "+", "F6", "Ctrl Z"]);
  });
});
