/**
 * A ranking while it is being made: which response stands where, with ties and with responses left out. Positions
 * count from 1, ranks from 1 (the best). Nothing here knows the page, and every function returns a new ranking.
 */

/** For each position the rank it shows, or null while it has none. */
export type Ranking = readonly (number | null)[];

/** The positions that share one rank. */
export interface Group {
  rank: number;
  positions: number[];
}

/** Where a response is put down: beside a group, before the group of an index (or after the last), or out of all. */
export type Place = { into: number } | { before: number } | "unranked";

export function emptyRanking(size: number): Ranking {
  return Array.from({ length: size }, () => null);
}

export function rankOf(ranking: Ranking, position: number): number | null {
  return ranking[position - 1] ?? null;
}

/** The ranked positions, best group first, each group in the order shown. */
export function groupsOf(ranking: Ranking): Group[] {
  const byRank = new Map<number, number[]>();
  for (const [index, rank] of ranking.entries()) {
    if (rank !== null) {
      byRank.set(rank, [...(byRank.get(rank) ?? []), index + 1]);
    }
  }
  return [...byRank].map(([rank, positions]) => ({ rank, positions })).sort((a, b) => a.rank - b.rank);
}

export function unrankedIn(ranking: Ranking): number[] {
  return ranking.flatMap((rank, index) => (rank === null ? [index + 1] : []));
}

/** The others that share a position's rank. */
export function tiedWith(ranking: Ranking, position: number): number[] {
  const rank = rankOf(ranking, position);
  return rank === null
    ? []
    : ranking.flatMap((other, index) => (other === rank && index + 1 !== position ? [index + 1] : []));
}

/**
 * Gives a position a rank. Whoever has that rank already is tied with it. Gaps close when no response is left.
 */
export function give(ranking: Ranking, position: number, rank: number): Ranking {
  if (rank < 1 || rank > ranking.length) {
    return ranking;
  }
  return settle(ranking.map((old, index) => (index + 1 === position ? rank : old)));
}

export function unrank(ranking: Ranking, position: number): Ranking {
  return rankOf(ranking, position) === null
    ? ranking
    : settle(ranking.map((old, index) => (index + 1 === position ? null : old)));
}

/** One position is the best, nothing is said about the others. */
export function only(ranking: Ranking, position: number): Ranking {
  return ranking.map((_, index) => (index + 1 === position ? 1 : null));
}

/** One step up: out of a tie to the place above it, past the group above, or from no rank to the last. */
export function moveUp(ranking: Ranking, position: number): Ranking {
  const { at, alone, count } = standing(ranking, position);
  if (at < 0) {
    return place(ranking, position, { before: count });
  }
  return alone && at === 0 ? ranking : place(ranking, position, { before: alone ? at - 1 : at });
}

/** One step down: out of a tie to the place below it, or past the group below. */
export function moveDown(ranking: Ranking, position: number): Ranking {
  const { at, alone, count } = standing(ranking, position);
  if (at < 0 || (alone && at === count - 1)) {
    return ranking;
  }
  return place(ranking, position, { before: alone ? at + 2 : at + 1 });
}

/** Joins the group above; without a rank, the last group. */
export function tieAbove(ranking: Ranking, position: number): Ranking {
  const { at, count } = standing(ranking, position);
  const above = at < 0 ? count - 1 : at - 1;
  return above < 0 ? ranking : place(ranking, position, { into: above });
}

/** Puts a position down at a place among the groups as they stand before. */
export function place(ranking: Ranking, position: number, to: Place): Ranking {
  if (to === "unranked") {
    return unrank(ranking, position);
  }
  const groups = groupsOf(ranking).map((group) => group.positions.filter((other) => other !== position));
  if ("into" in to) {
    groups[to.into]?.push(position);
  } else {
    groups.splice(to.before, 0, [position]);
  }
  return fromGroups(ranking.length, groups);
}

/** What is sent: equal = tie, then the next free rank (1, 2, 2, 4), null = not ranked. */
export function competitionRanks(ranking: Ranking): (number | null)[] {
  return ranking.map((rank) =>
    rank === null ? null : 1 + ranking.filter((other) => other !== null && other < rank).length,
  );
}

/** Whether everything has the same rank, which is a tie rather than a ranking. */
export function isTie(ranking: Ranking): boolean {
  return ranking.every((rank) => rank !== null && rank === ranking[0]);
}

function standing(ranking: Ranking, position: number): { at: number; alone: boolean; count: number } {
  const groups = groupsOf(ranking);
  const at = groups.findIndex((group) => group.positions.includes(position));
  return { at, alone: groups[at]?.positions.length === 1, count: groups.length };
}

function fromGroups(size: number, groups: readonly number[][]): Ranking {
  const ranks: (number | null)[] = [...emptyRanking(size)];
  let next = 1;
  for (const group of groups) {
    for (const position of group) {
      ranks[position - 1] = next;
    }
    next += group.length;
  }
  return ranks;
}

/** A ranking shows what was given while responses are left, so that a digit means the same for all; then what is sent. */
function settle(ranking: Ranking): Ranking {
  return unrankedIn(ranking).length > 0 ? ranking : competitionRanks(ranking);
}
