/** Which language the page speaks, and how it is chosen: by the reader, else by the browser, else English. */
import { available } from "../world";

/** In the order of the menu. Each has its own messages in every area; a test compares them. */
export const LANGUAGES = ["en", "de", "es", "fr", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a language calls itself. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  es: "Español",
  fr: "Français",
  ar: "العربية",
};

const RIGHT_TO_LEFT: readonly Language[] = ["ar"];
const KEY = "arena.language";
const CHANGED = "arena:language";

let current: Language = "en";

export function isLanguage(value: string): value is Language {
  return (LANGUAGES as readonly string[]).includes(value);
}

/** The language a reader chose before, else the first of the browser's that the page speaks. */
export function preferredLanguage(browser: readonly string[] = navigator.languages): Language {
  const chosen = available(() => window.localStorage)?.getItem(KEY) ?? "";
  if (isLanguage(chosen)) {
    return chosen;
  }
  for (const tag of browser) {
    const base = tag.toLowerCase().split("-")[0] ?? "";
    if (isLanguage(base)) {
      return base;
    }
  }
  return "en";
}

export function language(): Language {
  return current;
}

export function directionOf(of: Language): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.includes(of) ? "rtl" : "ltr";
}

/** What stands between a label and its value: French keeps a narrow space, which does not break, before its colon. */
export function colon(): string {
  return current === "fr" ? "\u202f: " : ": ";
}

/** Makes the page speak a language whose messages are loaded. */
export function speak(next: Language): void {
  current = next;
  document.documentElement.lang = next;
  document.documentElement.dir = directionOf(next);
  window.dispatchEvent(new Event(CHANGED));
}

/** Keeps a reader's choice for this browser. */
export function remember(chosen: Language): void {
  try {
    available(() => window.localStorage)?.setItem(KEY, chosen);
  } catch {
    // Full storage: the choice lasts as long as the page.
  }
}

/** Calls back when the page has begun to speak another language. Returns the function that ends it. */
export function onLanguage(action: () => void): () => void {
  window.addEventListener(CHANGED, action);
  return () => window.removeEventListener(CHANGED, action);
}
