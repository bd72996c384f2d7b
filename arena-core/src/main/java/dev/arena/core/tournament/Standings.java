package dev.arena.core.tournament;

import dev.arena.core.leaderboard.Outcomes;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.PositionModel;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the judges of a run have said so far, for planning and stopping. Votes count in the order of their battles' keys and judges, so
 * that the same votes give the same numbers in whatever order they came; a later vote of a judge on a battle replaces an earlier one.
 */
final class Standings {
    private final Entries entries;
    private final TreeMap<String, Said> said = new TreeMap<>();

    /** A verdict on contestants in the order shown; no judge where positions mean nothing. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Said(int prompt, int[] shown, String judge, Verdict verdict) {}

    private Standings(Entries entries) {
        this.entries = entries;
    }

    /** Before the first verdict. */
    static Standings none(Entries entries) {
        return new Standings(entries);
    }

    /** Adds a vote; an abstention says nothing, but takes the place of the judge's earlier vote. */
    void add(PlannedBattle battle, String judge, JudgeKind kind, Verdict verdict) {
        int[] shown = battle.seats().stream()
                .map(Seat::contestant)
                .mapToInt(entries::place)
                .toArray();
        String place = battle.key() + " " + kind.word() + " " + judge;
        String position = kind == JudgeKind.RULE ? "" : judge;
        said.put(place, new Said(entries.place(battle.prompt()), shown, position, verdict));
    }

    /** How many votes decide. */
    long deciding() {
        return said.values().stream().filter(vote -> vote.verdict().decides()).count();
    }

    /** Strengths for planning: finite for everybody, pulled together by one game against a virtual contestant; no votes, no strengths. */
    Optional<RatingResult> planning() {
        if (deciding() == 0) {
            return Optional.empty();
        }
        return Optional.of(BradleyTerry.withDefaults()
                .withRegularisation(Regularisation.ghost())
                .withCovariance(CovarianceKind.MODEL)
                .rate(evidence()));
    }

    /** Ratings as the table of the run has them by default: a position effect for each judge, errors robust by matchup. */
    RatingResult published() {
        return BradleyTerry.withDefaults().withPosition(PositionModel.PER_JUDGE).rate(evidence());
    }

    private Evidence evidence() {
        TreeSet<String> judges = new TreeSet<>();
        said.values().stream().map(Said::judge).filter(name -> !name.isEmpty()).forEach(judges::add);
        List<String> groups = List.copyOf(judges);
        EvidenceBuilder builder = Evidence.builder(entries.contestants().size(), groups);
        Map<List<Integer>, Integer> clusters = new HashMap<>();
        for (Said vote : said.values()) {
            if (add(builder, vote)) {
                builder.cluster(clusters.computeIfAbsent(matchup(vote), key -> clusters.size()));
                if (!vote.judge().isEmpty()) {
                    builder.judge(groups.indexOf(vote.judge()));
                }
            }
        }
        return builder.build();
    }

    private static boolean add(EvidenceBuilder builder, Said vote) {
        int[] shown = vote.shown();
        if (shown.length == 2) {
            Optional<Double> score = Outcomes.usual().score(vote.verdict());
            score.ifPresent(value -> builder.comparison(shown[0], shown[1], value));
            return score.isPresent();
        }
        Optional<List<Integer>> ranks = Outcomes.usual().ranks(vote.verdict(), shown.length);
        ranks.ifPresent(list ->
                builder.ranking(shown, list.stream().mapToInt(Integer::intValue).toArray()));
        return ranks.isPresent();
    }

    private static List<Integer> matchup(Said vote) {
        List<Integer> key = new ArrayList<>();
        Arrays.stream(vote.shown()).sorted().forEach(key::add);
        key.add(vote.prompt());
        return key;
    }
}
