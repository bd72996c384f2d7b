package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Votes as columns of codes, without an object a vote; a column that holds only its default takes no room. Where the order of votes
 * does not matter, votes that are alike in everything are one row with a count, so that a table grows with the different things that
 * were said and not with how often.
 *
 * <p>Votes with a prompt or with lengths are always rows of their own: their clusters and their orders are told by it. Rows are only
 * ever appended; all that changes of one is why it is not rated. Not safe for use by many threads while votes are
 * added: {@link #frozen} is.
 */
public final class VoteTable {
    static final long NO_TIME = Long.MIN_VALUE;
    static final double NO_LENGTH = -1;

    /** Columns of codes by number. */
    static final int LINEUP = 0;

    static final int VERDICT = 1;
    static final int ORDER_UNKNOWN = 2;
    static final int JUDGE = 3;
    static final int KIND = 4;
    static final int PROMPT = 5;
    static final int TURN = 6;
    static final int CATEGORY = 7;
    static final int LANGUAGE = 8;
    static final int RUN = 9;
    static final int EXCLUSION = 10;
    static final int STYLES = 11;
    /** The stored battle where a run scheduled it, on which all of its judges saw the same order; 0 elsewhere. */
    static final int BATTLE = 12;

    /** The study that the battle was drawn in; 0 elsewhere. */
    static final int STUDY = 13;

    static final int CODES = 14;

    /** Columns of longs and of the bits of doubles by number. */
    static final int COUNT = 0;

    static final int WEIGHT = 1;
    static final int CAST_AT = 2;
    static final int FIRST_LENGTH = 3;
    static final int SECOND_LENGTH = 4;
    /** The probability with which the battle was drawn; {@link #NO_LENGTH} where it was not, or was not read. */
    static final int PICK = 5;

    static final int LONGS = 6;

    private static final List<JudgeKind> KINDS = List.of(JudgeKind.values());
    static final int HUMAN = KINDS.indexOf(JudgeKind.HUMAN);

    final Names contestants;
    final Names judges;
    final Names prompts;
    final Names categories;
    final Names languages;
    final Names runs;
    final Names studies;
    final Names exclusions;
    final Lineups lineups;
    final StylePairs styles;

    private final VoteNeeds needs;
    private final @Nullable ColumnFiles files;
    private final List<Verdict> verdicts = new ArrayList<>();
    private final Map<Verdict, Integer> verdictCodes = new HashMap<>();
    private final Codes[] codes = new Codes[CODES];
    private final Longs[] longs = new Longs[LONGS];
    private final AlikeRows alike = new AlikeRows(this);
    private int size;
    private long outOfTime;
    private Decided decided = Decided.NOTHING;
    private boolean frozen;

    /** Whether decisions on voters are among what is known of these votes. */
    enum Decided {
        NOTHING,
        APPLIED,
        IGNORED
    }

    /** An empty table that keeps of each vote what is needed. */
    public VoteTable(VoteNeeds needs) {
        this(needs, null);
    }

    /**
     * The same.
     *
     * @param files take the rows that fill a page, all but what may still change of them; null to keep them in the heap. Not for a table
     *     that joins votes
     */
    VoteTable(VoteNeeds needs, @Nullable ColumnFiles files) {
        this.needs = needs;
        this.files = files;
        contestants = new Names();
        judges = new Names();
        prompts = new Names();
        categories = new Names();
        languages = new Names();
        runs = new Names();
        studies = new Names();
        exclusions = new Names();
        lineups = new Lineups();
        styles = new StylePairs();
        Arrays.setAll(codes, column -> new Codes());
        Arrays.setAll(longs, column -> new Longs(usual(column)));
    }

    /** What a table holds now. */
    private VoteTable(VoteTable now) {
        needs = now.needs;
        files = null;
        contestants = now.contestants.frozen();
        judges = now.judges.frozen();
        prompts = now.prompts.frozen();
        categories = now.categories.frozen();
        languages = now.languages.frozen();
        runs = now.runs.frozen();
        studies = now.studies.frozen();
        exclusions = now.exclusions.frozen();
        lineups = now.lineups.frozen();
        styles = now.styles.frozen();
        verdicts.addAll(now.verdicts);
        Arrays.setAll(codes, column -> now.codes[column].frozen(column == EXCLUSION));
        Arrays.setAll(longs, column -> now.longs[column].frozen(column == COUNT));
        size = now.size;
        outOfTime = now.outOfTime;
        decided = now.decided;
        frozen = true;
    }

    /**
     * The rows that are there now, for whoever reads while more are added to this table; nothing can be added to it. Its columns are
     * those of this table, all but what may still change of a row.
     */
    VoteTable frozen() {
        return new VoteTable(this);
    }

    /** What a column of longs holds where a row says nothing of it. */
    static long usual(int column) {
        return switch (column) {
            case COUNT -> 1;
            case WEIGHT -> Double.doubleToLongBits(1);
            case CAST_AT -> NO_TIME;
            default -> Double.doubleToLongBits(NO_LENGTH);
        };
    }

    /** An empty table of the same needs. */
    public VoteTable emptied() {
        return new VoteTable(needs);
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** Names of contestants, for codes of lineups. */
    public Names contestants() {
        return contestants;
    }

    /** Names of judges. */
    public Names judges() {
        return judges;
    }

    /** Names of prompts. */
    public Names prompts() {
        return prompts;
    }

    /** Names of categories. */
    public Names categories() {
        return categories;
    }

    /** Names of languages. */
    public Names languages() {
        return languages;
    }

    /** The code of a verdict. */
    public int verdict(Verdict said) {
        Integer known = verdictCodes.get(said);
        if (known == null) {
            known = verdicts.size();
            verdictCodes.put(said, known);
            verdicts.add(said);
        }
        return known;
    }

    /** Names of the contestants that votes are on. */
    Set<String> contestantsOfVotes() {
        Set<String> names = new TreeSet<>();
        for (int code = 0; code < lineups.size(); code++) {
            for (int seat : lineups.seats(code)) {
                names.add(contestants.name(seat));
            }
        }
        return names;
    }

    /** The code of two contestants in the order shown. */
    public int lineup(int firstContestant, int secondContestant) {
        return lineups.pair(firstContestant, secondContestant);
    }

    /** Adds a vote in codes of this table. */
    public void add(CodedVote vote) {
        if (!needs.inTime(vote.longs[CAST_AT])) {
            outOfTime++;
            return;
        }
        if (!needs.times()) {
            vote.longs[CAST_AT] = NO_TIME;
        }
        if (!needs.lengths()) {
            vote.lengths(NO_LENGTH, NO_LENGTH);
        }
        addKept(vote);
    }

    /** Adds a vote of which only what is needed is left. */
    void addKept(CodedVote vote) {
        if (frozen) {
            throw new IllegalStateException("nothing is added to what a table held at some moment");
        }
        if (needs.order() || vote.codes[PROMPT] != 0 || vote.longs[FIRST_LENGTH] != usual(FIRST_LENGTH)) {
            append(vote);
            return;
        }
        int row = alike.rowOf(vote);
        if (row < size) {
            longs[COUNT].set(row, Math.addExact(longs[COUNT].get(row), vote.longs[COUNT]));
        } else {
            append(vote);
        }
    }

    /** Adds a vote. */
    public void add(RatedVote vote) {
        add(vote, "");
    }

    /** Adds a vote that is not rated for a reason, unless that is empty. */
    public void add(RatedVote vote, String reason) {
        add(VoteCodes.coded(this, vote, reason));
    }

    /**
     * The same, with the styles of its responses where they are known.
     *
     * @param battle a number above 0 that only votes on the same battle of a run share; 0 for none
     * @param pick the probability with which the battle was drawn; null for none
     */
    void add(RatedVote vote, String reason, @Nullable StylePair responses, int battle, @Nullable Double pick) {
        CodedVote coded = VoteCodes.coded(this, vote, reason);
        coded.codes[STYLES] = responses == null ? 0 : styles.code(responses);
        coded.codes[BATTLE] = battle;
        coded.longs[PICK] = Double.doubleToLongBits(pick == null ? NO_LENGTH : pick);
        add(coded);
    }

    /** Says what became of decisions on voters. */
    void decide(Decided known) {
        decided = known;
    }

    Decided decided() {
        return decided;
    }

    private void append(CodedVote vote) {
        if (files != null && size > 0 && size % (1 << ColumnFiles.Column.PAGE_BITS) == 0) {
            movePage(files);
        }
        int row = size++;
        for (int column = 0; column < CODES; column++) {
            codes[column].set(row, vote.codes[column]);
        }
        for (int column = 0; column < LONGS; column++) {
            longs[column].set(row, vote.longs[column]);
        }
    }

    /** Moves the newest rows, which fill a page, out of the heap. */
    private void movePage(ColumnFiles to) {
        List<ColumnFiles.Column> columns = new ArrayList<>();
        for (int column = 0; column < CODES; column++) {
            if (column != EXCLUSION) {
                columns.add(codes[column]);
            }
        }
        columns.addAll(List.of(longs).subList(COUNT + 1, LONGS));
        to.move(columns);
    }

    /** Whether a row says what this vote says; counts aside. */
    boolean isAlike(int row, CodedVote vote) {
        for (int column = 0; column < CODES; column++) {
            if (codes[column].get(row) != vote.codes[column]) {
                return false;
            }
        }
        for (int column = COUNT + 1; column < LONGS; column++) {
            if (longs[column].get(row) != vote.longs[column]) {
                return false;
            }
        }
        return true;
    }

    /** Appends the rows of another table, in their order. */
    public void append(VoteTable other) {
        TableMerge.append(other, this);
        outOfTime += other.outOfTime;
    }

    /** The votes of a row in the codes of this table, put into {@code vote}. */
    void read(int row, CodedVote vote) {
        for (int column = 0; column < CODES; column++) {
            vote.codes[column] = codes[column].get(row);
        }
        for (int column = 0; column < LONGS; column++) {
            vote.longs[column] = longs[column].get(row);
        }
    }

    /** A column of codes, by number. */
    Codes codes(int column) {
        return codes[column];
    }

    /** A column of longs, by number. */
    Longs longs(int column) {
        return longs[column];
    }

    /** A row as a vote; all that is kept of it. */
    public RatedVote vote(int row) {
        return VoteCodes.vote(this, row);
    }

    /** Says why a row is not rated; an empty reason is that it is. */
    void exclude(int row, String reason) {
        codes[EXCLUSION].set(row, reason.isEmpty() ? 0 : exclusions.code(reason));
    }

    /** Says which study a row is of, by its key. */
    void file(int row, String study) {
        codes[STUDY].set(row, studies.code(study));
    }

    /** The code of its study, 0 for none. */
    int study(int row) {
        return codes[STUDY].get(row);
    }

    /** Whether votes that are alike are one row already. */
    boolean isJoined() {
        return !needs.order();
    }

    /** Whether every row was found to be in time while reading, and its time may be gone. */
    boolean isInTime() {
        return needs.sinceMs() != null || needs.untilMs() != null;
    }

    /** How many rows were left out by time while reading. */
    long outOfTime() {
        return outOfTime;
    }

    List<Verdict> verdicts() {
        return verdicts;
    }

    int lineupOf(int row) {
        return codes[LINEUP].get(row);
    }

    int verdictOf(int row) {
        return codes[VERDICT].get(row);
    }

    Verdict said(int row) {
        return verdicts.get(codes[VERDICT].get(row));
    }

    boolean orderKnown(int row) {
        return codes[ORDER_UNKNOWN].get(row) == 0;
    }

    /** A name code, 0 for none; so for all names. */
    int judge(int row) {
        return codes[JUDGE].get(row);
    }

    /** The code of a kind of judges. */
    static int kindCode(JudgeKind kind) {
        return KINDS.indexOf(kind);
    }

    int kindCode(int row) {
        return codes[KIND].get(row);
    }

    /** All kinds by code. */
    static List<JudgeKind> kinds() {
        return KINDS;
    }

    JudgeKind kind(int row) {
        return KINDS.get(codes[KIND].get(row));
    }

    int prompt(int row) {
        return codes[PROMPT].get(row);
    }

    int turn(int row) {
        return codes[TURN].get(row);
    }

    int category(int row) {
        return codes[CATEGORY].get(row);
    }

    int language(int row) {
        return codes[LANGUAGE].get(row);
    }

    int run(int row) {
        return codes[RUN].get(row);
    }

    int exclusion(int row) {
        return codes[EXCLUSION].get(row);
    }

    /** The number of the battle of a run, 0 where no run scheduled it. */
    int battle(int row) {
        return codes[BATTLE].get(row);
    }

    /** The code of the styles of its responses, 0 for unknown. */
    int styles(int row) {
        return codes[STYLES].get(row);
    }

    long count(int row) {
        return longs[COUNT].get(row);
    }

    /** The probability with which the battle was drawn; below 0 where it is not known. */
    double pickProbability(int row) {
        return longs[PICK].number(row);
    }

    double weight(int row) {
        return longs[WEIGHT].number(row);
    }

    /** UTC milliseconds, or {@link #NO_TIME}. */
    long castAtMs(int row) {
        return longs[CAST_AT].get(row);
    }

    /** The length of the first response, or {@link #NO_LENGTH}. */
    double firstLength(int row) {
        return longs[FIRST_LENGTH].number(row);
    }

    double secondLength(int row) {
        return longs[SECOND_LENGTH].number(row);
    }
}
