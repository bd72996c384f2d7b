package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Disagreement.Said;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The matchups on which judges disagree, those on which they disagree most first: what people should look at. */
public final class Disagreements {
    private static final double BIT = Math.log(2);

    private Disagreements() {}

    /**
     * Matchups on which at least two judges voted and not every verdict has the same outcome, by entropy, prompt and contestants.
     *
     * @param jury whose members are asked
     */
    public static List<Disagreement> of(Selection votes, Jury jury) {
        Map<Place, List<Integer>> places = new LinkedHashMap<>();
        VoteTable table = votes.table();
        for (int k = 0; k < votes.size(); k++) {
            int row = votes.row(k);
            if (JuryBattles.isMember(table.kind(row), jury) && table.prompt(row) != 0) {
                places.computeIfAbsent(
                                new Place(table.prompt(row), table.turn(row), sorted(table, row)),
                                place -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Disagreement> found = new ArrayList<>();
        places.forEach((place, rows) -> {
            Disagreement disagreement = disagreement(table, rows, place.models());
            if (disagreement.judges() > 1 && disagreement.shares().size() > 1) {
                found.add(disagreement);
            }
        });
        found.sort(Comparator.comparingDouble(Disagreement::entropy)
                .reversed()
                .thenComparing(one -> String.valueOf(one.prompt()))
                .thenComparing(Disagreement::turn)
                .thenComparing(one -> String.join("\n", one.models())));
        return found;
    }

    private record Place(int prompt, int turn, List<String> models) {}

    private static List<String> shown(VoteTable table, int row) {
        return IntStream.of(table.lineups.seats(table.lineupOf(row)))
                .mapToObj(table.contestants::name)
                .toList();
    }

    private static List<String> sorted(VoteTable table, int row) {
        return shown(table, row).stream().sorted().toList();
    }

    private static Disagreement disagreement(VoteTable table, List<Integer> rows, List<String> models) {
        List<Said> verdicts = new ArrayList<>();
        for (int row : rows) {
            RatedVote vote = table.vote(row);
            String judge = vote.context().judge() == null
                    ? VoteSet.UNNAMED
                    : vote.context().judge();
            verdicts.add(new Said(
                    judge, vote.models(), words(vote.verdict()), outcome(vote.verdict(), vote.models()), vote.count()));
        }
        verdicts.sort(Comparator.comparing(Said::judge).thenComparing(said -> String.join("\n", said.shown())));
        Map<String, Double> shares = shares(verdicts);
        double entropy = 0;
        for (double share : shares.values()) {
            entropy -= share * Math.log(share) / BIT;
        }
        RatedVote.Context any = table.vote(rows.get(0)).context();
        long judges = verdicts.stream().map(Said::judge).distinct().count();
        return new Disagreement(
                any.prompt(), any.turn(), any.category(), models, entropy, (int) judges, shares, verdicts);
    }

    private static Map<String, Double> shares(List<Said> verdicts) {
        Map<String, Map<String, Long>> byJudge = new TreeMap<>();
        for (Said said : verdicts) {
            byJudge.computeIfAbsent(said.judge(), judge -> new TreeMap<>())
                    .merge(said.outcome(), said.count(), Long::sum);
        }
        Map<String, Double> shares = new TreeMap<>();
        byJudge.values().forEach(outcomes -> {
            double all = outcomes.values().stream().mapToLong(Long::longValue).sum();
            outcomes.forEach((outcome, count) -> shares.merge(outcome, count / all / byJudge.size(), Double::sum));
        });
        return shares;
    }

    private static String words(Verdict verdict) {
        if (verdict instanceof Verdict.Preference preference) {
            return Double.toString(preference.first());
        }
        if (verdict instanceof Verdict.Ranking ranking) {
            return ranking.ranks().size() == 2
                    ? word(
                            Outcomes.score(
                                    ranking.ranks().get(0), ranking.ranks().get(1)),
                            "first",
                            "second")
                    : ranking.ranks().toString();
        }
        return "both_bad";
    }

    private static String word(double score, String first, String second) {
        return score == 0.5 ? "tie" : score > 0.5 ? first : second;
    }

    private static String outcome(Verdict verdict, List<String> models) {
        if (verdict instanceof Verdict.BothBad) {
            return "both_bad";
        }
        return models.size() == 2
                ? word(JuryVerdicts.score(verdict), models.get(0), models.get(1))
                : order((Verdict.Ranking) verdict, models);
    }

    /** {@code a > b = c}; those that were not ranked are not named. */
    private static String order(Verdict.Ranking ranking, List<String> models) {
        List<Integer> seats = IntStream.range(0, models.size())
                .filter(seat -> ranking.ranks().get(seat) > 0)
                .boxed()
                .sorted(Comparator.comparing((Integer seat) -> ranking.ranks().get(seat))
                        .thenComparing(models::get))
                .toList();
        StringBuilder text = new StringBuilder();
        int before = 0;
        for (int seat : seats) {
            int rank = ranking.ranks().get(seat);
            text.append(before == 0 ? "" : rank == before ? " = " : " > ").append(models.get(seat));
            before = rank;
        }
        return text.toString();
    }
}
