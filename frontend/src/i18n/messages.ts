/**
 * Every sentence of the page, in every language. An area of the page (a folder of `src`) keeps its sentences in
 * `messages/<language>.json`, flat, by key; English is part of the area's code, the others are fetched when spoken.
 *
 * `{name}` in a sentence stands for a value. A sentence that counts has a key for each plural form of its language
 * (`votes.one`, `votes.other`, in Arabic six) and is asked for by the part before the dot with the value `count`.
 */
import { useEffect, useState } from "preact/hooks";
import { type Language, language, onLanguage } from "./language";
import { inSentence } from "./names";

export type Messages = Readonly<Record<string, string>>;
export type Values = Readonly<Record<string, string | number>>;

type Forms = "zero" | "one" | "two" | "few" | "many" | "other";
/** The key of a sentence, or the part before the dot of one that counts. */
export type KeyOf<T extends Messages> =
  | (keyof T & string)
  | (keyof T & string extends infer K ? (K extends `${infer Base}.${Forms}` ? Base : never) : never);
export type Say<T extends Messages> = (key: KeyOf<T>, values?: Values) => string;

const loaders = import.meta.glob<Messages>(["../*/messages/*.json", "!../*/messages/en.json"], {
  import: "default",
});
const loaded = new Map<string, Messages>();

/** What fetches the sentences of an area; null where they are here. */
function missing(area: string, of: Language): (() => Promise<Messages>) | null {
  return of === "en" || loaded.has(`${area}/${of}`)
    ? null
    : (loaders[`../${area}/messages/${of}.json`] ?? null);
}

/** Fetches the sentences of areas in a language; what cannot be fetched stays English. */
export async function load(areas: readonly string[], of: Language): Promise<void> {
  await Promise.all(
    areas.map(async (area) => {
      const loader = missing(area, of);
      if (loader) {
        try {
          loaded.set(`${area}/${of}`, await loader());
        } catch {
          // Offline: English is better than nothing, and the next visit asks again.
        }
      }
    }),
  );
}

/** The areas whose sentences are in use, so that a change of language fetches them all. */
const inUse = new Set<string>();

/** Fetches what every area in use says in a language. */
export function loadAll(of: Language): Promise<void> {
  return load([...inUse], of);
}

/**
 * What an area says.
 *
 * @returns `say`, for code outside components; `useSay`, which draws again when the language changes; and `template`, a
 *   sentence with its gaps, by a key that only the server knows
 */
export function area<T extends Messages>(
  name: string,
  english: T,
): {
  say: Say<T>;
  useSay: () => Say<T>;
  template: (key: string, count: unknown) => string | undefined;
} {
  inUse.add(name);
  const template = (key: string, count: unknown) => {
    const values: Values = typeof count === "number" ? { count } : {};
    const own = loaded.get(`${name}/${language()}`) ?? {};
    return find(own, language(), key, values) ?? find(english, "en", key, values);
  };
  const say: Say<T> = (key, values = {}) => {
    const own = loaded.get(`${name}/${language()}`) ?? {};
    return fill(find(own, language(), key, values) ?? find(english, "en", key, values) ?? key, values);
  };
  const useSay = () => {
    const [, redraw] = useState(0);
    useEffect(() => {
      const update = () => redraw((times) => times + 1);
      // A page that is opened later speaks the language that was chosen earlier.
      if (missing(name, language())) {
        void load([name], language()).then(update);
      }
      return onLanguage(update);
    }, []);
    return say;
  };
  return { say, useSay, template };
}

function find(messages: Messages, of: Language, key: string, values: Values): string | undefined {
  const plain = messages[key];
  if (plain !== undefined || typeof values.count !== "number") {
    return plain;
  }
  const form = pluralRules(of).select(values.count);
  return messages[`${key}.${form}`] ?? messages[`${key}.other`];
}

function fill(sentence: string, values: Values): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : typeof value === "number" ? number(value) : inSentence(value);
  });
}

/** What `make` gives, made once for each key, since making a format is slow. */
function kept<T>(key: string, all: Map<string, T>, make: () => T): T {
  const one = all.get(key) ?? make();
  all.set(key, one);
  return one;
}

const plurals = new Map<string, Intl.PluralRules>();
const formats = new Map<string, Intl.NumberFormat>();

function pluralRules(of: Language): Intl.PluralRules {
  return kept(of, plurals, () => new Intl.PluralRules(of));
}

/** How the spoken language writes numbers; with the same digits in every language, as axes, tables and files share them. */
export function numberFormat(options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const of = language();
  return kept(
    `${of} ${JSON.stringify(options)}`,
    formats,
    () => new Intl.NumberFormat(of, { ...options, numberingSystem: "latn" }),
  );
}

/** A number as the language writes it. */
export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(options).format(value);
}
