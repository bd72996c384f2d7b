package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the default board for a database needs of all votes, kept up vote by vote: how often each thing was said, how often things
 * were said of one matchup, what is left out and why, and the fingerprint. All of it is whole numbers, so that a board made of it is
 * the board made of the votes, to the last digit, in a time that does not grow with them.
 *
 * <p>Votes are rows of one table. Not safe for use by many threads.
 */
final class BoardCounts {
    private static final Outcomes OUTCOMES = Outcomes.usual();

    private final VoteTable table;
    private final ClusterCounts clusters = new ClusterCounts();
    private final List<ClusterCounts.Thing> things = new ArrayList<>();
    private final VoteDigest digest;
    private final LongCodes classes = new LongCodes();
    private final Longs together = new Longs(0);
    private final Longs alone = new Longs(0);
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<String> groupNames = new ArrayList<>();
    private final Longs ratedOfGroup = new Longs(0);
    private final Map<Long, Integer> groupOfJudge = new HashMap<>();
    private final Map<String, Long> excluded = new TreeMap<>();
    private final Set<List<Integer>> ruled = new HashSet<>();
    private final BitSet repeated = new BitSet();
    private final Longs ofKind = new Longs(0);
    private final Longs ofCategory = new Longs(0);
    private final Longs ofLanguage = new Longs(0);
    private final Longs ofJudge = new Longs(0);
    private long others;
    private boolean digestGiven;

    /**
     * Counts of a table without rows.
     *
     * @param table to which the caller appends
     */
    BoardCounts(VoteTable table) {
        this.table = table;
        this.digest = new VoteDigest(table);
    }

    /** A row was appended, or is one from the beginning. */
    void added(int row) {
        if (VotePool.repeatsRule(table, row, ruled)) {
            repeated.set(row);
            exclude(Exclusion.REPEATED_RULE.word(), table.count(row));
        } else if (table.exclusion(row) != 0) {
            exclude(table.exclusions.name(table.exclusion(row)), table.count(row));
        } else {
            select(row, 1);
        }
    }

    /** A row is about to be left out for another reason than it was, if it was. */
    void excluding(int row, String reason) {
        if (repeated.get(row)) {
            return;
        }
        if (table.exclusion(row) != 0) {
            exclude(table.exclusions.name(table.exclusion(row)), -table.count(row));
        } else {
            select(row, -1);
        }
        exclude(reason, table.count(row));
    }

    private void exclude(String reason, long count) {
        excluded.merge(reason, count, (a, b) -> a + b);
        excluded.remove(reason, 0L);
    }

    private void select(int row, int sign) {
        long count = sign * table.count(row);
        if (table.said(row) instanceof Verdict.Abstention abstention) {
            exclude(abstention.reason().word(), count);
            return;
        }
        if (!digestGiven) {
            digest.add(row, sign);
        }
        add(ofKind, table.kindCode(row), sign);
        add(ofCategory, table.category(row), sign);
        add(ofLanguage, table.language(row), sign);
        add(ofJudge, table.judge(row), sign);
        int group = group(row);
        add(ratedOfGroup, group, sign);
        if (!isPair(row) || table.weight(row) != 1 || group >= ClusterCounts.MOST_GROUPS) {
            others += sign;
            return;
        }
        int judge = table.orderKnown(row) ? group : ClusterCounts.POSITION_UNKNOWN;
        ClusterCounts.Thing thing = thing(row, judge);
        if (table.prompt(row) == 0) {
            add(alone, thing.number(), count);
        } else {
            add(together, thing.number(), count);
            clusters.add(thing, table.prompt(row), table.turn(row), count);
        }
    }

    private ClusterCounts.Thing thing(int row, int judge) {
        int number = classes.code(key(table.lineupOf(row), table.verdictOf(row), judge));
        if (number == things.size()) {
            int[] seats = table.lineups.seats(table.lineupOf(row));
            double score = OUTCOMES.score(table.said(row)).orElseThrow();
            things.add(new ClusterCounts.Thing(number, seats[0], seats[1], judge, score));
        }
        return things.get(number);
    }

    /** Whether two were judged, and neither softly. */
    private boolean isPair(int row) {
        return table.lineups.seats(table.lineupOf(row)).length == 2 && !(table.said(row) instanceof Verdict.Preference);
    }

    private int group(int row) {
        long judge = ((long) table.judge(row) << 8) | table.kindCode(row);
        Integer known =
                table.kind(row) == JudgeKind.HUMAN ? groups.get(EvidenceFactory.PEOPLE) : groupOfJudge.get(judge);
        if (known != null) {
            return known;
        }
        String name = table.judge(row) == 0 ? VoteSet.UNNAMED : table.judges.name(table.judge(row));
        String label = EvidenceFactory.groupName(new JudgeGroup(name, table.kind(row)));
        int group = groups.computeIfAbsent(label, unseen -> {
            groupNames.add(unseen);
            return groups.size();
        });
        if (table.kind(row) != JudgeKind.HUMAN) {
            groupOfJudge.put(judge, group);
        }
        return group;
    }

    private static long key(int lineup, int verdict, int judge) {
        return ((long) lineup << 32) | ((long) verdict << 8) | judge;
    }

    private static void add(Longs sums, int at, long count) {
        sums.set(at, sums.get(at) + count);
    }

    /** Whether all that is rated is counted here: comparisons of two, each with a winner, a tie or both bad. */
    boolean areWhole() {
        return others == 0;
    }

    /** Many rows follow, up to {@link #endRestoring}; their fingerprint will be given there. Only before the first row. */
    void startRestoring() {
        digestGiven = true;
        clusters.awaitSummary();
    }

    /**
     * The rows are there.
     *
     * @param digest of all of them, as {@link #digest} gave it
     */
    void endRestoring(long[] digest) {
        this.digest.set(digest);
        digestGiven = false;
        clusters.summarise();
    }

    /** The fingerprint of all rows so far, as {@link #endRestoring} takes it. */
    long[] digest() {
        return digest.limbs();
    }

    /** Whether a row is a rule's vote on a matchup that it had voted on before. */
    boolean isRepeated(int row) {
        return repeated.get(row);
    }

    /** Different things that were said: who met in which order, the verdict, and which judge group said it. */
    int size() {
        return classes.size();
    }

    /** One of them; contestants by the codes of the table. */
    ClusterCounts.Thing thing(int number) {
        return things.get(number);
    }

    Verdict verdict(int number) {
        return table.verdicts().get((int) (classes.key(number) >>> 8) & 0xFFFFFF);
    }

    /** How often it was said of something with a prompt. */
    long together(int number) {
        return together.get(number);
    }

    /** How often it was said where no prompt is known. */
    long alone(int number) {
        return alone.get(number);
    }

    ClusterCounts clusters() {
        return clusters;
    }

    VoteTable table() {
        return table;
    }

    /** Labels of all judge groups, by number. */
    List<String> groupNames() {
        return groupNames;
    }

    /** Labels of the judge groups of rated votes, sorted. */
    List<String> ratedGroups() {
        TreeSet<String> rated = new TreeSet<>();
        for (int group = 0; group < groupNames.size(); group++) {
            if (ratedOfGroup.get(group) > 0) {
                rated.add(groupNames.get(group));
            }
        }
        return List.copyOf(rated);
    }

    /** Votes left out, by reason. */
    Map<String, Long> excluded() {
        return new TreeMap<>(excluded);
    }

    /** The fingerprint of the rated votes. */
    String sha256() {
        return digest.hex();
    }

    /** Whether a scripted judge is among those rated. */
    boolean simulated() {
        boolean simulated = false;
        for (JudgeKind kind : VoteTable.kinds()) {
            simulated |= kind.simulated() && ofKind.get(VoteTable.kindCode(kind)) > 0;
        }
        return simulated;
    }

    /** What the rated votes say of something, sorted. */
    SortedSet<String> values(Selection.Facet facet) {
        SortedSet<String> values = new TreeSet<>();
        if (facet == Selection.Facet.JUDGE_KIND) {
            for (JudgeKind kind : VoteTable.kinds()) {
                if (ofKind.get(VoteTable.kindCode(kind)) > 0) {
                    values.add(kind.word());
                }
            }
            return values;
        }
        Names names = facet == Selection.Facet.CATEGORY
                ? table.categories
                : facet == Selection.Facet.LANGUAGE ? table.languages : table.judges;
        Longs counts = facet == Selection.Facet.CATEGORY
                ? ofCategory
                : facet == Selection.Facet.LANGUAGE ? ofLanguage : ofJudge;
        for (int code = 1; code <= names.size(); code++) {
            if (counts.get(code) > 0) {
                values.add(names.name(code));
            }
        }
        return values;
    }
}
