/** The keyboard of the voting page: which key means which action, and when keys are not listened to. */

/** What a voter may give another key. */
export const ACTIONS = [
  "first",
  "second",
  "tie",
  "both_bad",
  "first_much",
  "second_much",
  "item_previous",
  "item_next",
  "move_up",
  "move_down",
  "tie_above",
  "unrank",
  "all_tie",
  "all_bad",
  "confirm",
  "next",
  "skip",
  "withdraw",
  "comment",
  "guidelines",
  "diff",
  "raw",
  "wrap",
  "next_pane",
  "scroll_down",
  "scroll_up",
  "scroll_first",
  "scroll_second",
  "zoom_in",
  "zoom_out",
  "zoom_reset",
  "history",
  "help",
] as const;
export type Action = (typeof ACTIONS)[number];

type Digit = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;
/** Digits in a ranking: a rank for the response in focus; with Shift, the one that is best. They are always digits. */
export type RankKey = `rank_${Digit}` | `only_${Digit}`;

/** Battles of two responses are voted on at once, those of more are ranked; most keys work in both. */
export type Scope = "pair" | "rank";

/**
 * The keys of each action. A key is what it types, in lower case, or its name, with `Shift+`, `Alt+` or `Ctrl+` in
 * front. Signs and digits have no `Shift+`: they are found where the keyboard layout puts them.
 */
export type Keymap = Readonly<Record<Action, readonly string[]>>;

export const DEFAULT_KEYS: Keymap = {
  first: ["ArrowLeft", "1", "a"],
  second: ["ArrowRight", "2", "b"],
  tie: ["ArrowUp", "3", "t"],
  both_bad: ["ArrowDown", "4"],
  first_much: ["Shift+ArrowLeft"],
  second_much: ["Shift+ArrowRight"],
  item_previous: ["ArrowLeft"],
  item_next: ["ArrowRight"],
  move_up: ["Alt+ArrowUp"],
  move_down: ["Alt+ArrowDown"],
  tie_above: ["="],
  unrank: ["Backspace", "Delete"],
  all_tie: ["t"],
  all_bad: ["x"],
  confirm: ["Enter"],
  next: ["n", " "],
  skip: ["s"],
  withdraw: ["u", "Ctrl+z"],
  comment: ["r"],
  guidelines: ["g"],
  diff: ["d"],
  raw: ["v"],
  wrap: ["w"],
  next_pane: ["F6"],
  scroll_down: ["j"],
  scroll_up: ["k"],
  scroll_first: ["["],
  scroll_second: ["]"],
  zoom_in: ["+"],
  zoom_out: ["-"],
  zoom_reset: ["0"],
  history: ["h"],
  help: ["?"],
};

const PAIR_ONLY: ReadonlySet<Action> = new Set([
  "first",
  "second",
  "tie",
  "both_bad",
  "first_much",
  "second_much",
]);
const RANK_ONLY: ReadonlySet<Action> = new Set([
  "item_previous",
  "item_next",
  "move_up",
  "move_down",
  "tie_above",
  "unrank",
  "all_tie",
  "all_bad",
]);

export function inScope(action: Action, scope: Scope): boolean {
  return !(scope === "pair" ? RANK_ONLY : PAIR_ONLY).has(action);
}

/** Only scrolling and zooming go on while a key is held down; a held key must never vote twice. */
const REPEATING: ReadonlySet<string> = new Set([
  "scroll_down",
  "scroll_up",
  "scroll_first",
  "scroll_second",
  "zoom_in",
  "zoom_out",
]);

export type KeyPress = Pick<
  KeyboardEvent,
  "key" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "repeat" | "isComposing" | "target"
> & { code?: string; getModifierState?: (name: string) => boolean };

/** The action of a key press, or null when the page leaves the key alone. */
export function actionOf(
  press: KeyPress,
  scope: Scope = "pair",
  keymap: Keymap = DEFAULT_KEYS,
): Action | RankKey | null {
  if (press.isComposing || inTextField(press)) {
    return null;
  }
  const action = (scope === "rank" ? rankKey(press) : null) ?? lookUp(chordOf(press), scope, keymap);
  if (action === null || (press.repeat && !REPEATING.has(action))) {
    return null;
  }
  if (ownsEnter(press, action)) {
    return null;
  }
  return press.key.startsWith("Arrow") && ownsArrow(press, scope) ? null : action;
}

function lookUp(chord: string | null, scope: Scope, keymap: Keymap): Action | null {
  if (chord === null) {
    return null;
  }
  return ACTIONS.find((action) => inScope(action, scope) && keymap[action].includes(chord)) ?? null;
}

/** A digit gives a rank wherever the layout has it; with Shift on a key of the number row it names the best. */
function rankKey(press: KeyPress): RankKey | null {
  if (press.ctrlKey || press.altKey || press.metaKey) {
    return null;
  }
  const digit = /^Digit([1-8])$/.exec(press.code ?? "")?.[1] ?? /^[1-8]$/.exec(press.key)?.[0];
  return digit ? (`${press.shiftKey ? "only" : "rank"}_${digit}` as RankKey) : null;
}

const MODIFIERS: ReadonlySet<string> = new Set([
  "Shift",
  "Control",
  "Alt",
  "AltGraph",
  "Meta",
  "Dead",
  "Tab",
]);

/** A key press as a key map writes it; null for what no action may have. */
export function chordOf(press: KeyPress): string | null {
  const { key } = press;
  if (MODIFIERS.has(key)) {
    return null;
  }
  const altGraph = press.getModifierState?.("AltGraph") ?? false;
  const typed = [...key].length === 1;
  const sign = typed && key.toLowerCase() === key.toUpperCase() && key !== " ";
  const held = !altGraph && (press.ctrlKey || press.altKey || press.metaKey);
  if (sign && !held) {
    return key;
  }
  const control = press.ctrlKey || press.metaKey ? "Ctrl+" : "";
  const alt = press.altKey ? "Alt+" : "";
  const shift = press.shiftKey ? "Shift+" : "";
  return control + alt + shift + (typed ? key.toLowerCase() : key);
}

const RADIO = "input[type=radio]";
const TEXT_FIELDS = "input:not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]";

/** An answer among several takes every key as a text field does, but has no use for Enter. */
function inTextField({ key, target }: KeyPress): boolean {
  return (
    target instanceof Element &&
    target.closest(TEXT_FIELDS) !== null &&
    !(key === "Enter" && target.matches(RADIO))
  );
}

/** Enter and Space belong to a focused button, link or player; from an answer among several Enter only sends. */
function ownsEnter({ key, target }: KeyPress, action: Action | RankKey): boolean {
  if (!(target instanceof Element) || (key !== "Enter" && key !== " ")) {
    return false;
  }
  return target.matches(RADIO)
    ? action !== "confirm"
    : target.closest("button, a[href], summary, input, audio, video") !== null;
}

/**
 * Arrow keys belong to a focused pane, table, code block or player: reading must never cast a vote. In a ranking they
 * vote for nothing, so a pane, which scrolls up and down only, leaves those that go sideways.
 */
function ownsArrow({ key, altKey, target }: KeyPress, scope: Scope): boolean {
  const box = target instanceof Element ? target.closest("[data-scroller], audio, video") : null;
  if (box === null || altKey) {
    return false;
  }
  const sideways = key === "ArrowLeft" || key === "ArrowRight";
  return !(scope === "rank" && sideways && box.getAttribute("data-scroller") === "y");
}
