package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.Row;

/**
 * A vote as evidence, or both orders of a matchup folded into one.
 *
 * @param row the vote, or the earlier one of two that were folded
 * @param score of the first of two seats in [0, 1]; 0.5 for a tie; unused for more than two seats
 * @param weight of each
 * @param count how many equal ones this stands for
 * @param positionKnown whether a position effect applies
 */
record Game(Row row, double score, double weight, long count, boolean positionKnown) {
    /** The game as it was judged. */
    static Game asJudged(Row row, double score, long count) {
        return new Game(row, score, row.weight(), count, row.orderKnown());
    }

    /** The same game with half the weight. */
    Game halved() {
        return new Game(row, score, weight / 2, count, positionKnown);
    }

    /** One battle in place of this game and its swap; a merged verdict has no position. */
    Game merged(double mergedScore, double mergedWeight) {
        return new Game(row, mergedScore, mergedWeight, count, false);
    }

    /** The score of the contestant with the lower dense index. */
    double scoreOfLower() {
        return row.seats()[0] < row.seats()[1] ? score : 1 - score;
    }
}
