package dev.arena.core.judge;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A stand-in that knows the contestants: each position gets its contestant's planted strength, the first one the position bias on
 * top, plus standard Gumbel noise, and the order of the sums is the verdict. For two positions that is a Bradley-Terry model: the
 * first wins with probability 1 / (1 + exp(-(θ_first - θ_second + bias))).
 */
final class ScriptedJudge implements ActingJudge {
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
     * @param positionBias log-odds in favour of the first position
     * @param tieRate share of verdicts that are ties
     * @param noise share of the other verdicts that are drawn without looking at strengths and positions
     */
    record Habits(Map<String, Double> strengths, double positionBias, double tieRate, double noise) {}

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
        if (random.nextDouble() < habits.tieRate()) {
            return Opinion.of(
                    new Verdict.Ranking(Collections.nCopies(names.size(), 1), null), "simulated: a planted tie");
        }
        boolean blindly = random.nextDouble() < habits.noise();
        List<Double> sums = new ArrayList<>();
        for (int position = 0; position < names.size(); position++) {
            double gumbel = -Math.log(-Math.log(1 - random.nextDouble()));
            sums.add(gumbel + (blindly ? 0 : pull(names.get(position), position)));
        }
        return Opinion.of(Ranks.byScore(sums), String.format(Locale.ROOT, "simulated: drawn at %s", shown(sums)));
    }

    private double pull(String contestant, int position) {
        Double strength = habits.strengths().get(contestant);
        if (strength == null) {
            throw new IllegalArgumentException("no strength is planted for " + contestant);
        }
        return strength + (position == 0 ? habits.positionBias() : 0);
    }

    private static String shown(List<Double> sums) {
        List<String> shown = new ArrayList<>();
        for (double sum : sums) {
            shown.add(String.format(Locale.ROOT, "%.4f", sum));
        }
        return String.join(" ", shown);
    }
}
