import { describe, expect, it } from "vitest";
import {
  competitionRanks,
  emptyRanking,
  give,
  groupsOf,
  isTie,
  moveDown,
  moveUp,
  only,
  place,
  type Ranking,
  tieAbove,
  tiedWith,
  unrank,
  unrankedIn,
} from "../src/voting/ranking";

/** Ranks given one after the other to the positions 1, 2, 3, … (0 leaves one out). */
function typed(...digits: number[]): Ranking {
  return digits.reduce<Ranking>(
    (ranking, digit, index) => (digit === 0 ? ranking : give(ranking, index + 1, digit)),
    emptyRanking(digits.length),
  );
}

describe("digits", () => {
  it("give a full order in any order of typing", () => {
    expect(competitionRanks(typed(3, 1, 4, 2))).toEqual([3, 1, 4, 2]);
  });

  it("tie where the digit is the same, and the next rank is then free", () => {
    expect(competitionRanks(typed(1, 2, 2, 4))).toEqual([1, 2, 2, 4]);
    expect(competitionRanks(typed(1, 2, 2, 3))).toEqual([1, 2, 2, 4]);
    expect(typed(1, 2, 2, 3)).toEqual([1, 2, 2, 4]);
  });

  it("mean the same for every response until the last has one; then the ranks are those that are sent", () => {
    const before = give(give(give(emptyRanking(4), 1, 1), 2, 1), 3, 2);
    expect(before).toEqual([1, 1, 2, null]);
    expect(competitionRanks(before)).toEqual([1, 1, 3, null]);
    expect(give(before, 4, 2)).toEqual([1, 1, 3, 3]);
    expect(give(before, 4, 3)).toEqual([1, 1, 3, 4]);
  });

  it("leave a rank free above for a response that has none", () => {
    expect(typed(2, 0, 0)).toEqual([2, null, null]);
    expect(competitionRanks(typed(2, 0, 0))).toEqual([1, null, null]);
    expect(give(typed(2, 0, 0), 3, 1)).toEqual([2, null, 1]);
    expect(typed(2, 4, 4, 4)).toEqual([1, 2, 2, 2]);
  });

  it("outside the number of responses change nothing", () => {
    const ranking = typed(1, 2, 3);
    expect(give(ranking, 2, 4)).toBe(ranking);
    expect(give(ranking, 2, 0)).toBe(ranking);
  });

  it("change a rank that was given before", () => {
    expect(give(typed(1, 2, 3), 3, 1)).toEqual([1, 3, 1]);
  });
});

describe("steps", () => {
  it("swap neighbours, stop at both ends, and enter from below", () => {
    expect(moveUp(typed(1, 2, 3), 3)).toEqual([1, 3, 2]);
    expect(moveDown(typed(1, 2, 3), 1)).toEqual([2, 1, 3]);
    expect(moveUp(typed(1, 2, 3), 1)).toEqual([1, 2, 3]);
    expect(moveDown(typed(1, 2, 3), 3)).toEqual([1, 2, 3]);
    expect(moveUp(typed(1, 2, 0), 3)).toEqual([1, 2, 3]);
    expect(moveDown(typed(1, 2, 0), 3)).toEqual([1, 2, null]);
    expect(moveUp(emptyRanking(3), 2)).toEqual([null, 1, null]);
  });

  it("leave a tie on the side they go to", () => {
    expect(moveUp(typed(1, 2, 2), 3)).toEqual([1, 3, 2]);
    expect(moveDown(typed(1, 1, 3), 1)).toEqual([2, 1, 3]);
  });

  it("pass a whole tie at once", () => {
    expect(moveUp(typed(1, 1, 3), 3)).toEqual([2, 2, 1]);
    expect(moveDown(typed(1, 2, 2), 1)).toEqual([3, 1, 1]);
  });

  it("tie with the one above, and a response without a rank with the last", () => {
    expect(tieAbove(typed(1, 2, 3), 3)).toEqual([1, 2, 2]);
    expect(tieAbove(typed(1, 2, 2), 3)).toEqual([1, 3, 1]);
    expect(tieAbove(typed(1, 2, 0), 3)).toEqual([1, 2, 2]);
    expect(tieAbove(typed(1, 2, 3), 1)).toEqual([1, 2, 3]);
    expect(tieAbove(emptyRanking(3), 1)).toEqual([null, null, null]);
  });

  it("take a rank away and close the gap when nothing is left to fill it", () => {
    expect(unrank(typed(1, 2, 3), 1)).toEqual([null, 2, 3]);
    expect(competitionRanks(unrank(typed(1, 2, 3), 1))).toEqual([null, 1, 2]);
    const ranking = typed(1, 0);
    expect(unrank(ranking, 2)).toBe(ranking);
  });

  it("make one the best and leave the others out", () => {
    expect(only(typed(1, 2, 3), 2)).toEqual([null, 1, null]);
  });
});

describe("putting down", () => {
  it("joins a group, stands between groups, and leaves all", () => {
    expect(place(typed(1, 2, 3), 3, { into: 0 })).toEqual([1, 3, 1]);
    expect(place(typed(1, 2, 3), 3, { before: 0 })).toEqual([2, 3, 1]);
    expect(place(typed(1, 2, 3), 1, { before: 3 })).toEqual([3, 1, 2]);
    expect(place(typed(1, 2, 3), 1, { before: 1 })).toEqual([1, 2, 3]);
    expect(place(typed(1, 2, 3), 2, "unranked")).toEqual([1, null, 3]);
    expect(place(typed(1, 1, 3), 1, { into: 0 })).toEqual([1, 1, 3]);
  });
});

describe("what is read from a ranking", () => {
  it("are groups, the rest, and who is tied", () => {
    const ranking = typed(2, 1, 2, 0);
    expect(groupsOf(ranking)).toEqual([
      { rank: 1, positions: [2] },
      { rank: 2, positions: [1, 3] },
    ]);
    expect(unrankedIn(ranking)).toEqual([4]);
    expect(tiedWith(ranking, 1)).toEqual([3]);
    expect(tiedWith(ranking, 4)).toEqual([]);
  });

  it("is a tie only where everything has one rank", () => {
    expect([
      isTie(typed(1, 1, 1)),
      isTie(typed(1, 1, 0)),
      isTie(emptyRanking(3)),
      isTie(typed(1, 1, 3)),
    ]).toEqual([true, false, false, false]);
  });

  it.each([3, 4, 5, 6, 7, 8])(
    "stays a competition ranking through random steps of %d (seed 20261122)",
    (size) => {
      const random = chance(20261122);
      let ranking = emptyRanking(size);
      for (let step = 0; step < 200; step++) {
        ranking = randomStep(ranking, random);
        const sent = competitionRanks(ranking);
        const ranked = sent.filter((rank) => rank !== null);
        expect(sent.map((rank) => rank === null)).toEqual(ranking.map((rank) => rank === null));
        expect(ranked.map((rank) => 1 + ranked.filter((other) => other < rank).length)).toEqual(ranked);
        expect(ranking.includes(null) ? sent : ranking).toEqual(sent);
      }
    },
  );
});

function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
}

function randomStep(ranking: Ranking, random: (below: number) => number): Ranking {
  const position = 1 + random(ranking.length);
  const steps = [
    () => give(ranking, position, 1 + random(ranking.length)),
    () => moveUp(ranking, position),
    () => moveDown(ranking, position),
    () => tieAbove(ranking, position),
    () => unrank(ranking, position),
    () => place(ranking, position, { before: random(groupsOf(ranking).length + 1) }),
  ];
  return steps[random(steps.length)]?.() ?? ranking;
}
