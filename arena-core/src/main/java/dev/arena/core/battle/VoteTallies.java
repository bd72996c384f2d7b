package dev.arena.core.battle;

import dev.arena.core.leaderboard.Outcomes;
import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How often contestants met, and who won, added up vote by vote; rankings count as their pairs, ties as half a win. A vote that was
 * taken back still counts: it was a battle, and it moves nothing but plans. Not safe for use by many threads.
 */
final class VoteTallies {
    private static final Outcomes OUTCOMES = Outcomes.usual();

    private final Map<ContestantId, Integer> numbers = new HashMap<>();
    private long[] battles = new long[8];
    private long[][] meetings = new long[8][8];
    private long[][] judged = new long[8][8];
    private double[][] wins = new double[8][8];

    /** Adds a vote; abstentions, gold and repeats add nothing. */
    void add(CastVote cast) {
        Verdict verdict = cast.vote().verdict();
        Battle battle = cast.battle();
        int k = battle.seats().size();
        long count = cast.vote().draft().count();
        if (battle.draft().origin().isPlanted() || !verdict.decides()) {
            return;
        }
        int[] seats = battle.seats().stream()
                .map(Seat::contestant)
                .mapToInt(this::number)
                .toArray();
        for (int i = 0; i < k; i++) {
            battles[seats[i]] += count;
            for (int j = i + 1; j < k; j++) {
                meetings[seats[i]][seats[j]] += count;
                meetings[seats[j]][seats[i]] += count;
                OptionalDouble score = OUTCOMES.score(verdict, i, j);
                if (score.isPresent()) {
                    addScore(seats[i], seats[j], count, score.getAsDouble());
                }
            }
        }
    }

    private void addScore(int one, int other, long count, double score) {
        judged[one][other] += count;
        judged[other][one] += count;
        wins[one][other] += count * score;
        wins[other][one] += count * (1 - score);
    }

    private int number(ContestantId contestant) {
        int number = numbers.computeIfAbsent(contestant, unused -> numbers.size());
        if (number >= battles.length) {
            int size = 2 * battles.length;
            battles = Arrays.copyOf(battles, size);
            meetings = Arrays.copyOf(meetings, size);
            judged = Arrays.copyOf(judged, size);
            wins = Arrays.copyOf(wins, size);
            for (int i = 0; i < size; i++) {
                meetings[i] = i < number ? Arrays.copyOf(meetings[i], size) : new long[size];
                judged[i] = i < number ? Arrays.copyOf(judged[i], size) : new long[size];
                wins[i] = i < number ? Arrays.copyOf(wins[i], size) : new double[size];
            }
        }
        return number;
    }

    /** What is known of some contestants, with a new fit. */
    MatchmakerStanding standing(List<ContestantId> contestants) {
        int n = contestants.size();
        int[] at = contestants.stream()
                .mapToInt(contestant -> numbers.getOrDefault(contestant, -1))
                .toArray();
        long[] ofEach = new long[n];
        long[][] ofPairs = new long[n][n];
        long total = 0;
        EvidenceBuilder evidence = Evidence.builder(n, List.of());
        for (int i = 0; i < n; i++) {
            ofEach[i] = at[i] < 0 ? 0 : battles[at[i]];
            for (int j = 0; j < i; j++) {
                long met = at[i] < 0 || at[j] < 0 ? 0 : meetings[at[i]][at[j]];
                ofPairs[i][j] = met;
                ofPairs[j][i] = met;
                total += met;
                long said = met == 0 ? 0 : judged[at[i]][at[j]];
                if (said > 0) {
                    evidence.comparison(i, j, wins[at[i]][at[j]] / said).count(said);
                }
            }
        }
        MatchmakerStanding.Meetings known = new MatchmakerStanding.Meetings(ofEach, ofPairs, total);
        return MatchmakerStanding.of(
                contestants, known, total == 0 ? Optional.empty() : Optional.of(fit(evidence.build())));
    }

    private static RatingResult fit(Evidence evidence) {
        return BradleyTerry.withDefaults()
                .withRegularisation(Regularisation.ghost())
                .withCovariance(CovarianceKind.MODEL)
                .rate(evidence);
    }
}
