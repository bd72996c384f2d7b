/** What a voter chose for this browser: shortcuts on or off, code wrapped or not. */
import { useState } from "preact/hooks";
import { available } from "./world";

const PREFIX = "arena.";

export function readFlag(name: string, fallback: boolean): boolean {
  const value = available(() => window.localStorage)?.getItem(PREFIX + name);
  return value === "on" || (value !== "off" && fallback);
}

/** A remembered switch. */
export function useFlag(name: string, fallback: boolean): [boolean, (on: boolean) => void] {
  const [on, setOn] = useState(() => readFlag(name, fallback));
  const change = (next: boolean) => {
    setOn(next);
    try {
      available(() => window.localStorage)?.setItem(PREFIX + name, next ? "on" : "off");
    } catch {
      // Full storage: the choice lasts as long as the page.
    }
  };
  return [on, change];
}
