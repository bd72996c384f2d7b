package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in that knows the contestants: each position gets its contestant's planted strength, what is planted on top of it, and
 * standard Gumbel noise, and the order of the sums is the verdict. For two positions that is a Bradley-Terry model: the first wins
 * with probability 1 / (1 + exp(-(pull of the first - pull of the second))).
 */
final class ScriptedJudge implements ActingJudge {
    private static final long FAULTS = 0x5bd1e995_9e3779b9L;

    private final JudgeDraft identity;
    private final Habits habits;

    ScriptedJudge(JudgeDraft identity, Habits habits) {
        this.identity = identity;
        this.habits = habits;
    }

    /**
     * What is planted.
     *
     * @param strengths θ by contestant, in natural log-odds
     * @param biases what pulls beside the strengths
     * @param tieRate share of verdicts that are ties
     * @param noise share of the other verdicts that are drawn without looking
     * @param faults shares of cases without a verdict
     */
    record Habits(Map<String, Double> strengths, Biases biases, double tieRate, double noise, Faults faults) {}

    /**
     * What pulls beside the strengths, in natural log-odds.
     *
     * @param position for the first position
     * @param length for each unit of the natural logarithm of a response's length: a response twice as long gains ln 2 of it
     * @param self by contestant
     */
    record Biases(double position, double length, Map<String, Double> self) {
        static final Biases NONE = new Biases(0, 0, Map.of());
    }

    /** Shares of cases that end in an unreadable reply, a refusal, and a failure. */
    record Faults(double malformed, double refused, double failed) {
        static final Faults NONE = new Faults(0, 0, 0);
    }

    @Override
    public JudgeDraft identity() {
        return identity;
    }

    @Override
    public Opinion decide(JudgeCase judgeCase) {
        SplittableRandom random = new SplittableRandom(judgeCase.seed());
        List<String> names = judgeCase.contestants();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("the scripted judge needs the contestants of the case");
        }
        AbstentionReason fault = fault(judgeCase.seed());
        if (fault != null) {
            return new Opinion(Verdict.abstain(fault, "simulated: a planted fault"), null, null);
        }
        if (random.nextDouble() < habits.tieRate()) {
            return Opinion.of(
                    new Verdict.Ranking(Collections.nCopies(names.size(), 1), null), "simulated: a planted tie");
        }
        boolean blindly = random.nextDouble() < habits.noise();
        List<Double> sums = new ArrayList<>();
        for (int position = 0; position < names.size(); position++) {
            double gumbel = -Math.log(-Math.log(1 - random.nextDouble()));
            sums.add(gumbel + (blindly ? 0 : pull(judgeCase, position)));
        }
        return Opinion.of(Ranks.byScore(sums), String.format(Locale.ROOT, "simulated: drawn at %s", shown(sums)));
    }

    /** Drawn apart from the verdict, so that planting faults changes no verdict that is left. */
    private @Nullable AbstentionReason fault(long seed) {
        double draw = new SplittableRandom(seed ^ FAULTS).nextDouble();
        Faults faults = habits.faults();
        if (draw < faults.malformed()) {
            return AbstentionReason.UNPARSED;
        }
        if (draw < faults.malformed() + faults.refused()) {
            return AbstentionReason.REFUSED;
        }
        return draw < faults.malformed() + faults.refused() + faults.failed() ? AbstentionReason.FAILED : null;
    }

    private double pull(JudgeCase judgeCase, int position) {
        String contestant = judgeCase.contestants().get(position);
        Double strength = habits.strengths().get(contestant);
        if (strength == null) {
            throw new IllegalArgumentException("no strength is planted for " + contestant);
        }
        Biases biases = habits.biases();
        double length = biases.length() == 0
                ? 0
                : biases.length()
                        * Math.log((double) length(judgeCase.responses().get(position)));
        return strength
                + (position == 0 ? biases.position() : 0)
                + length
                + biases.self().getOrDefault(contestant, 0.0);
    }

    /** Characters (Unicode code points) of all turns, at least 1. */
    private static long length(ResponseText response) {
        long length = 0;
        for (String turn : response.turns()) {
            length += turn.codePointCount(0, turn.length());
        }
        return Math.max(1, length);
    }

    private static String shown(List<Double> sums) {
        List<String> shown = new ArrayList<>();
        for (double sum : sums) {
            shown.add(String.format(Locale.ROOT, "%.4f", sum));
        }
        return String.join(" ", shown);
    }
}
