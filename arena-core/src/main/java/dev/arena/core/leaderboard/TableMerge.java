package dev.arena.core.leaderboard;

import java.util.Arrays;

/** Appends one table to another: codes are translated once, then row by row. */
final class TableMerge {
    private final VoteTable from;
    private final VoteTable to;
    private final int[] contestants;
    /** What each code becomes, by column; nothing where codes mean the same in every table. */
    private final int[][] translated = new int[VoteTable.CODES][0];

    TableMerge(VoteTable from, VoteTable to) {
        this.from = from;
        this.to = to;
        contestants = from.contestants.translated(to.contestants);
        int[] lineups = new int[from.lineups.size()];
        Arrays.setAll(lineups, this::lineup);
        translated[VoteTable.LINEUP] = lineups;
        translated[VoteTable.VERDICT] =
                from.verdicts().stream().mapToInt(to::verdict).toArray();
        translated[VoteTable.JUDGE] = from.judges.translated(to.judges);
        translated[VoteTable.PROMPT] = from.prompts.translated(to.prompts);
        translated[VoteTable.CATEGORY] = from.categories.translated(to.categories);
        translated[VoteTable.LANGUAGE] = from.languages.translated(to.languages);
        translated[VoteTable.RUN] = from.runs.translated(to.runs);
        translated[VoteTable.STUDY] = from.studies.translated(to.studies);
        translated[VoteTable.STYLES] = from.styles.translated(to.styles);
        translated[VoteTable.EXCLUSION] = from.exclusions.translated(to.exclusions);
    }

    static void append(VoteTable from, VoteTable to) {
        TableMerge merge = new TableMerge(from, to);
        CodedVote vote = new CodedVote();
        for (int row = 0; row < from.size(); row++) {
            merge.translate(row, vote);
            to.addKept(vote);
        }
    }

    /** Appends the selected rows of a table. */
    static void append(Selection from, VoteTable to) {
        TableMerge merge = new TableMerge(from.table(), to);
        CodedVote vote = new CodedVote();
        for (int k = 0; k < from.size(); k++) {
            merge.translate(from.row(k), vote);
            // votes are alike whatever battle they are on, in whatever study
            vote.codes[VoteTable.STUDY] = 0;
            vote.codes[VoteTable.BATTLE] = 0;
            to.add(vote);
        }
    }

    private int lineup(int lineup) {
        int[] seats = from.lineups.seats(lineup);
        int[] there = new int[seats.length];
        Arrays.setAll(there, seat -> contestants[seats[seat]]);
        return to.lineups.lineup(there);
    }

    /** A row of the one table in the codes of the other, put into {@code vote}. */
    void translate(int row, CodedVote vote) {
        from.read(row, vote);
        for (int column = 0; column < VoteTable.CODES; column++) {
            int[] there = translated[column];
            if (there.length > 0) {
                vote.codes[column] = there[vote.codes[column]];
            }
        }
    }
}
