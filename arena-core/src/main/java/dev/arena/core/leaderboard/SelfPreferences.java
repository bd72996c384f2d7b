package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.SelfPreference;
import dev.arena.ratings.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much more a judge gives to its own than the other judges do on the same matchups: over matchups of which exactly one contestant is
 * the judge itself or of its family, the mean of its score for that one minus the mean of the other judges' scores. Each matchup counts
 * once, however often it was judged; a judge's score on it is the mean over orders and repeats.
 */
final class SelfPreferences {
    private final VoteSet votes;
    private final Families families;
    private final List<String> judges;
    /** By matchup, then judge: the sum of the scores of the contestant with the lower number, and how many there are. */
    private final Map<Integer, double[][]> scores = new HashMap<>();

    private final Map<Integer, int[]> seats = new HashMap<>();

    /**
     * Reads nothing yet.
     *
     * @param judges names of the judges that can be asked about
     */
    SelfPreferences(VoteSet votes, Families families, List<String> judges) {
        this.votes = votes;
        this.families = families;
        this.judges = List.copyOf(judges);
    }

    /** Whether any judge is of one kin with a contestant. */
    boolean arePossible() {
        return judges.stream()
                .anyMatch(judge -> votes.contestants().stream().anyMatch(name -> families.isOwn(judge, name)));
    }

    /** A vote on two responses. */
    void add(int matchup, int vote, int judge, double score) {
        if (matchup == Matchups.ALONE) {
            return;
        }
        int[] shown = votes.seats(vote);
        boolean lowerFirst = shown[0] < shown[1];
        seats.computeIfAbsent(matchup, key -> lowerFirst ? shown.clone() : new int[] {shown[1], shown[0]});
        double[] sums = scores.computeIfAbsent(matchup, key -> new double[judges.size()][2])[judge];
        sums[0] += votes.count(vote) * (lowerFirst ? score : 1 - score);
        sums[1] += votes.count(vote);
    }

    /** What came of it for a judge; null where it never met its own beside other judges. */
    @Nullable
    SelfPreference of(int judge, Level level) {
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (int matchup : scores.keySet().stream().sorted().toList()) {
            double excess = excess(judge, matchup);
            if (!Double.isNaN(excess)) {
                sum += excess;
                squares += excess * excess;
                n++;
            }
        }
        if (n == 0) {
            return null;
        }
        double mean = sum / n;
        String family = families.family(judges.get(judge)).orElse("");
        if (n == 1) {
            return new SelfPreference(family, n, mean, null, null);
        }
        double error = Math.sqrt(Math.max(0, squares - n * mean * mean) / (n - 1) / n);
        return new SelfPreference(family, n, mean, mean - level.z() * error, mean + level.z() * error);
    }

    private double excess(int judge, int matchup) {
        int[] shown = seats.getOrDefault(matchup, new int[0]);
        double[][] sums = scores.getOrDefault(matchup, new double[0][]);
        boolean lower = isOwn(judge, shown[0]);
        if (sums[judge][1] == 0 || lower == isOwn(judge, shown[1])) {
            return Double.NaN;
        }
        double others = 0;
        int met = 0;
        for (int other = 0; other < sums.length; other++) {
            if (other != judge && sums[other][1] > 0) {
                others += sums[other][0] / sums[other][1];
                met++;
            }
        }
        double excess = sums[judge][0] / sums[judge][1] - others / met;
        return met == 0 ? Double.NaN : lower ? excess : -excess;
    }

    private boolean isOwn(int judge, int contestant) {
        return families.isOwn(judges.get(judge), votes.contestants().get(contestant));
    }
}
