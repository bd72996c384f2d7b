package dev.arena.core.leaderboard;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;

/** The rules by which several verdicts in positions become one; what a judge abstained from is not among them. */
final class JuryVerdicts {
    /** Means closer than this are equal: sums in another order must not decide. */
    private static final double EQUAL = 1e-9;

    private JuryVerdicts() {}

    /**
     * A jury's verdict.
     *
     * @param inconclusive whether it is a tie because no verdict led, and not because the judges called it one
     */
    record Ruling(Verdict verdict, boolean inconclusive) {}

    /** What most said on two responses: first, second, or neither; where none leads a tie. */
    static Ruling majority(List<Verdict> said) {
        int first = 0;
        int second = 0;
        for (Verdict verdict : said) {
            double score = score(verdict);
            first += score > 0.5 ? 1 : 0;
            second += score < 0.5 ? 1 : 0;
        }
        int neither = said.size() - first - second;
        if (first > Math.max(second, neither)) {
            return new Ruling(Verdict.first(), false);
        }
        if (second > Math.max(first, neither)) {
            return new Ruling(Verdict.second(), false);
        }
        if (neither > Math.max(first, second)) {
            return new Ruling(mostlyBad(said, neither) ? Verdict.bothBad() : Verdict.tie(), false);
        }
        return new Ruling(Verdict.tie(), true);
    }

    /** The mean score on two responses; a plain verdict where all said the same. */
    static Ruling mean(List<Verdict> said) {
        double sum = 0;
        boolean split = false;
        for (Verdict verdict : said) {
            sum += score(verdict);
            split |= score(verdict) != score(said.get(0));
        }
        if (mostlyBad(said, said.size())) {
            return new Ruling(Verdict.bothBad(), false);
        }
        return soft(sum / said.size(), split);
    }

    /** A soft verdict, or the plain one where the share leaves no doubt. */
    static Ruling soft(double share, boolean split) {
        if (Math.abs(share - 0.5) <= EQUAL) {
            return new Ruling(Verdict.tie(), split);
        }
        if (share >= 1 - EQUAL) {
            return new Ruling(Verdict.first(), false);
        }
        if (share <= EQUAL) {
            return new Ruling(Verdict.second(), false);
        }
        return new Ruling(new Verdict.Preference(share), false);
    }

    /**
     * The ranking of any number of responses by the mean of the shares of others that each judge puts below: with full rankings the
     * order of mean ranks. Who was compared with none is not ranked.
     */
    static Ruling meanRank(List<Verdict> said, int positions) {
        if (mostlyBad(said, said.size())) {
            return new Ruling(Verdict.bothBad(), false);
        }
        double[] won = new double[positions];
        double[] met = new double[positions];
        boolean decided = false;
        for (Verdict verdict : said) {
            decided |= verdict instanceof Verdict.Ranking;
            add(verdict, won, met);
        }
        Verdict.Ranking ranking = ranked(won, met);
        boolean tied = ranking.ranks().stream().allMatch(rank -> rank == 1);
        return new Ruling(ranking, tied && decided && !allTie(said));
    }

    private static boolean allTie(List<Verdict> said) {
        return said.stream()
                .allMatch(verdict -> verdict instanceof Verdict.BothBad
                        || (verdict instanceof Verdict.Ranking ranking
                                && ranking.ranks().stream().allMatch(rank -> rank <= 1)
                                && !Outcomes.bestOnly(ranking)));
    }

    private static void add(Verdict verdict, double[] won, double[] met) {
        for (int i = 0; i < won.length; i++) {
            for (int j = 0; j < won.length; j++) {
                double score = i == j ? Double.NaN : score(verdict, i, j);
                if (!Double.isNaN(score)) {
                    won[i] += score;
                    met[i]++;
                }
            }
        }
    }

    /** The score of one position against another; NaN where nothing is said of them. */
    private static double score(Verdict verdict, int position, int other) {
        if (!(verdict instanceof Verdict.Ranking ranking)) {
            return 0.5;
        }
        int rank = ranking.ranks().get(position);
        int otherRank = ranking.ranks().get(other);
        if (rank != 0 && otherRank != 0) {
            return Outcomes.score(rank, otherRank);
        }
        return rank + otherRank == 1 && Outcomes.bestOnly(ranking) ? rank : Double.NaN;
    }

    private static Verdict.Ranking ranked(double[] won, double[] met) {
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < won.length; i++) {
            int rank = met[i] == 0 ? 0 : 1;
            for (int j = 0; j < won.length && rank > 0; j++) {
                rank += met[j] > 0 && won[j] / met[j] > won[i] / met[i] + EQUAL ? 1 : 0;
            }
            ranks.add(rank);
        }
        return new Verdict.Ranking(ranks, null);
    }

    private static boolean mostlyBad(List<Verdict> said, int of) {
        long bad = said.stream().filter(Verdict.BothBad.class::isInstance).count();
        return 2 * bad > of;
    }

    /** The score of the first of two. */
    static double score(Verdict verdict) {
        if (verdict instanceof Verdict.Preference preference) {
            return preference.first();
        }
        if (verdict instanceof Verdict.Ranking ranking) {
            return Outcomes.score(ranking.ranks().get(0), ranking.ranks().get(1));
        }
        return 0.5;
    }
}
