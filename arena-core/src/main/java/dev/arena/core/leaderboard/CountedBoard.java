package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.NoUncertainty;
import dev.arena.ratings.RatingMethod;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The default board for a database made of {@link BoardCounts}: the same bytes as {@link LeaderboardFactory} makes of all votes, since
 * the counts are whole numbers and everything after them is the same code.
 */
final class CountedBoard {
    private static final LeaderboardRequest DEFAULT = LeaderboardRequest.forDatabase();

    private final BoardCounts counts;
    private final List<String> contestants;
    private final int[] contestantOf;
    private final int[] judgeOf;

    private CountedBoard(BoardCounts counts, RatingSource source) {
        this.counts = counts;
        TreeSet<String> names = new TreeSet<>(source.contestants());
        Names known = counts.table().contestants;
        for (int code = 1; code <= known.size(); code++) {
            names.add(known.name(code));
        }
        contestants = List.copyOf(names);
        Map<String, Integer> index = new HashMap<>();
        contestants.forEach(name -> index.put(name, index.size()));
        contestantOf = new int[known.size() + 1];
        Arrays.setAll(contestantOf, code -> code == 0 ? -1 : index.getOrDefault(known.name(code), -1));
        List<String> rated = counts.ratedGroups();
        judgeOf = counts.groupNames().stream().mapToInt(rated::indexOf).toArray();
    }

    /** Whether the counts are those of such a table: the default one, on any scale and at any level. */
    static boolean isFor(LeaderboardRequest request) {
        LeaderboardRequest.Inference inference = request.inference();
        boolean interval = inference.ci() == CiMethod.AUTO
                || inference.ci() == CiMethod.SANDWICH
                || inference.ci() == CiMethod.NONE;
        return request.fitting().equals(DEFAULT.fitting())
                && request.filter().equals(DEFAULT.filter())
                && request.jury().equals(DEFAULT.jury())
                && !request.display().judges()
                && interval
                && inference.cluster() == ClusterBy.MATCHUP
                && inference.bootstrapKind() == BootstrapKind.MULTINOMIAL;
    }

    /** The table; empty where the counts do not hold all that it needs: soft verdicts, rankings of three or more, decisions on voters, a
     * bootstrap. */
    static Optional<Leaderboard> leaderboard(BoardCounts counts, LeaderboardRequest request, RatingSource source) {
        return counts.areWhole() && counts.table().decided() == VoteTable.Decided.NOTHING && isFor(request)
                ? new CountedBoard(counts, source).leaderboard(request, source)
                : Optional.empty();
    }

    private Optional<Leaderboard> leaderboard(LeaderboardRequest request, RatingSource source) {
        RatingMethod method = MethodFactory.method(request);
        Evidence evidence = evidence();
        RatingResult raw = method.rate(evidence);
        if (raw.uncertainty() instanceof NoUncertainty none && none.forBootstrap()) {
            return Optional.empty();
        }
        RatingResult result = LeaderboardFactory.withInterval(method, raw, evidence, request);
        RatingScale scale = LeaderboardFactory.scale(request, contestants, result);
        Map<String, Long> excluded = new TreeMap<>(counts.excluded());
        excluded.putIfAbsent(Exclusion.INVALID.word(), 0L);
        return Optional.of(new Snapshot(new Snapshot.Named(contestants, tally()), result, scale, request)
                .leaderboard(new Snapshot.Surroundings(
                        "",
                        excluded,
                        0,
                        new Leaderboard.Provenance(
                                source.name(),
                                source.revision(),
                                counts.sha256(),
                                counts.simulated(),
                                source.version())))
                .withJury(null, List.of()));
    }

    private Evidence evidence() {
        EvidenceBuilder builder = Evidence.builder(contestants.size(), counts.ratedGroups());
        int[] rowOf = new int[counts.size()];
        Arrays.fill(rowOf, -1);
        int rows = 0;
        for (int number = 0; number < counts.size(); number++) {
            if (counts.together(number) > 0) {
                add(builder, number, counts.together(number));
                rowOf[number] = rows++;
            }
        }
        for (int number = 0; number < counts.size(); number++) {
            if (counts.alone(number) > 0) {
                add(builder, number, counts.alone(number));
            }
        }
        return builder.sharedClusters(counts.clusters().shared(rowOf, contestantOf, judgeOf))
                .build();
    }

    private void add(EvidenceBuilder builder, int number, long count) {
        ClusterCounts.Thing thing = counts.thing(number);
        builder.comparison(contestantOf[thing.first()], contestantOf[thing.second()], thing.score())
                .count(count);
        if (thing.judge() != ClusterCounts.POSITION_UNKNOWN) {
            builder.judge(judgeOf[thing.judge()]);
        }
    }

    private Tally tally() {
        Tally tally = Tally.none(contestants.size());
        for (int number = 0; number < counts.size(); number++) {
            ClusterCounts.Thing thing = counts.thing(number);
            int[] seats = {contestantOf[thing.first()], contestantOf[thing.second()]};
            tally.add(seats, counts.verdict(number), counts.together(number) + counts.alone(number));
        }
        return tally;
    }
}
