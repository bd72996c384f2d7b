/** The keys as this voter has them: the usual ones, changed where the voter said so, kept in this browser. */
import { useState } from "preact/hooks";
import { ACTIONS, type Action, DEFAULT_KEYS, inScope, type Keymap, type Scope } from "./keys";
import { available } from "./world";

const STORED = "arena.keymap";
const SCOPES: readonly Scope[] = ["pair", "rank"];
/** Keys that move the focus, close windows or give ranks; no action may have them. */
const RESERVED = /^((Shift\+)?Tab|Escape|Ctrl\+(Enter|[acsvx])|Alt\+F4)$/;

/** Reads a stored key map; what is not understood stays as usual. */
export function readKeymap(text: string | null): Keymap {
  let stored: unknown = null;
  try {
    stored = JSON.parse(text ?? "null");
  } catch {
    return DEFAULT_KEYS;
  }
  if (typeof stored !== "object" || stored === null) {
    return DEFAULT_KEYS;
  }
  const changed = stored as Partial<Record<Action, unknown>>;
  const entries = ACTIONS.map((action) => {
    const keys = changed[action];
    const usable = Array.isArray(keys) && keys.every((key) => typeof key === "string");
    return [action, usable ? (keys as string[]) : DEFAULT_KEYS[action]] as const;
  });
  return Object.fromEntries(entries) as Keymap;
}

/** Why a key cannot be given to an action: another has it, or the page needs it. Null where it can. */
export function hindrance(keymap: Keymap, action: Action, chord: string): Action | "reserved" | null {
  if (RESERVED.test(chord) || (inScope(action, "rank") && /^[1-8]$/.test(chord))) {
    return "reserved";
  }
  const together = (other: Action) => SCOPES.some((scope) => inScope(action, scope) && inScope(other, scope));
  return (
    ACTIONS.find((other) => other !== action && together(other) && keymap[other].includes(chord)) ?? null
  );
}

/** The key map with one key for an action. */
export function rebound(keymap: Keymap, action: Action, chord: string): Keymap {
  return { ...keymap, [action]: [chord] };
}

/** The key map of this browser. */
export function useKeymap(): [Keymap, (keymap: Keymap) => void] {
  const [keymap, setKeymap] = useState(() =>
    readKeymap(available(() => window.localStorage)?.getItem(STORED) ?? null),
  );
  const change = (next: Keymap) => {
    setKeymap(next);
    try {
      const storage = available(() => window.localStorage);
      if (next === DEFAULT_KEYS) {
        storage?.removeItem(STORED);
      } else {
        storage?.setItem(STORED, JSON.stringify(next));
      }
    } catch {
      // Full storage: the choice lasts as long as the page.
    }
  };
  return [keymap, change];
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Shift: "⇧",
  Backspace: "⌫",
  Delete: "Del",
  " ": "Space",
};

/** A key as it stands on a button: "⇧ ←", "Alt ↑", "F6", "A". */
export function keyName(chord: string): string {
  const parts =
    chord === "+"
      ? ["+"]
      : chord.split("+").map((part, i, all) => (part === "" && i === all.length - 1 ? "+" : part));
  return parts.map((part) => NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part)).join(" ");
}

/** The first key of an action, for its button; null while keys are off. */
export function hintOf(keys: Keymap | null, action: Action): string | null {
  const first = keys?.[action][0];
  return first === undefined ? null : keyName(first);
}

/** All keys of an action in the form of `aria-keyshortcuts`; undefined while keys are off. */
export function shortcutsOf(keys: Keymap | null, action: Action): string | undefined {
  const names = keys?.[action].map((chord) =>
    chord
      .replace("Ctrl+", "Control+")
      .replace(/ $/, "Space")
      .replace(/(^|\+)\+$/, "$1Plus")
      .replace(/(^|\+)(\p{L})$/u, (_, before: string, letter: string) => before + letter.toUpperCase()),
  );
  return names && names.length > 0 ? names.join(" ") : undefined;
}
