/** Names of others in sentences of the page: they turn nothing but themselves. */
import { render } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { say as sayOfBattles } from "../src/explorer/words";
import { speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import { inSentence, joined, visible } from "../src/i18n/names";
import { Name } from "../src/ui/Name";

const TURNED = "\u202eevil";

afterEach(() => speak("en"));

describe("a name in a sentence", () => {
  it("shows the characters that would turn the rest", () => {
    expect(sayOfBattles("upset", { winner: TURNED, loser: "fair", chance: "42.5 %" })).toBe(
      "[U+202E]evil beat fair against a chance of 42.5 %",
    );
    expect(visible("a\u202a\u202b\u202c\u202d\u2066\u2067\u2068\u2069b")).toBe(
      "a[U+202A][U+202B][U+202C][U+202D][U+2066][U+2067][U+2068][U+2069]b",
    );
  });

  it("cannot end the isolate it stands in, nor leave one open", () => {
    expect([inSentence("a\u2069b"), inSentence("a\u2067b"), inSentence("\u2069\u2067")]).toEqual([
      "a[U+2069]b",
      "a[U+2067]b",
      "[U+2069][U+2067]",
    ]);
  });

  it("stands between isolates where it runs the other way, and only there", async () => {
    expect([inSentence("plain"), inSentence("שלום"), inSentence("12.5")]).toEqual([
      "plain",
      "\u2068שלום\u2069",
      "12.5",
    ]);
    await load(["explorer"], "ar");
    speak("ar");
    expect([inSentence("plain"), inSentence("سلام"), inSentence("12.5")]).toEqual([
      "\u2068plain\u2069",
      "سلام",
      "12.5",
    ]);
    expect(sayOfBattles("upset", { winner: "plain", loser: TURNED, chance: "5" })).toContain(
      "\u2068[U+202E]evil\u2069",
    );
  });

  it("keeps the isolates of a sentence within a sentence", () => {
    const inner = inSentence("שלום");
    expect(inSentence(`B: ${inner}`)).toBe(`\u2068B: ${inner}\u2069`);
    expect(joined([TURNED, "שלום", "c"], ", ")).toBe("[U+202E]evil, \u2068שלום\u2069, c");
  });

  it("is marked off where it stands alone", () => {
    const box = document.createElement("p");
    render(<Name of={TURNED} />, box);
    expect(box.innerHTML).toBe('<bdi class="name">[U+202E]evil</bdi>');
  });
});
