package dev.arena.core.quality;

import dev.arena.core.leaderboard.Outcomes;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Seat;
import dev.arena.ratings.Covariance;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;

/**
 * What the other voters lead one to expect. Voters are dealt into {@link #FOLDS} parts by turns (by id), and what is expected of a voter
 * comes from a fit to the votes of the other parts: with as few voters each part is one voter, and never does a voter's own vote say
 * what is expected of it.
 *
 * <p><b>Model.</b> Bradley-Terry, ties half a win, rankings as pairs, ghost games. The expected score of one contestant against another
 * is known within σ(d ± 2·se(d)).
 */
final class OtherVoters {
    /** So many fits are made. */
    static final int FOLDS = 20;

    private static final double ERRORS = 2;
    private static final Outcomes OUTCOMES = Outcomes.usual();

    private final Map<ContestantId, Integer> contestants = new HashMap<>();
    private final Map<JudgeId, Integer> folds = new HashMap<>();
    private final List<Map<Pair, double[]>> said = new ArrayList<>();
    private final List<Optional<RatingResult>> fits = new ArrayList<>();

    private record Pair(int one, int other) {}

    /** A score that is expected of a contestant in a battle. */
    record Expected(double lowest, double highest) {}

    /** Nothing known yet of some voters. */
    OtherVoters(SortedSet<JudgeId> voters) {
        int parts = Math.max(1, Math.min(FOLDS, voters.size()));
        for (JudgeId voter : voters) {
            folds.put(voter, folds.size() % parts);
        }
        for (int part = 0; part < parts; part++) {
            said.add(new HashMap<>());
        }
    }

    /** Adds a vote; only before {@link #fit}. */
    void add(VoterVote vote) {
        Map<Pair, double[]> part =
                said.get(folds.getOrDefault(vote.cast().vote().judge(), 0));
        List<Seat> seats = vote.seats();
        for (int i = 0; i < seats.size(); i++) {
            for (int j = i + 1; j < seats.size(); j++) {
                OptionalDouble score = OUTCOMES.score(vote.verdict(), i, j);
                if (score.isPresent()) {
                    int one = number(seats.get(i).contestant());
                    int other = number(seats.get(j).contestant());
                    boolean turned = one > other;
                    double[] cell = part.computeIfAbsent(
                            turned ? new Pair(other, one) : new Pair(one, other), pair -> new double[2]);
                    cell[0] += turned ? 1 - score.getAsDouble() : score.getAsDouble();
                    cell[1]++;
                }
            }
        }
    }

    private int number(ContestantId contestant) {
        return contestants.computeIfAbsent(contestant, id -> contestants.size());
    }

    /** Fits the votes of all parts but one, for each part. */
    void fit() {
        for (int out = 0; out < said.size(); out++) {
            EvidenceBuilder evidence = Evidence.builder(contestants.size(), List.of());
            boolean any = false;
            for (int part = 0; part < said.size(); part++) {
                if (part != out) {
                    any |= !said.get(part).isEmpty();
                    said.get(part)
                            .forEach((pair, cell) -> evidence.comparison(pair.one(), pair.other(), cell[0] / cell[1])
                                    .count(Math.round(cell[1])));
                }
            }
            fits.add(any ? Optional.of(rate(evidence.build())) : Optional.empty());
        }
    }

    private static RatingResult rate(Evidence evidence) {
        return BradleyTerry.withDefaults()
                .withRegularisation(Regularisation.ghost())
                .withCovariance(CovarianceKind.MODEL)
                .rate(evidence);
    }

    /**
     * The score that is expected of a position, averaged over the others it is compared with in the verdict.
     *
     * @return empty where others have not voted on one of these contestants
     */
    Optional<Expected> expected(VoterVote vote, int position) {
        int part = folds.getOrDefault(vote.cast().vote().judge(), 0);
        Optional<RatingResult> fit = part < fits.size() ? fits.get(part) : Optional.empty();
        if (fit.isEmpty() || !(fit.get().uncertainty() instanceof Covariance known)) {
            return Optional.empty();
        }
        double lowest = 0;
        double highest = 0;
        int compared = 0;
        int self = contestants.getOrDefault(vote.seats().get(position).contestant(), -1);
        for (int other = 0; other < vote.seats().size(); other++) {
            if (other == position
                    || OUTCOMES.score(vote.verdict(), position, other).isEmpty()) {
                continue;
            }
            int against = contestants.getOrDefault(vote.seats().get(other).contestant(), -1);
            if (self < 0 || against < 0 || !known.covers(self) || !known.covers(against)) {
                return Optional.empty();
            }
            double gap = fit.get().rating(self).strength().orElse(Double.NaN)
                    - fit.get().rating(against).strength().orElse(Double.NaN);
            if (Double.isNaN(gap)) {
                return Optional.empty();
            }
            double error = ERRORS * Math.sqrt(known.differenceVariance(self, against));
            lowest += logistic(gap - error);
            highest += logistic(gap + error);
            compared++;
        }
        return compared == 0 ? Optional.empty() : Optional.of(new Expected(lowest / compared, highest / compared));
    }

    private static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** The score of a position in a verdict, averaged over the others it is compared with. */
    static OptionalDouble score(VoterVote vote, int position) {
        return Arrays.stream(positions(vote))
                .filter(other -> other != position)
                .mapToObj(other -> OUTCOMES.score(vote.verdict(), position, other))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .average();
    }

    private static int[] positions(VoterVote vote) {
        int[] positions = new int[vote.seats().size()];
        Arrays.setAll(positions, i -> i);
        return positions;
    }
}
