import { describe, expect, it } from "vitest";
import { type Action, actionOf, KEY_HELP, type KeyPress } from "../src/keys";

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
    ["Enter", "next"],
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
  ];

  it.each(EXPECTED)("reads %j as %s", (key, action) => {
    expect(actionOf(press(key))).toBe(action);
  });

  it.each(["5", "0", "x", "Tab", "Escape", "F5", "Home", "PageDown", "Shift", "Dead"])(
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

  it("does not vote with Shift and an arrow or a letter", () => {
    expect(actionOf(press("ArrowLeft", { shiftKey: true }))).toBeNull();
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

  it("names every key in the help", () => {
    const shown = new Set(KEY_HELP.flatMap((line) => line.keys));
    const names: Record<string, string> = {
      ArrowLeft: "←",
      ArrowRight: "→",
      ArrowUp: "↑",
      ArrowDown: "↓",
      " ": "Space",
    };
    for (const [key] of EXPECTED) {
      expect(shown).toContain(names[key] ?? (key.length === 1 ? key.toUpperCase() : key));
    }
  });
});
