package dev.arena.core.agreement;

import dev.arena.ratings.Covariance;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.Level;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.agreement.BoardAgreement;
import dev.arena.ratings.agreement.CyclicTriples;
import dev.arena.ratings.agreement.Proportion;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The two boards that follow from the same items, and the circles in either. */
final class Boards {
    private final PairGames games;
    private final List<JudgedItem> items;
    private final Level level;

    /** Boards over items that both judged. */
    Boards(List<JudgedItem> items, Level level) {
        this.items = items;
        this.level = level;
        games = new PairGames(items);
    }

    /** Separability of both, agreement where both are confident, the Brier score, cyclic triples of both. */
    List<Measure> measures() {
        Function<JudgedItem, List<Said>> ofReference = item -> item.reference.verdicts();
        Function<JudgedItem, List<Said>> ofJudge = item -> item.other.verdicts();
        Optional<List<BoardAgreement.Estimate>> reference = board(ofReference);
        Optional<List<BoardAgreement.Estimate>> judge = board(ofJudge);
        List<Measure> measures = new ArrayList<>();
        if (reference.isPresent() && judge.isPresent()) {
            BoardAgreement boards = new BoardAgreement(judge.get(), reference.get(), level);
            measures.add(plain("separability", boards.judgeSeparability()));
            measures.add(plain("reference_separability", boards.referenceSeparability()));
            measures.add(plain("confident_agreement", boards.agreement()));
            measures.add(plain("brier", boards.brier()));
        }
        addCircles("", circles(ofJudge), measures);
        addCircles("reference_", circles(ofReference), measures);
        return measures;
    }

    private void addCircles(String prefix, CyclicTriples triples, List<Measure> measures) {
        // triples share pairs, so that they are no independent trials
        measures.add(Measure.share(prefix + "cyclic_triples", triples.share(), Optional.empty()));
        measures.add(Measure.share(
                prefix + "cyclic_supported", new Proportion(triples.supported(), triples.triples()), Optional.empty()));
    }

    private static Measure plain(String name, OptionalDouble value) {
        return Measure.of(name, value, Optional.empty());
    }

    /** Strengths with their sandwich over prompts; empty where some contestant has none. */
    private Optional<List<BoardAgreement.Estimate>> board(Function<JudgedItem, List<Said>> side) {
        EvidenceBuilder builder = Evidence.builder(games.contestants().size());
        Map<String, Integer> clusters = new HashMap<>();
        for (JudgedItem item : items) {
            int cluster = clusters.computeIfAbsent(item.key().prompt(), key -> clusters.size());
            for (Said said : side.apply(item)) {
                builder.comparison(
                                games.contestant(item.key().low()),
                                games.contestant(item.key().high()),
                                said.score())
                        .count(said.count())
                        .cluster(cluster);
            }
        }
        RatingResult result = BradleyTerry.withDefaults().rate(builder.build());
        Optional<double[]> strengths = PairGames.strengths(result);
        if (strengths.isEmpty() || !(result.uncertainty() instanceof Covariance covariance)) {
            return Optional.empty();
        }
        List<BoardAgreement.Estimate> board = new ArrayList<>();
        for (int i = 0; i < games.contestants().size(); i++) {
            if (!covariance.covers(i) || !(covariance.variance(i) > 0)) {
                return Optional.empty();
            }
            board.add(new BoardAgreement.Estimate(strengths.get()[i], Math.sqrt(covariance.variance(i))));
        }
        return Optional.of(board);
    }

    /** Circles of mean scores, each item one trial. */
    private CyclicTriples circles(Function<JudgedItem, List<Said>> side) {
        int n = games.contestants().size();
        double[][] trials = new double[n][n];
        double[][] sums = new double[n][n];
        double[][] squares = new double[n][n];
        for (JudgedItem item : items) {
            double mean =
                    side.apply(item).stream().mapToDouble(Said::score).average().orElse(Said.TIE);
            int low = games.contestant(item.key().low());
            int high = games.contestant(item.key().high());
            trials[low][high]++;
            sums[low][high] += mean;
            squares[low][high] += mean * mean;
        }
        double[][] score = new double[n][n];
        double[][] stdError = new double[n][n];
        for (int low = 0; low < n; low++) {
            for (int high = low + 1; high < n; high++) {
                double count = trials[low][high];
                double mean = sums[low][high] / count;
                double variance = Math.max(0, squares[low][high] / count - mean * mean);
                // one trial says nothing about its error, so no edge rests on it
                double error = count < 2 ? Double.POSITIVE_INFINITY : Math.sqrt(variance / (count - 1));
                score[low][high] = count == 0 ? Double.NaN : mean;
                score[high][low] = count == 0 ? Double.NaN : 1 - mean;
                stdError[low][high] = error;
                stdError[high][low] = error;
            }
        }
        return CyclicTriples.of(score, stdError, level);
    }
}
