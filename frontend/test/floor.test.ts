import { describe, expect, it } from "vitest";
import { ApiError, type Question } from "../src/api";
import { LANGUAGES, speak } from "../src/i18n/language";
import { load } from "../src/i18n/messages";
import { chosen, givenAnswers, missingAnswers, optionsOf } from "../src/voting/answers";
import { factsOf, ratingText, revealWords } from "../src/voting/reveal";
import { directionOf } from "../src/voting/Text";
import { errorText, orderText, progressText, rankingText, verdictText } from "../src/voting/texts";
import { placeOf } from "../src/voting/useDrag";
import { say } from "../src/voting/words";
import { panned, WHOLE, zoomed } from "../src/voting/zoom";

describe("sentences", () => {
  it("tell how far a voter is", () => {
    expect(progressText({ voted: 12, remaining: 1200 })).toBe("12 voted · 1,200 left");
    expect(progressText({ voted: 12, remaining: 28, wanted: 40 })).toBe("12 of 40");
  });

  it("tell a verdict, a ranking as an order", () => {
    expect(verdictText("first")).toBe("A is better");
    expect(verdictText("ranking", [2, 4, 1, 2])).toBe("\u2066C > A = D > B\u2069");
    expect(orderText([null, 1, null])).toBe("\u2066B\u2069");
    expect(rankingText([2, null, 1, 2])).toBe("1: C. 2: A and D. No rank: B.");
  });

  it("tell a known error in the reader's language, another in the server's words", () => {
    expect(errorText(new ApiError(409, "study_paused", "paused")).text).toContain("Your votes are kept");
    expect(errorText(new ApiError(400, "odd", "Something odd.")).text).toBe("Something odd.");
  });
});

describe("a reveal", () => {
  const known = {
    position: 1,
    model_name: "alpha",
    organization: "Maker",
    license: "MIT",
    price: null,
    price_input: "0.50",
    price_output: null,
    rating: 1012.34,
    rating_change: -3.06,
  };
  const unknown = { position: 2, model_name: "beta", rating: null, rating_change: null };

  it("names everybody first, then tells what is known of each, in words", () => {
    expect(revealWords([unknown, known])).toEqual([
      "A was alpha.",
      "B was beta.",
      "A: organization Maker, licence MIT, price in US dollars per million tokens, in / out 0.50 / ?, rating 1012.3, down 3.1.",
      "B: not rated yet.",
    ]);
    expect(revealWords([{ ...unknown, price: "free", rating: 1000, rating_change: 0.01 }])).toEqual([
      "B was beta.",
      "B: price free, rating 1000.0, unchanged.",
    ]);
  });

  it("writes numbers as the reader's language does, and says unchanged in each", async () => {
    const texts: string[][] = [];
    for (const language of LANGUAGES) {
      await load(["voting", "board"], language);
      speak(language);
      const [, same = ""] = revealWords([{ ...unknown, rating: 1000, rating_change: -0.04 }]);
      texts.push([ratingText(known), String(same.includes(say("rating_same")))]);
    }
    speak("en");
    expect(texts).toEqual([
      ["1012.3 (−3.1)", "true"],
      ["1012,3 (−3,1)", "true"],
      ["1012,3 (−3,1)", "true"],
      ["1012,3 (−3,1)", "true"],
      ["1012.3 (\u2066−3.1\u2069)", "true"],
    ]);
  });

  it("leaves out what is not known, and shows a price in words before one per token", () => {
    expect(factsOf(unknown)).toEqual([]);
    expect(factsOf({ ...known, price: "$3 a month" }).map((fact) => fact.value)).toEqual([
      "Maker",
      "MIT",
      "$3 a month",
    ]);
  });
});

describe("a vote over the quota", () => {
  it("is not sent again, while other refusals for haste are", () => {
    expect(new ApiError(429, "quota_reached", "").retryable).toBe(false);
    expect(new ApiError(429, "too_many_requests", "").retryable).toBe(true);
    expect(new ApiError(409, "too_early", "").retryable).toBe(true);
    expect(new ApiError(409, "already_voted", "").retryable).toBe(false);
  });
});

describe("answers", () => {
  const why: Question = {
    id: "why",
    text: "Why?",
    type: "choices",
    required: true,
    options: [
      { value: "a", text: "A" },
      { value: "b", text: "B" },
    ],
  };
  const note: Question = { id: "note", text: "Note", type: "text", required: true };
  const step: Question = { id: "step", text: "How sure?", type: "scale" };

  it("to several choices keep the order of the options and can be taken back", () => {
    const both = chosen(chosen({}, why, "b"), why, "a");
    expect(both).toEqual({ why: ["a", "b"] });
    expect(chosen(chosen(both, why, "a"), why, "b")).toEqual({ why: [] });
    expect(chosen({ step: "2" }, step, "4")).toEqual({ step: "4" });
  });

  it("are missing only where they are required and empty", () => {
    expect(missingAnswers([why, note, step], {})).toEqual(["why", "note"]);
    expect(missingAnswers([why, note], { why: [], note: "  " })).toEqual(["why", "note"]);
    expect(missingAnswers([why, note], { why: ["a"], note: "x" })).toEqual([]);
  });

  it("are sent in the order of the questions, empty ones not at all", () => {
    expect(JSON.stringify(givenAnswers([why, note, step], { step: "3", note: " ", why: ["a"] }))).toBe(
      '{"why":["a"],"step":"3"}',
    );
    expect(givenAnswers([why], {})).toBeNull();
  });

  it("on a scale without steps of its own are one to five", () => {
    expect(optionsOf(step).map((option) => option.value)).toEqual(["1", "2", "3", "4", "5"]);
  });
});

describe("the view of images", () => {
  it("keeps the point that is enlarged, and never shows past an edge", () => {
    const view = zoomed(WHOLE, 2, 0.25, 0.5);
    expect(view).toEqual({ scale: 2, x: -0.25, y: -0.5 });
    expect(panned(view, 1, -1)).toEqual({ scale: 2, x: 0, y: -1 });
    expect(zoomed(view, 0.1)).toEqual({ scale: 1, x: 0, y: 0 });
    expect(zoomed(WHOLE, 100).scale).toBe(8);
  });
});

describe("small things", () => {
  it("read a place to drop on", () => {
    expect([
      placeOf("into:2"),
      placeOf("before:0"),
      placeOf("unranked"),
      placeOf("x"),
      placeOf(null),
    ]).toEqual([{ into: 2 }, { before: 0 }, "unranked", null, null]);
  });

  it("find the direction of a text by its first letter", () => {
    expect([
      directionOf("1. السماء blue"),
      directionOf("– Sky سماء"),
      directionOf("123"),
      directionOf("שלום"),
    ]).toEqual(["rtl", "ltr", "ltr", "rtl"]);
  });
});
