import { afterEach, describe, expect, it } from "vitest";
import type { BoardRow } from "../src/board/api";
import { effectJudge, judgeKind, judgeName, methodName, statusHelp, verdictName } from "../src/board/names";
import { count, fixed, percent, plain, signed } from "../src/board/numbers";
import { changed, changesMethod, fileStem, queryOf, withQuery } from "../src/board/query";
import { battleQueryOf, withBattleQuery } from "../src/explorer/api";
import { speak } from "../src/i18n/language";
import { orderOf, orderText, pressed, SERVED, sorted } from "../src/leaderboard/sorting";
import { match, PAGES } from "../src/pages";

describe("addresses of the board", () => {
  it("hold every choice, in one order, and nothing else", () => {
    const given =
      "?x=1&until=2026-11-02&category=b&category=a%26c&method=elo&judge_kind=&style=length&study=s&since=2026-11-01";
    const query = queryOf(new URLSearchParams(given));
    expect(query).toEqual({
      method: ["elo"],
      style: ["length"],
      category: ["b", "a&c"],
      study: ["s"],
      since: ["2026-11-01"],
      until: ["2026-11-02"],
    });
    const address = withQuery("/leaderboard", query, { sort: "-votes" });
    expect(address).toBe(
      "/leaderboard?method=elo&style=length&category=b&category=a%26c&study=s&since=2026-11-01&until=2026-11-02&sort=-votes",
    );
    expect(queryOf(new URLSearchParams(address.split("?")[1]))).toEqual(query);
    expect(withQuery("/plots", {})).toBe("/plots");
  });

  it("lose a name whose value is taken away", () => {
    const query = { method: ["elo"], category: ["a", "b"] };
    expect(changed(query, "category", "")).toEqual({ method: ["elo"] });
    expect(changed(query, "category", "c")).toEqual({ method: ["elo"], category: ["c"] });
    expect([changesMethod(query), changesMethod({ category: ["a"] })]).toEqual([true, false]);
  });

  it("make names of files without anything a file system minds", () => {
    expect(fileStem({ method: ["elo"], category: ["a/b c"] })).toBe("method-elo_category-a-b-c");
    expect(fileStem({})).toBe("");
  });
});

describe("addresses of the explorer", () => {
  it("go round", () => {
    const text =
      "q=two+words&contestant=a%2Fb&other=c&category=d&language=en&judge=j&judge_kind=llm&outcome=won&order=upset";
    const query = battleQueryOf(new URLSearchParams(text));
    expect(withBattleQuery("/battles", query)).toBe(`/battles?${text}`);
    expect(withBattleQuery("/api/battles", { q: "x" }, "k")).toBe("/api/battles?q=x&after=k");
    expect(withBattleQuery("/battles", { q: "" })).toBe("/battles");
  });
});

describe("pages", () => {
  it("have patterns of which no two fit one address", () => {
    for (const address of [
      "/leaderboard",
      "/battles",
      "/battles/12",
      "/contestants/a%2Fb",
      "/snapshots/0a",
      "/runs/x",
    ]) {
      expect(PAGES.filter((page) => match(page.pattern, address))).toHaveLength(1);
    }
    expect(match("/contestants/:name", "/contestants/a%2Fb")).toEqual({ name: "a/b" });
  });
});

function row(model_name: string, facts: Partial<BoardRow>): BoardRow {
  return {
    model_name,
    rank: 1,
    rank_lower: 1,
    rank_upper: 1,
    rating: null,
    rating_lower: null,
    rating_upper: null,
    vote_count: 0,
    wins: 0,
    losses: 0,
    ties: 0,
    both_bad: 0,
    status: "ok",
    ...facts,
  };
}

describe("sorting of the table", () => {
  const rows = [
    row("b", { rating: 1100, vote_count: 5, price_output_value: 2 }),
    row("a", { rating: 1000, vote_count: 9, price_output_value: null }),
    row("c", { rating: null, vote_count: 9, price_output_value: 0.5 }),
  ];
  const names = (text: string) => sorted(rows, orderOf(text)).map((one) => one.model_name);

  it("is the server's until a head is pressed", () => {
    expect(sorted(rows, SERVED)).toEqual(rows);
    expect(names("no-such-column")).toEqual(["b", "a", "c"]);
  });

  it("puts what has no value last either way, and keeps the server's order among equals", () => {
    expect(names("rating")).toEqual(["a", "b", "c"]);
    expect(names("-rating")).toEqual(["b", "a", "c"]);
    expect(names("-votes")).toEqual(["a", "c", "b"]);
    expect(names("price")).toEqual(["c", "b", "a"]);
    expect(names("model")).toEqual(["a", "b", "c"]);
  });

  it("begins with the largest number, and turns round at the second press", () => {
    const once = pressed(SERVED, "votes");
    expect([orderText(once), orderText(pressed(once, "votes")), orderText(SERVED)]).toEqual([
      "-votes",
      "votes",
      "",
    ]);
  });
});

describe("numbers in the reader's language", () => {
  afterEach(() => speak("en"));

  it("carry real signs and no minus zero", () => {
    expect([fixed(-1.26, 1), fixed(-0.04, 1), fixed(1012.34, 0)]).toEqual(["−1.3", "0.0", "1012"]);
    expect([signed(1.24, 1), signed(-1.18, 1), signed(-0.01, 1)]).toEqual(["+1.2", "−1.2", "±0.0"]);
    expect([plain(0.5), plain(-1.23456), plain(2)]).toEqual(["0.5", "−1.235", "2"]);
    expect(percent(0.123, 1)).toBe("12.3\u202f%");
  });

  it("follow the language, with digits that axes and tables share", () => {
    expect(count(1234567)).toBe("1,234,567");
    speak("de");
    expect([count(1234567), fixed(1.5, 1)]).toEqual(["1.234.567", "1,5"]);
    speak("ar");
    expect(fixed(12, 0)).toBe("12");
  });
});

describe("words for the server's words", () => {
  it("are known ones, or the server's own made readable", () => {
    expect([methodName("bradley-terry"), methodName("win-rate"), methodName("new-one")]).toEqual([
      "Bradley–Terry",
      "Win rate",
      "New one",
    ]);
    expect([judgeKind("llm"), judgeKind("oracle")]).toEqual(["Language models", "Oracle"]);
    expect([verdictName("both_bad"), statusHelp("ok")]).toEqual(["Both bad", ""]);
    expect(["people", "other", "all", "gpt-4_x"].map(effectJudge)).toEqual([
      "people",
      "other judges",
      "all",
      "gpt-4_x",
    ]);
    expect(["people", "other"].map(judgeName)).toEqual(["people", "other"]);
  });
});
