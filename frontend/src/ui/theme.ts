/** Light, dark, or as the system is. */
import { available } from "../world";

export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

const KEY = "arena.theme";

export function isTheme(value: string): value is Theme {
  return (THEMES as readonly string[]).includes(value);
}

export function theme(): Theme {
  const kept = available(() => window.localStorage)?.getItem(KEY) ?? "";
  return isTheme(kept) ? kept : "auto";
}

/** Draws the page in a theme. */
export function applyTheme(chosen: Theme): void {
  if (chosen === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = chosen;
  }
}

/** Draws the page in a theme, now and on every later visit of this browser. */
export function setTheme(chosen: Theme): void {
  applyTheme(chosen);
  try {
    available(() => window.localStorage)?.setItem(KEY, chosen);
  } catch {
    // Full storage: the choice lasts as long as the page.
  }
}
