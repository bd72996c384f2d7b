package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.model.JudgeKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Which votes of several judges are on one battle shown in one order. In a run that is the stored battle. Elsewhere the k-th vote of
 * each judge on the same prompt, turn and contestants in the same order belong together; a vote without a prompt is on a battle of
 * its own.
 */
final class JuryBattles {
    /** A member did not vote. */
    static final int NOBODY = -1;

    private final VoteTable table;
    private final List<JudgeGroup> members;
    private final List<Battle> battles = new ArrayList<>();
    private final List<Integer> others = new ArrayList<>();

    /**
     * Battles of one kind: on each of them the same members voted as these rows say.
     *
     * @param rows of the table by member, or {@link #NOBODY}
     * @param count how many such battles
     */
    @SuppressWarnings("ArrayRecordComponent") // not compared
    record Battle(int[] rows, long count) {
        /** The earliest row. */
        int first() {
            return Arrays.stream(rows).filter(row -> row != NOBODY).min().orElseThrow();
        }

        int voted() {
            return (int) Arrays.stream(rows).filter(row -> row != NOBODY).count();
        }
    }

    /** Where votes of several judges can meet. */
    private record Place(int battle, int prompt, int turn, int lineup, boolean ordered) {}

    private JuryBattles(Selection votes, Jury jury) {
        table = votes.table();
        TreeSet<JudgeGroup> names = new TreeSet<>();
        for (int k = 0; k < votes.size(); k++) {
            if (isMember(table.kind(votes.row(k)), jury)) {
                names.add(group(votes.row(k)));
            }
        }
        members = List.copyOf(names);
    }

    /** The votes of a jury's members by battle, in the order of the earliest vote on each. */
    static JuryBattles of(Selection votes, Jury jury) {
        JuryBattles found = new JuryBattles(votes, jury);
        found.collect(votes, jury);
        return found;
    }

    /** Whether such judges are members of the jury; a rule of the arena never is. */
    static boolean isMember(JudgeKind kind, Jury jury) {
        return kind != JudgeKind.RULE && (jury.people() || kind != JudgeKind.HUMAN);
    }

    /** By name. */
    List<JudgeGroup> members() {
        return members;
    }

    List<Battle> battles() {
        return battles;
    }

    /** Rows of judges that are no members, in order. */
    List<Integer> others() {
        return others;
    }

    private JudgeGroup group(int row) {
        int judge = table.judge(row);
        return new JudgeGroup(judge == 0 ? VoteSet.UNNAMED : table.judges.name(judge), table.kind(row));
    }

    private void collect(Selection votes, Jury jury) {
        Map<JudgeGroup, Integer> index = new LinkedHashMap<>();
        members.forEach(member -> index.put(member, index.size()));
        Map<Long, Integer> memberOf = new LinkedHashMap<>();
        Map<Place, List<Deque<Part>>> places = new LinkedHashMap<>();
        for (int k = 0; k < votes.size(); k++) {
            int row = votes.row(k);
            if (!isMember(table.kind(row), jury)) {
                others.add(row);
                continue;
            }
            long key = ((long) table.judge(row) << 8) | table.kindCode(row);
            int member = memberOf.computeIfAbsent(key, judge -> index.getOrDefault(group(row), 0));
            if (table.prompt(row) == 0 && table.battle(row) == 0) {
                alone(row, member);
            } else {
                places.computeIfAbsent(place(row), place -> empty()).get(member).add(new Part(row, table.count(row)));
            }
        }
        places.values().forEach(this::align);
        battles.sort(Comparator.comparingInt(Battle::first));
    }

    private Place place(int row) {
        return new Place(
                table.battle(row), table.prompt(row), table.turn(row), table.lineupOf(row), table.orderKnown(row));
    }

    private List<Deque<Part>> empty() {
        List<Deque<Part>> parts = new ArrayList<>();
        members.forEach(member -> parts.add(new ArrayDeque<>(1)));
        return parts;
    }

    private void alone(int row, int member) {
        int[] rows = new int[members.size()];
        Arrays.fill(rows, NOBODY);
        rows[member] = row;
        battles.add(new Battle(rows, table.count(row)));
    }

    /** What is left of a row's count. */
    private record Part(int row, long left) {}

    /** The k-th verdict of each member together; rows that stand for several verdicts are split where others end. */
    private void align(List<Deque<Part>> parts) {
        while (parts.stream().anyMatch(queue -> !queue.isEmpty())) {
            long count = parts.stream()
                    .filter(queue -> !queue.isEmpty())
                    .mapToLong(queue -> queue.element().left())
                    .min()
                    .orElseThrow();
            int[] rows = new int[parts.size()];
            for (int member = 0; member < rows.length; member++) {
                rows[member] = take(parts.get(member), count);
            }
            battles.add(new Battle(rows, count));
        }
    }

    private static int take(Deque<Part> queue, long count) {
        if (queue.isEmpty()) {
            return NOBODY;
        }
        Part part = queue.removeFirst();
        if (part.left() > count) {
            queue.addFirst(new Part(part.row(), part.left() - count));
        }
        return part.row();
    }
}
