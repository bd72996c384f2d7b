package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.style.StyleFeature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Selected votes over dense contestants and judges, in their order. Contestants are numbered by name, so that the order of the rows
 * moves no number but those of online methods. A view: the votes stay in their table.
 */
final class VoteSet {
    /** The name of judges that their source does not name. */
    static final String UNNAMED = "imported";

    private final Selection selection;
    private final VoteTable table;
    private final List<String> contestants;
    private final List<JudgeGroup> judges;
    private final int[][] seats;
    private final LongCodes judgeCodes;
    private final int[] judgeOf;

    /**
     * Numbers the contestants and judges of some votes.
     *
     * @param others contestants that are listed even where no vote names them
     */
    VoteSet(Selection selection, Iterable<String> others) {
        this.selection = selection;
        this.table = selection.table();
        boolean[] lineups = new boolean[table.lineups.size()];
        judgeCodes = new LongCodes();
        for (int k = 0; k < selection.size(); k++) {
            int row = selection.row(k);
            lineups[table.lineupOf(row)] = true;
            judgeCodes.code(judgeKey(row));
        }
        contestants = named(lineups, others);
        seats = dense(lineups);
        judges = new ArrayList<>();
        judgeOf = numberJudges();
    }

    private long judgeKey(int row) {
        return ((long) table.judge(row) << 8) | table.kindCode(row);
    }

    private List<String> named(boolean[] lineups, Iterable<String> others) {
        TreeSet<String> names = new TreeSet<>();
        others.forEach(names::add);
        boolean[] seen = new boolean[table.contestants.size() + 1];
        for (int lineup = 0; lineup < lineups.length; lineup++) {
            if (lineups[lineup]) {
                for (int code : table.lineups.seats(lineup)) {
                    seen[code] = true;
                }
            }
        }
        for (int code = 1; code < seen.length; code++) {
            if (seen[code]) {
                names.add(table.contestants.name(code));
            }
        }
        return List.copyOf(names);
    }

    private int[][] dense(boolean[] lineups) {
        Map<String, Integer> index = new HashMap<>();
        contestants.forEach(name -> index.put(name, index.size()));
        int[] denseOf = new int[table.contestants.size() + 1];
        for (int code = 1; code < denseOf.length; code++) {
            denseOf[code] = index.getOrDefault(table.contestants.name(code), -1);
        }
        int[][] dense = new int[lineups.length][];
        for (int lineup = 0; lineup < dense.length; lineup++) {
            dense[lineup] = Arrays.stream(table.lineups.seats(lineup))
                    .map(code -> denseOf[code])
                    .toArray();
        }
        return dense;
    }

    private int[] numberJudges() {
        JudgeGroup[] groups = new JudgeGroup[judgeCodes.size()];
        for (int code = 0; code < groups.length; code++) {
            int name = (int) (judgeCodes.key(code) >>> 8);
            JudgeKind kind = VoteTable.kinds().get((int) judgeCodes.key(code) & 0xFF);
            groups[code] = new JudgeGroup(name == 0 ? UNNAMED : table.judges.name(name), kind);
        }
        judges.addAll(new TreeSet<>(Arrays.asList(groups)));
        Map<JudgeGroup, Integer> index = new HashMap<>();
        judges.forEach(judge -> index.put(judge, index.size()));
        return Arrays.stream(groups)
                .mapToInt(group -> index.getOrDefault(group, -1))
                .toArray();
    }

    /** Names by dense index, sorted. */
    List<String> contestants() {
        return contestants;
    }

    /** Judges by dense index, sorted by name. */
    List<JudgeGroup> judges() {
        return judges;
    }

    /** How many rows of votes there are. */
    int size() {
        return selection.size();
    }

    /** The place of a row among all votes of its source. */
    int place(int vote) {
        return selection.row(vote);
    }

    /** Contestants of a row by dense index, in the order shown; not to be changed. */
    int[] seats(int vote) {
        return seats[table.lineupOf(selection.row(vote))];
    }

    /** A number of the contestants in the order shown, below {@link #lineups()}. */
    int lineup(int vote) {
        return table.lineupOf(selection.row(vote));
    }

    int lineups() {
        return seats.length;
    }

    /** What was said: a code into {@link #verdicts()}. */
    int verdict(int vote) {
        return table.verdictOf(selection.row(vote));
    }

    /** All different verdicts. */
    List<Verdict> verdicts() {
        return table.verdicts();
    }

    /** How many equal votes the row stands for. */
    long count(int vote) {
        return table.count(selection.row(vote));
    }

    double weight(int vote) {
        return table.weight(selection.row(vote));
    }

    boolean orderKnown(int vote) {
        return table.orderKnown(selection.row(vote));
    }

    /** The judge by dense index. */
    int judge(int vote) {
        return judgeOf[judgeCodes.code(judgeKey(selection.row(vote)))];
    }

    /** A number of the prompt; 0 where the vote is a battle of its own. */
    int prompt(int vote) {
        return table.prompt(selection.row(vote));
    }

    int turn(int vote) {
        return table.turn(selection.row(vote));
    }

    /** The length of the first or second response of two; below 0 where it is not known. */
    double length(int vote, boolean first) {
        int row = selection.row(vote);
        if (table.styles(row) == 0) {
            return first ? table.firstLength(row) : table.secondLength(row);
        }
        StylePair pair = table.styles.pair(table.styles(row));
        return (first ? pair.first() : pair.second()).length();
    }

    /** One feature of style of the two responses, which must be known. */
    double feature(int vote, StyleFeature feature) {
        int row = selection.row(vote);
        int styles = table.styles(row);
        if (styles == 0) {
            return StyleFeature.relative(table.firstLength(row), table.secondLength(row));
        }
        StylePair pair = table.styles.pair(styles);
        return feature.difference(pair.first(), pair.second());
    }

    /**
     * A judge by name, or {@code imported} where the source names none.
     *
     * @param name unique with its kind
     */
    record JudgeGroup(String name, JudgeKind kind) implements Comparable<JudgeGroup> {
        @Override
        public int compareTo(JudgeGroup other) {
            int byName = name.compareTo(other.name);
            return byName != 0 ? byName : kind.compareTo(other.kind);
        }
    }
}
