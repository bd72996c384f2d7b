package dev.arena.core.leaderboard;

import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import dev.arena.ratings.bradleyterry.LiveBradleyTerry;
import dev.arena.ratings.bradleyterry.LiveComparison;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a log, one after another, in a live fit under the choices of {@link LeaderboardRequest#forDatabase}: ties and both
 * bad count half, a position effect for each judge and one for all people, rankings as pairs.
 *
 * <p>Of each vote it keeps what was said as one number, so that it can be taken out when it is superseded.
 */
final class LiveVotes {
    private static final int NOT_COUNTED = -1;
    private static final RatingScale SCALE = RatingScale.standard();

    private final Outcomes outcomes = new Outcomes(TieRule.HALF, BothBadRule.TIE);
    private final LiveBradleyTerry fit = LiveBradleyTerry.of(
            BradleyTerry.withDefaults().withPosition(PositionModel.PER_JUDGE).withCovariance(CovarianceKind.NONE));
    private final Map<ContestantId, Integer> contestants = new HashMap<>();
    private final Map<String, Integer> judges = new HashMap<>();
    private final Set<Ruled> ruled = new HashSet<>();
    private final Map<Said, Integer> codes = new HashMap<>();
    private final List<Said> said = new ArrayList<>();
    private int[] codeOfRow = new int[64];

    /** What a vote says, without who says it of what. */
    private record Said(Verdict verdict, long count) {}

    /** A matchup on which a rule of the arena voted. */
    private record Ruled(PromptId prompt, Set<ContestantId> contestants) {}

    /**
     * Takes the next vote of the log.
     *
     * @param stale whether it is left out: of a response that has a newer version, or shown with its maker
     * @param weight by the decisions on its voter; 0 leaves it out. The same for all votes of a judge in one study
     */
    void take(CastVote cast, boolean stale, double weight) {
        VoteId replaced = cast.vote().supersedes();
        if (replaced != null && codeOf(replaced) != NOT_COUNTED) {
            // same battle and same judge, by the rules of the log
            comparisons(cast, said.get(codeOf(replaced)), weight).forEach(fit::remove);
            setCode(replaced, NOT_COUNTED);
        }
        // asked first, since a vote claims its matchup whether or not it is counted
        boolean counted = !repeatsRule(cast) && !stale && weight > 0;
        Said now = new Said(cast.vote().verdict(), cast.vote().draft().count());
        setCode(cast.vote().id(), counted ? code(now) : NOT_COUNTED);
        if (counted) {
            comparisons(cast, now, weight).forEach(fit::add);
        }
    }

    /**
     * Takes votes that were counted already, all of one kind.
     *
     * @param group the judge group, or null where the order shown means nothing
     */
    void takeCounted(List<ContestantId> shown, double score, @Nullable String group, long count) {
        int judge = group == null ? Evidence.POSITION_UNKNOWN : judges.computeIfAbsent(group, fit::addJudge);
        fit.add(new LiveComparison(contestant(shown.get(0)), contestant(shown.get(1)), score, count, 1, judge));
    }

    /** Notes what a row says that was counted already, so that it can be taken out. */
    void note(VoteId row, boolean counted, Verdict verdict, long count) {
        setCode(row, counted ? code(new Said(verdict, count)) : NOT_COUNTED);
    }

    /** Notes a matchup on which a rule of the arena voted. */
    void noteRuled(PromptId prompt, Set<ContestantId> met) {
        ruled.add(new Ruled(prompt, Set.copyOf(met)));
    }

    /** Every run, and the voting page, may bring the same vote of a rule of the arena on a matchup; it counts once. */
    private boolean repeatsRule(CastVote cast) {
        PromptId prompt = cast.battle().draft().prompt();
        return cast.judge().kind() == JudgeKind.RULE
                && prompt != null
                && !ruled.add(new Ruled(
                        prompt,
                        cast.battle().seats().stream().map(Seat::contestant).collect(Collectors.toUnmodifiableSet())));
    }

    private int code(Said value) {
        Integer known = codes.putIfAbsent(value, said.size());
        if (known != null) {
            return known;
        }
        said.add(value);
        return said.size() - 1;
    }

    /** Rows are numbered from 1 without gaps. */
    private int codeOf(VoteId row) {
        return codeOfRow[Math.toIntExact(row.value())];
    }

    private void setCode(VoteId row, int code) {
        int index = Math.toIntExact(row.value());
        if (index >= codeOfRow.length) {
            codeOfRow = Arrays.copyOf(codeOfRow, Math.max(index + 1, codeOfRow.length + codeOfRow.length / 2));
        }
        codeOfRow[index] = code;
    }

    private List<LiveComparison> comparisons(CastVote cast, Said value, double weight) {
        int[] seats = cast.battle().seats().stream()
                .mapToInt(seat -> contestant(seat.contestant()))
                .toArray();
        int judge = judge(cast);
        if (seats.length == 2) {
            return outcomes.score(value.verdict())
                    .map(score -> List.of(new LiveComparison(seats[0], seats[1], score, value.count(), weight, judge)))
                    .orElseGet(List::of);
        }
        return pairs(seats, value, weight);
    }

    /** The pairs of a ranking, of which no position is known. */
    private List<LiveComparison> pairs(int[] seats, Said value, double weight) {
        List<LiveComparison> pairs = new ArrayList<>();
        for (int i = 0; i < seats.length; i++) {
            for (int j = i + 1; j < seats.length; j++) {
                int one = seats[i];
                int other = seats[j];
                outcomes.score(value.verdict(), i, j)
                        .ifPresent(score -> pairs.add(new LiveComparison(
                                one, other, score, value.count(), weight, Evidence.POSITION_UNKNOWN)));
            }
        }
        return pairs;
    }

    private int contestant(ContestantId id) {
        return contestants.computeIfAbsent(id, unused -> fit.addContestant());
    }

    /** The judge group, or -1 where the order shown means nothing. */
    private int judge(CastVote cast) {
        Judge judge = cast.judge();
        boolean shown =
                judge.kind() != JudgeKind.RULE && cast.battle().draft().tags().orderKnown();
        if (!shown) {
            return Evidence.POSITION_UNKNOWN;
        }
        String group = judge.kind() == JudgeKind.HUMAN ? EvidenceFactory.PEOPLE : judge.name();
        return judges.computeIfAbsent(group, fit::addJudge);
    }

    /** The rating on the displayed scale, where there is one. */
    OptionalDouble rating(ContestantId id) {
        @Nullable Integer contestant = contestants.get(id);
        OptionalDouble strength = contestant == null ? OptionalDouble.empty() : fit.strength(contestant);
        return strength.isPresent()
                ? OptionalDouble.of(SCALE.centre() + SCALE.pointsPerUnit() * strength.getAsDouble())
                : strength;
    }

    /** Fits everything from nothing. */
    void refit() {
        fit.refit();
    }
}
