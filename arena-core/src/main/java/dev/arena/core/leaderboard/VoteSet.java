package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Votes over dense contestants and judges, in the order they came. Contestants are numbered by name, so that the order of the rows
 * moves no number but those of online methods.
 */
final class VoteSet {
    private final List<String> contestants;
    private final List<JudgeGroup> judges;
    private final List<Row> rows;

    private VoteSet(List<String> contestants, List<JudgeGroup> judges, List<Row> rows) {
        this.contestants = contestants;
        this.judges = judges;
        this.rows = rows;
    }

    /** Names by dense index, sorted. */
    List<String> contestants() {
        return contestants;
    }

    /** Judges by dense index, sorted by name. */
    List<JudgeGroup> judges() {
        return judges;
    }

    /** The votes. */
    List<Row> rows() {
        return rows;
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

    /**
     * One vote.
     *
     * @param seats contestants by dense index, in the order shown
     * @param judge dense index
     * @param prompt null where the vote is a battle of its own
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, read in inner loops
    record Row(
            int[] seats,
            Verdict verdict,
            long count,
            double weight,
            boolean orderKnown,
            int judge,
            @Nullable String prompt,
            int turn) {}

    /**
     * Numbers the contestants and judges of some votes.
     *
     * @param others contestants that are listed even where no vote names them
     */
    static VoteSet of(List<RatedVote> votes, Iterable<String> others) {
        TreeSet<String> names = new TreeSet<>();
        others.forEach(names::add);
        TreeSet<JudgeGroup> groups = new TreeSet<>();
        for (RatedVote vote : votes) {
            names.addAll(vote.models());
            groups.add(group(vote));
        }
        List<String> contestants = List.copyOf(names);
        List<JudgeGroup> judges = List.copyOf(groups);
        Map<String, Integer> contestantIndex = index(contestants);
        Map<JudgeGroup, Integer> judgeIndex = index(judges);
        List<Row> rows = new ArrayList<>(votes.size());
        for (RatedVote vote : votes) {
            rows.add(row(vote, contestantIndex, judgeIndex.getOrDefault(group(vote), -1)));
        }
        return new VoteSet(contestants, judges, rows);
    }

    private static Row row(RatedVote vote, Map<String, Integer> contestantIndex, Integer judge) {
        int[] seats = new int[vote.models().size()];
        for (int seat = 0; seat < seats.length; seat++) {
            seats[seat] = contestantIndex.getOrDefault(vote.models().get(seat), -1);
        }
        return new Row(
                seats,
                vote.verdict(),
                vote.count(),
                vote.weight(),
                vote.orderKnown(),
                judge,
                vote.context().prompt(),
                vote.context().turn());
    }

    private static JudgeGroup group(RatedVote vote) {
        String judge = vote.context().judge();
        return new JudgeGroup(judge == null ? "imported" : judge, vote.context().judgeKind());
    }

    private static <T> Map<T, Integer> index(List<T> values) {
        Map<T, Integer> index = new HashMap<>();
        for (T value : values) {
            index.put(value, index.size());
        }
        return index;
    }
}
