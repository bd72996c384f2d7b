import { describe, expect, it } from "vitest";
import { decimalsFor, letterOf, rankRange, words } from "../src/format";
import { axisOf, place, ticksBetween } from "../src/leaderboard/scale";

describe("numbers", () => {
  it("show a rating no finer than its interval deserves", () => {
    expect(decimalsFor([12.3, 40])).toBe(0);
    expect(decimalsFor([4.2, 40])).toBe(1);
    expect(decimalsFor([0.031])).toBe(3);
    expect(decimalsFor([])).toBe(0);
    expect(decimalsFor([0, Number.NaN])).toBe(0);
    expect(decimalsFor([1e-9])).toBe(4);
  });

  it("give a rank range once where both ends agree", () => {
    expect([rankRange(1, 3), rankRange(2, 2), rankRange(null, 2)]).toEqual(["1–3", "2", "–"]);
  });
});

describe("words", () => {
  it("are made from the names of the interface", () => {
    expect(words("no_data")).toBe("No data");
    expect(words("plackett-luce", false)).toBe("plackett luce");
    expect([letterOf(1), letterOf(2), letterOf(3)]).toEqual(["A", "B", "C"]);
  });
});

describe("the shared axis", () => {
  const row = {
    rank: 1,
    rank_lower: 1,
    rank_upper: 1,
    vote_count: 1,
    wins: 1,
    losses: 0,
    ties: 0,
    both_bad: 0,
  };
  const rated = {
    ...row,
    model_name: "m",
    rating: 1000,
    rating_lower: 950,
    rating_upper: 1050,
    status: "ok" as const,
  };
  const unrated = {
    ...rated,
    rating: null,
    rating_lower: null,
    rating_upper: null,
    status: "no_data" as const,
  };

  it("holds every bound, and puts a value in its place", () => {
    const axis = axisOf([rated, unrated]);
    expect(axis).not.toBeNull();
    if (axis) {
      expect(axis.from).toBeLessThan(950);
      expect(axis.to).toBeGreaterThan(1050);
      expect(place(axis, 1000)).toBeCloseTo(50);
    }
  });

  it("is left out where nothing has a rating", () => {
    expect(axisOf([unrated])).toBeNull();
  });

  it("has round ticks within its range", () => {
    expect(ticksBetween(946, 1054)).toEqual([950, 1000, 1050]);
    expect(ticksBetween(0.41, 0.63)).toEqual([0.5, 0.6]);
    expect(ticksBetween(-30, 30)).toEqual([-20, 0, 20]);
  });
});
