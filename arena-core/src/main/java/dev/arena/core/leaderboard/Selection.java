package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.model.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;

/** The rows of a table that are rated, in order, and how many of the others are left out for what reason. */
public final class Selection {
    private final VoteTable table;
    private final Map<String, Long> excluded = new TreeMap<>();
    private final Map<JudgeGroup, Map<String, Long>> abstentions = new TreeMap<>();
    /** Unused as long as the rows are 0, 1, 2, …. */
    private int[] rows = {};

    private boolean listed;
    private int size;
    private boolean simulated;
    private ViewNotes notes = ViewNotes.NONE;

    Selection(VoteTable table) {
        this.table = table;
    }

    /** A row that is rated, or left out if it is an abstention. */
    void add(int row) {
        if (table.said(row) instanceof Verdict.Abstention abstention) {
            exclude(abstention.reason().word(), table.count(row));
            abstentions
                    .computeIfAbsent(judge(row), judge -> new TreeMap<>())
                    .merge(abstention.reason().word(), table.count(row), Long::sum);
            return;
        }
        simulated |= table.kind(row).simulated();
        if (!listed && row != size) {
            listed = true;
            rows = new int[Math.max(16, size + size / 2)];
            Arrays.setAll(rows, k -> k);
        }
        if (listed) {
            if (size == rows.length) {
                rows = Arrays.copyOf(rows, size + size / 2);
            }
            rows[size] = row;
        }
        size++;
    }

    private JudgeGroup judge(int row) {
        int name = table.judge(row);
        return new JudgeGroup(name == 0 ? VoteSet.UNNAMED : table.judges.name(name), table.kind(row));
    }

    /** What each judge abstained from, by reason; not to be changed. */
    Map<JudgeGroup, Map<String, Long>> abstentions() {
        return abstentions;
    }

    /** Takes over what another selection leaves out. */
    private void leaveOutAs(Selection other) {
        excluded.putAll(other.excluded);
        abstentions.putAll(other.abstentions);
        notes = notes.and(other.notes);
    }

    /** Adds to what a reader must know. */
    void note(ViewNotes more) {
        notes = notes.and(more);
    }

    /** What a reader must know of the view. */
    ViewNotes notes() {
        return notes;
    }

    /** Votes that are left out. */
    void exclude(String reason, long count) {
        excluded.merge(reason, count, Long::sum);
    }

    /** Tells every rated row, in order. */
    public void forEach(Consumer<RatedVote> action) {
        for (int k = 0; k < size; k++) {
            action.accept(table.vote(row(k)));
        }
    }

    /** How many rows are rated. */
    public int size() {
        return size;
    }

    /** The table that the rows are of. */
    VoteTable table() {
        return table;
    }

    /** The k-th row. */
    int row(int k) {
        return listed ? rows[k] : k;
    }

    /** Counts of the votes left out, by reason. */
    public Map<String, Long> excluded() {
        return Collections.unmodifiableMap(excluded);
    }

    /** Whether a scripted judge is among those rated. */
    public boolean simulated() {
        return simulated;
    }

    /** How many rows have no time. */
    long untimed() {
        long untimed = 0;
        for (int k = 0; k < size; k++) {
            untimed += table.castAtMs(row(k)) == VoteTable.NO_TIME ? 1 : 0;
        }
        return untimed;
    }

    /** A question about a row of the table. */
    @FunctionalInterface
    interface Rows {
        boolean holds(int row);
    }

    /** The rows for which something holds; the others are left out for a reason. */
    Selection where(Rows rows, String reason) {
        Selection those = new Selection(table);
        those.leaveOutAs(this);
        for (int k = 0; k < size; k++) {
            if (rows.holds(row(k))) {
                those.add(row(k));
            } else {
                those.exclude(reason, table.count(row(k)));
            }
        }
        return those;
    }

    /** These votes and those of another selection of the same table, in their order; what that one leaves out is not counted. */
    Selection and(Selection other) {
        Selection both = new Selection(table);
        both.leaveOutAs(this);
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < other.size) {
            boolean next = theirs == other.size || (mine < size && row(mine) <= other.row(theirs));
            int row = next ? row(mine++) : other.row(theirs++);
            if (both.size == 0 || both.row(both.size - 1) != row) {
                both.add(row);
            }
        }
        return both;
    }

    /** No votes of the same table. */
    Selection none() {
        return new Selection(table);
    }

    /** The same votes in another table, a jury's in place of its members'. */
    Selection in(VoteTable other) {
        Selection all = new Selection(other);
        for (int row = 0; row < other.size(); row++) {
            all.add(row);
        }
        all.leaveOutAs(this);
        all.simulated |= simulated;
        return all;
    }

    /** The same votes by time; votes of one instant stay in their order. */
    Selection byTime() {
        Integer[] places = new Integer[size];
        Arrays.setAll(places, k -> row(k));
        Arrays.parallelSort(places, (a, b) -> Long.compare(table.castAtMs(a), table.castAtMs(b)));
        Selection sorted = new Selection(table);
        sorted.leaveOutAs(this);
        sorted.simulated = simulated;
        sorted.listed = true;
        sorted.rows = Arrays.stream(places).mapToInt(Integer::intValue).toArray();
        sorted.size = size;
        return sorted;
    }

    /** The same votes where their order says nothing: those that are alike are one row. */
    Selection withoutOrder() {
        if (table.isJoined()) {
            return this;
        }
        VoteTable joined = new VoteTable(new VoteNeeds(false, false, true, null, null));
        TableMerge.append(this, joined);
        Selection all = new Selection(joined);
        for (int row = 0; row < joined.size(); row++) {
            all.add(row);
        }
        all.leaveOutAs(this);
        return all;
    }

    /** What the rated votes say of something, sorted. */
    public SortedSet<String> values(Facet facet) {
        SortedSet<String> values = new TreeSet<>();
        if (facet == Facet.JUDGE_KIND) {
            for (int k = 0; k < size; k++) {
                values.add(table.kind(row(k)).word());
            }
            return values;
        }
        Names names = names(facet);
        IntUnaryOperator column = column(facet);
        boolean[] seen = new boolean[names.size() + 1];
        for (int k = 0; k < size; k++) {
            seen[column.applyAsInt(row(k))] = true;
        }
        for (int code = 1; code < seen.length; code++) {
            if (seen[code]) {
                values.add(names.name(code));
            }
        }
        return values;
    }

    /** What votes can be told apart by. */
    public enum Facet {
        CATEGORY,
        LANGUAGE,
        JUDGE,
        JUDGE_KIND
    }

    private Names names(Facet facet) {
        return switch (facet) {
            case CATEGORY -> table.categories();
            case LANGUAGE -> table.languages();
            case JUDGE, JUDGE_KIND -> table.judges();
        };
    }

    private IntUnaryOperator column(Facet facet) {
        return switch (facet) {
            case CATEGORY -> table::category;
            case LANGUAGE -> table::language;
            case JUDGE, JUDGE_KIND -> table::judge;
        };
    }
}
