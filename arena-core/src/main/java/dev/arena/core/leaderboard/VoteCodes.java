package dev.arena.core.leaderboard;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Votes in the codes of a table, and back. */
final class VoteCodes {
    private VoteCodes() {}

    /**
     * A vote in the codes of a table, which takes in the names that it lacks.
     *
     * @param reason why it is not rated; empty where it is
     */
    static CodedVote coded(VoteTable table, RatedVote vote, String reason) {
        RatedVote.Context said = vote.context();
        int[] seats = vote.models().stream().mapToInt(table.contestants::code).toArray();
        CodedVote coded = new CodedVote()
                .on(table.lineups.lineup(seats), table.verdict(vote.verdict()))
                .orderKnown(vote.orderKnown())
                .counting(vote.count(), vote.weight())
                .by(code(table.judges, said.judge()), said.judgeKind())
                .about(code(table.prompts, said.prompt()), said.turn())
                .filed(code(table.categories, said.category()), code(table.languages, said.language()));
        coded.codes[VoteTable.RUN] = code(table.runs, said.run());
        coded.codes[VoteTable.EXCLUSION] = reason.isEmpty() ? 0 : table.exclusions.code(reason);
        if (said.castAtMs() != null) {
            coded.at(said.castAtMs());
        }
        RatedVote.Lengths lengths = vote.lengths();
        return lengths == null ? coded : coded.lengths(lengths.first(), lengths.second());
    }

    private static int code(Names names, @Nullable String name) {
        return name == null ? 0 : names.code(name);
    }

    /** A row as a vote; all that is kept of it. */
    static RatedVote vote(VoteTable table, int row) {
        long at = table.castAtMs(row);
        RatedVote.Context said = new RatedVote.Context(
                text(table.judges, table.judge(row)),
                table.kind(row),
                text(table.prompts, table.prompt(row)),
                table.turn(row),
                text(table.categories, table.category(row)),
                text(table.languages, table.language(row)),
                at == VoteTable.NO_TIME ? null : at,
                text(table.runs, table.run(row)));
        List<String> models = Arrays.stream(table.lineups.seats(table.lineupOf(row)))
                .mapToObj(table.contestants::name)
                .toList();
        RatedVote.Lengths lengths = table.firstLength(row) == VoteTable.NO_LENGTH
                ? null
                : new RatedVote.Lengths(table.firstLength(row), table.secondLength(row));
        return new RatedVote(
                models, table.said(row), table.count(row), table.weight(row), table.orderKnown(row), said, lengths);
    }

    private static @Nullable String text(Names names, int code) {
        return code == 0 ? null : names.name(code);
    }
}
