/** Every area says everything in every language. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../src/i18n/language";

const SOURCES = join(process.cwd(), "src");
const AREAS = readdirSync(SOURCES).filter((area) => existsSync(join(SOURCES, area, "messages")));
const FORMS = /\.(zero|one|two|few|many|other)$/;

function read(area: string, language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(SOURCES, area, "messages", `${language}.json`), "utf8"));
}

/** Keys with every plural form the language has, from the keys of English. */
function expectedKeys(english: string[], language: string): string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const keys = english.flatMap((key) => {
    return FORMS.test(key) ? forms.map((form) => key.replace(FORMS, `.${form}`)) : [key];
  });
  return [...new Set(keys)].sort();
}

/** Gaps with their forms, as in `{share:percent1}`. */
function placeholders(sentence: string): string[] {
  return [...new Set(sentence.match(/\{\w+(?::\w+)?\}/g) ?? [])].sort();
}

it("finds areas", () => {
  expect(AREAS).toContain("ui");
});

it.each(AREAS)("French keeps a narrow space that does not break with its double signs: %s", (area) => {
  for (const [key, sentence] of Object.entries(read(area, "fr"))) {
    // What is typed word for word, and the forms of values, are no French.
    const prose = sentence.replaceAll(/\{[^}]*\}/g, "x").replace("valeur: texte", "");
    expect(prose, key).not.toMatch(/(?<!\u202f)[:;?!»]|«(?!\u202f)/);
  }
});

describe.each(AREAS)("area %s", (area) => {
  const english = read(area, "en");
  it.each(LANGUAGES)("says everything in %s", (language) => {
    const messages = read(area, language);
    expect(Object.keys(messages).sort()).toEqual(expectedKeys(Object.keys(english), language));
    for (const [key, sentence] of Object.entries(messages)) {
      expect(sentence.trim(), key).not.toBe("");
      const counterpart = english[key] ?? english[key.replace(FORMS, ".other")] ?? "";
      // "One vote" may leave its number out.
      const wanted = placeholders(counterpart).filter((name) => !FORMS.test(key) || name !== "{count}");
      expect(placeholders(sentence), key).toEqual(expect.arrayContaining(wanted));
      const known = placeholders(counterpart);
      expect(
        placeholders(sentence).filter((name) => name !== "{count}" && !known.includes(name)),
        key,
      ).toEqual([]);
    }
  });
});
