/** The keyboard of the voting page: which key means which action, and when keys are not listened to. */

export type Action =
  | "first"
  | "second"
  | "tie"
  | "both_bad"
  | "skip"
  | "withdraw"
  | "next"
  | "history"
  | "help"
  | "next_pane"
  | "scroll_down"
  | "scroll_up"
  | "scroll_first"
  | "scroll_second"
  | "comment"
  | "raw"
  | "wrap";

/** One line of the help dialog. */
export interface KeyHelp {
  keys: string[];
  text: string;
}

export const KEY_HELP: readonly KeyHelp[] = [
  { keys: ["←", "1", "A"], text: "A is better" },
  { keys: ["→", "2", "B"], text: "B is better" },
  { keys: ["↑", "3", "T"], text: "Tie: equally good" },
  { keys: ["↓", "4"], text: "Both are bad" },
  { keys: ["S"], text: "Skip with a reason; S again confirms" },
  { keys: ["Enter", "Space", "N"], text: "Next battle, after a vote" },
  { keys: ["U", "Ctrl Z"], text: "Withdraw the last vote, within 5 minutes" },
  { keys: ["R"], text: "Add reasons or a comment to the vote" },
  { keys: ["F6"], text: "Move to the next pane; arrow keys then scroll it" },
  { keys: ["J", "K"], text: "Scroll both responses down or up" },
  { keys: ["[", "]"], text: "Scroll response A or B to its next part" },
  { keys: ["V"], text: "Raw text instead of formatted text" },
  { keys: ["W"], text: "Wrap long lines of code" },
  { keys: ["H"], text: "History of this session" },
  { keys: ["?"], text: "This help" },
];

const ARROWS: Readonly<Record<string, Action>> = {
  ArrowLeft: "first",
  ArrowRight: "second",
  ArrowUp: "tie",
  ArrowDown: "both_bad",
};

const LETTERS: Readonly<Record<string, Action>> = {
  a: "first",
  b: "second",
  t: "tie",
  s: "skip",
  u: "withdraw",
  n: "next",
  h: "history",
  j: "scroll_down",
  k: "scroll_up",
  r: "comment",
  v: "raw",
  w: "wrap",
};

/** Signs are found where the keyboard layout puts them, with Shift or AltGr where it needs those. */
const SIGNS: Readonly<Record<string, Action>> = {
  "1": "first",
  "2": "second",
  "3": "tie",
  "4": "both_bad",
  "?": "help",
  "[": "scroll_first",
  "]": "scroll_second",
};

const NAMED: Readonly<Record<string, Action>> = { F6: "next_pane", Enter: "next", " ": "next" };

/** Only scrolling goes on while a key is held down; a held key must never vote twice. */
const REPEATING: ReadonlySet<Action> = new Set(["scroll_down", "scroll_up", "scroll_first", "scroll_second"]);

export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "repeat" | "isComposing" | "target"
> & { getModifierState?: (name: string) => boolean };

/** The action of a key press, or null when the page leaves the key alone. */
export function actionOf(press: KeyPress): Action | null {
  if (press.isComposing || inTextField(press.target)) {
    return null;
  }
  const action = plainOrNamed(press);
  if (action === null || (press.repeat && !REPEATING.has(action))) {
    return null;
  }
  if (action === "next" && press.key !== "n" && press.key !== "N" && onControl(press.target)) {
    return null;
  }
  return press.key in ARROWS && inScroller(press.target) ? null : action;
}

function plainOrNamed(press: KeyPress): Action | null {
  const altGraph = press.getModifierState?.("AltGraph") ?? false;
  if (SIGNS[press.key] && (altGraph || !(press.ctrlKey || press.altKey || press.metaKey))) {
    return SIGNS[press.key] ?? null;
  }
  const letter = press.key.length === 1 ? press.key.toLowerCase() : "";
  if (press.ctrlKey || press.metaKey) {
    return letter === "z" && !press.shiftKey && !press.altKey ? "withdraw" : null;
  }
  if (press.altKey || press.shiftKey) {
    return null;
  }
  return LETTERS[letter] ?? NAMED[press.key] ?? ARROWS[press.key] ?? null;
}

const TEXT_FIELDS = "input:not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]";

function inTextField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TEXT_FIELDS) !== null;
}

/** Enter and Space belong to a focused button or link. */
function onControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a[href], summary, input") !== null;
}

/** Arrow keys belong to a focused pane, table or code block: reading must never cast a vote. */
function inScroller(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-scroller]") !== null;
}
