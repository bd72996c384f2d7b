/** What the server says is said by the page: every code has its sentence, and the page's English is the server's. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { LANGUAGES, speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import {
  exclusionName,
  type Hand,
  numberName,
  type Reason,
  reasonName,
  sentence,
  sentences,
} from "../src/sentences/sentence";

interface Listed {
  code: string;
  one?: string;
  other: string;
  examples: Reason[];
}

/** Both files are written and checked by a test of the server (WordingTest). */
function server<T>(name: string): T {
  return JSON.parse(readFileSync(join(process.cwd(), "test", name), "utf8")) as T;
}

const PHRASES = server<Listed[]>("phrases.json");
const ANSWERS = server<{ said: Record<string, Reason[]>; numbers: string[] }>("answers.json");

/** Values as the server's English writes them. */
const plainly: Hand = {
  number(value, form) {
    switch (form) {
      case "percent0":
        return `${(100 * value).toFixed(0)} %`;
      case "percent1":
        return `${(100 * value).toFixed(1)} %`;
      case "signed2":
        return `${value < 0 ? "" : "+"}${value.toFixed(2)}`;
      default:
        return String(value);
    }
  },
  text: (value) => value,
  list: (values) => values.join(", "),
};

afterEach(() => speak("en"));

describe("the sentences of the server", () => {
  it("are those of the page's English", () => {
    const own: Record<string, string> = JSON.parse(
      readFileSync(join(process.cwd(), "src/sentences/messages/en.json"), "utf8"),
    );
    const said = Object.fromEntries(
      PHRASES.flatMap(({ code, one, other }) =>
        one === undefined
          ? [[code, other]]
          : [
              [`${code}.one`, one],
              [`${code}.other`, other],
            ],
      ),
    );
    // Names of numbers and of checks are the page's own.
    const shared = Object.entries(own).filter(([key]) => !/^(number|check)_/.test(key));
    expect(Object.fromEntries(shared)).toEqual(said);
  });

  it("come out the same with values in them", () => {
    for (const { code, examples } of PHRASES) {
      for (const example of examples) {
        expect(sentence(example, plainly), code).toBe(example.message);
      }
    }
  });

  it("come out the same in real answers", () => {
    const real = Object.entries(ANSWERS.said);
    expect(real.length).toBeGreaterThan(30);
    for (const [message, reasons] of real) {
      expect(reasons.map((reason) => sentence(reason, plainly)).join(" ")).toBe(message);
    }
  });

  it.each(LANGUAGES)("are said in %s, with every value", async (language) => {
    await load(["sentences"], language);
    speak(language);
    for (const { code, examples } of PHRASES) {
      for (const example of examples) {
        const said = sentence(example);
        expect(said, code).not.toBeNull();
        expect(said, code).not.toMatch(/[{}]/);
        if (language !== "en" && example.message.length > 12) {
          expect(said, code).not.toBe(example.message);
        }
      }
    }
    for (const name of ANSWERS.numbers) {
      expect(numberName(name), name).not.toBe("");
      expect(language === "ar" ? numberName(name).match(/[a-z]{4,}/) : null, name).toBeNull();
    }
  });

  it("are left to the server's English where one is not known, or lacks a value", () => {
    const known: Reason = { code: "trust_no_votes", params: {}, message: "There are no votes." };
    expect(sentences([known])).toBe("There are no votes.");
    expect(sentences([known, { code: "new_one", params: {}, message: "New." }])).toBeNull();
    expect(sentence({ code: "trust_linked", params: {}, message: "" })).toBeNull();
    expect(sentence({ code: "trust_left_out", params: { count: 1, of: 2 }, message: "" })).toBeNull();
    expect(sentences([])).toBeNull();
    expect(sentences(undefined)).toBeNull();
  });
});

describe("groups of judges in the server's sentences", () => {
  afterEach(() => speak("en"));

  it("are named in the reader's language, judges as they call themselves", async () => {
    await load(["sentences", "board"], "de");
    speak("de");
    const separated = {
      code: "position_separated",
      params: { judges: ["people", "gpt", "other"] },
      message: "",
    };
    expect(sentence(separated)).toMatch(/für Menschen, gpt.* andere Bewerter/);
    const turned = (judge: string) =>
      sentence({ code: "trust_swap_turns", params: { judge, share: 0.25, count: 40 }, message: "" });
    expect(turned("people")).toContain("Menschen");
    expect(turned("other")).toContain("other");
  });
});

describe("numbers in the server's sentences", () => {
  const left: Reason = {
    code: "trust_left_out",
    params: { count: 1234, of: 12345, share: 0.09996 },
    message: "",
  };

  it("are written as the reader's language does", async () => {
    await Promise.all(["de", "fr", "ar"].map((language) => load(["sentences"], language as "de")));
    expect(sentence(left)).toBe("1,234 of 12,345 votes (10.0%) were left out.");
    speak("de");
    expect(sentence(left)).toBe("1.234 von 12.345 Stimmen (10,0\u00a0%) blieben außen vor.");
    expect(sentence({ ...left, params: { count: 1, of: 20, share: 0.05 } })).toBe(
      "1 von 20 Stimmen (5,0\u00a0%) blieb außen vor.",
    );
    speak("fr");
    expect(sentence(left)).toContain("1\u202f234 votes sur 12\u202f345");
    speak("ar");
    expect(sentence(left)).toContain("1,234");
  });

  it("stand beside names that keep their direction", async () => {
    await load(["sentences"], "ar");
    speak("ar");
    const names: Reason = { code: "board_concerned", params: { names: ["gpt-4o", "b"] }, message: "" };
    expect(sentence(names)).toContain("\u2068gpt-4o\u2069");
    speak("en");
    expect(sentence(names)).toBe("Concerned: gpt-4o, b.");
  });
});

describe("words of the server", () => {
  it("name why votes were left out", async () => {
    await load(["sentences"], "de");
    speak("de");
    expect(exclusionName("superseded")).toBe("durch eine spätere Stimme ersetzt");
    expect(exclusionName("voter_gold")).toBe("von Personen, deren Stimmen wegbleiben (Bekannte Antworten)");
    expect(exclusionName("voter_too_slow")).toContain("(too slow)");
    expect(exclusionName("something_new")).toBe("something new");
    expect(numberName("reason_superseded")).toBe("durch eine spätere Stimme ersetzt");
    expect(numberName("people_alpha")).toBe("Alpha der Menschen");
    expect(numberName("new_number")).toBe("new number");
    expect(reasonName("betting")).toBe("Bevorzugt Teilnehmer");
  });
});
