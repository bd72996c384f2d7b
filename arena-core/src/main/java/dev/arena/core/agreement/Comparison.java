package dev.arena.core.agreement;

import dev.arena.ratings.Interval;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.ClusterBootstrap;
import dev.arena.ratings.agreement.KrippendorffAlpha;
import dev.arena.ratings.agreement.Proportion;
import dev.arena.ratings.agreement.RankCorrelation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A judge against a reference on the items that both judged, and the reference's judges against each other on the same and further
 * items.
 *
 * <p>Every verdict of the reference on an item is compared with every one of the judge (the way of MT-Bench), so an item with more
 * verdicts counts more. The unit of the bootstrap is the prompt.
 */
final class Comparison {
    /** Beyond this many contestants the correlation of boards has no interval: its vectors grow with their square. */
    private static final int MOST_CONTESTANTS = 60;

    private static final int CEILING = Confusion.CELLS;
    private static final int REFERENCE_GAMES = 2 * Confusion.CELLS;
    private static final int SPEARMAN = 2 * Confusion.VALUES;
    private static final int KENDALL = SPEARMAN + 1;
    private static final int VALUES = KENDALL + 1;

    private final List<JudgedItem> items;
    private final List<JudgedItem> joined = new ArrayList<>();
    private final AgreementRequest.Intervals wanted;
    private final PairGames games;
    private final Map<String, double[]> prompts = new TreeMap<>();
    private final double[] sum;
    private final List<Optional<Interval>> intervals;

    Comparison(List<JudgedItem> items, AgreementRequest.Intervals wanted) {
        this.items = items;
        this.wanted = wanted;
        for (JudgedItem item : items) {
            if (!item.reference.isEmpty() && !item.other.isEmpty()) {
                joined.add(item);
            }
        }
        games = new PairGames(joined);
        for (JudgedItem item : items) {
            add(item);
        }
        sum = new double[length()];
        for (double[] vector : prompts.values()) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += vector[k];
            }
        }
        Level level = new Level(wanted.level());
        intervals = new ClusterBootstrap(wanted.resamples(), wanted.seed(), level)
                .intervals(List.copyOf(prompts.values()), this::values);
    }

    private boolean rates() {
        return games.contestants().size() <= MOST_CONTESTANTS;
    }

    private int length() {
        return REFERENCE_GAMES + (rates() ? 2 * games.size() : 0);
    }

    private void add(JudgedItem item) {
        if (item.reference.isEmpty()
                || (item.other.isEmpty() && item.reference.verdicts().size() < 2)) {
            return;
        }
        double[] vector = prompts.computeIfAbsent(item.key().prompt(), key -> new double[length()]);
        List<Said> reference = item.reference.verdicts();
        for (int one = 0; one < reference.size(); one++) {
            for (int other = 0; other < one; other++) {
                addCeiling(reference.get(one), reference.get(other), vector);
            }
            for (Said judge : item.other.verdicts()) {
                addPair(reference.get(one), judge, vector);
            }
        }
        if (rates() && !item.other.isEmpty()) {
            reference.forEach(said -> games.add(item.key(), said, vector, REFERENCE_GAMES));
            item.other.verdicts().forEach(said -> games.add(item.key(), said, vector, REFERENCE_GAMES + games.size()));
        }
    }

    private static void addPair(Said reference, Said judge, double[] vector) {
        if (!reference.judge().equals(judge.judge())) {
            boolean frame = reference.lowFirst();
            int cell = Confusion.cell(reference.category(frame), judge.category(frame));
            vector[cell] += (double) reference.count() * judge.count();
        }
    }

    /** Two of the reference's judges have no order, so each pair counts half in either. */
    private static void addCeiling(Said one, Said other, double[] vector) {
        if (one.judge().equals(other.judge())) {
            return;
        }
        boolean frame = one.lowFirst();
        double half = one.count() * other.count() / 2.0;
        vector[CEILING + Confusion.cell(one.category(frame), other.category(frame))] += half;
        vector[CEILING + Confusion.cell(other.category(frame), one.category(frame))] += half;
    }

    private double[] values(double[] vector) {
        double[] values = new double[VALUES];
        System.arraycopy(Confusion.in(vector, 0).values(), 0, values, 0, Confusion.VALUES);
        System.arraycopy(Confusion.in(vector, CEILING).values(), 0, values, Confusion.VALUES, Confusion.VALUES);
        values[SPEARMAN] = Double.NaN;
        values[KENDALL] = Double.NaN;
        if (rates()) {
            Optional<double[]> reference = games.strengths(vector, REFERENCE_GAMES);
            Optional<double[]> judge = games.strengths(vector, REFERENCE_GAMES + games.size());
            if (reference.isPresent() && judge.isPresent()) {
                values[SPEARMAN] =
                        RankCorrelation.spearman(reference.get(), judge.get()).orElse(Double.NaN);
                values[KENDALL] =
                        RankCorrelation.kendall(reference.get(), judge.get()).orElse(Double.NaN);
            }
        }
        return values;
    }

    /** Items that both judged. */
    List<JudgedItem> joined() {
        return joined;
    }

    /** How many of what. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("comparisons", Confusion.in(sum, 0).accuracy().trials());
        counts.put("items", (long) joined.size());
        counts.put(
                "prompts",
                joined.stream().map(item -> item.key().prompt()).distinct().count());
        counts.put("contestants", (long) games.contestants().size());
        counts.put(
                "reference_only_items",
                items.stream().filter(item -> item.other.isEmpty()).count());
        counts.put(
                "judge_only_items",
                items.stream().filter(item -> item.reference.isEmpty()).count());
        counts.put("reference_pairs", Confusion.in(sum, CEILING).accuracy().trials());
        return counts;
    }

    /** All measures of agreement. */
    List<Measure> measures() {
        double[] point = values(sum);
        Confusion table = Confusion.in(sum, 0);
        Confusion ceiling = Confusion.in(sum, CEILING);
        List<Measure> measures = new ArrayList<>();
        measures.add(share("accuracy", table.accuracy(), Confusion.ACCURACY));
        measures.add(share("accuracy_decisive", table.decisive(), Confusion.DECISIVE));
        measures.add(number("kappa", point, Confusion.KAPPA));
        measures.add(number("weighted_kappa", point, Confusion.WEIGHTED_KAPPA));
        measures.add(number("alpha", point, Confusion.ALPHA));
        measures.add(number("ac1", point, Confusion.AC1));
        measures.add(number("spearman", point, SPEARMAN));
        measures.add(number("kendall", point, KENDALL));
        measures.add(share("reference_accuracy", ceiling.accuracy(), Confusion.VALUES + Confusion.ACCURACY));
        measures.add(share("reference_accuracy_decisive", ceiling.decisive(), Confusion.VALUES + Confusion.DECISIVE));
        measures.add(Measure.of("reference_alpha", referenceAlpha(), Optional.empty()));
        return measures;
    }

    /** Where all agree the bootstrap says nothing, so the share is one of as many independent trials as there are prompts. */
    private Measure share(String name, Proportion share, int value) {
        Optional<Interval> interval = intervals.get(value);
        boolean extreme = share.trials() > 0 && (share.successes() == 0 || share.successes() == share.trials());
        if (interval.isEmpty() && extreme) {
            long clusters = Math.max(1, counts().getOrDefault("prompts", 1L));
            interval =
                    new Proportion(share.successes() == 0 ? 0 : clusters, clusters).interval(new Level(wanted.level()));
        }
        return Measure.share(name, share, interval);
    }

    private Measure number(String name, double[] point, int value) {
        OptionalDouble number = Double.isNaN(point[value]) ? OptionalDouble.empty() : OptionalDouble.of(point[value]);
        return Measure.of(name, number, number.isPresent() ? intervals.get(value) : Optional.empty());
    }

    /** Of all verdicts of the reference, any number a judge and item. */
    private OptionalDouble referenceAlpha() {
        List<double[]> units = new ArrayList<>();
        for (JudgedItem item : items) {
            units.add(
                    item.reference.verdicts().stream().mapToDouble(Said::score).toArray());
        }
        return KrippendorffAlpha.of(units, KrippendorffAlpha.Distance.NOMINAL);
    }
}
