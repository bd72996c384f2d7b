package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.agreement.PairedScores;
import dev.arena.ratings.agreement.PredictionPowered;
import dev.arena.ratings.registry.RatingMethods;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bradley-Terry tables of people's verdicts, sharpened by a judge's (prediction-powered inference).
 *
 * <p>A matchup (prompt, turn, two contestants) is one trial: votes of several people on it are their mean, and so are both orders of a
 * judge, which takes a judge's liking for a position out. Votes without a prompt are a trial each.
 */
public final class PpiBoards {
    private static final String METHOD = "bradley-terry";

    private PpiBoards() {}

    /**
     * One table.
     *
     * @param split what the table is one part of, or empty
     * @throws UsageException if the request asks for what such a table cannot give, or there are no votes of one of the sides
     */
    public static Leaderboard board(
            Selection selection, PpiRequest ppi, LeaderboardRequest asked, RatingSource source, String split) {
        requirePlain(asked);
        LeaderboardRequest request = asked.with(withoutPosition(asked.fitting()));
        VoteTable table = selection.table();
        Selection used = selection.where(
                row -> isHuman(table, row, ppi) || isJudge(table, row, ppi), Exclusion.NEITHER_SIDE.word());
        VoteSet votes = new VoteSet(used, source.contestants());
        Outcomes outcomes =
                new Outcomes(request.fitting().ties(), request.fitting().bothBad());
        PairedScores scores = new Matchups(used, votes, outcomes, ppi).scores();
        requireBoth(scores, ppi);
        PredictionPowered method = ppi.byPair() ? PredictionPowered.byPair() : PredictionPowered.pooled();
        PredictionPowered.Answer answer = method.rate(scores);
        RatingResult result = answer.results().isEmpty()
                ? peopleAlone(
                        used.where(row -> isHuman(table, row, ppi), Exclusion.JUDGE_UNUSED.word()),
                        request,
                        votes,
                        answer.reason())
                : answer.results().get(0);
        Map<String, String> settings = new LinkedHashMap<>(result.settings());
        settings.put("ppi", ppi.words());
        return new Snapshot(
                        Snapshot.Named.of(votes),
                        result.withSettings(settings),
                        LeaderboardFactory.scale(request, votes, result),
                        request)
                .leaderboard(new Snapshot.Surroundings(
                        split,
                        used.excluded(),
                        0,
                        new Leaderboard.Provenance(
                                source.name(),
                                source.revision(),
                                VoteDigest.sha256(used),
                                used.simulated(),
                                source.version())));
    }

    private static LeaderboardRequest.Fitting withoutPosition(LeaderboardRequest.Fitting fitting) {
        return new LeaderboardRequest.Fitting(
                fitting.method(),
                fitting.ties(),
                fitting.bothBad(),
                fitting.swap(),
                PositionChoice.OFF,
                fitting.regularise(),
                fitting.k(),
                fitting.order(),
                fitting.pairWeights(),
                fitting.style());
    }

    private static void requirePlain(LeaderboardRequest request) {
        LeaderboardRequest.Fitting fitting = request.fitting();
        CiMethod ci = request.inference().ci();
        String flag = "";
        if (!RatingMethods.canonicalName(fitting.method()).equals(METHOD)) {
            flag = "--method " + fitting.method();
        } else if (fitting.style() != StyleChoice.OFF) {
            flag = "--style";
        } else if (!fitting.regularise().equals("none")) {
            flag = "--regularise";
        } else if (!fitting.pairWeights().equals("none")) {
            flag = "--pair-weights";
        } else if (fitting.swap() != SwapPolicy.RAW) {
            flag = "--swap " + fitting.swap().word();
        } else if (ci != CiMethod.AUTO && ci != CiMethod.SANDWICH) {
            flag = "--ci other than auto and sandwich";
        }
        if (!flag.isEmpty()) {
            throw new UsageException(
                    "--ppi goes with --method bradley-terry and its defaults only; leave out: " + flag + ".");
        }
    }

    private static void requireBoth(PairedScores scores, PpiRequest ppi) {
        if (scores.humanMatchups() == 0) {
            throw new UsageException("--ppi: there is no vote of people (" + ppi.words()
                    + "). --ppi-human says whose votes the ratings are of.");
        }
        if (scores.sharedMatchups() + scores.judgeMatchups() == 0) {
            throw new UsageException("--ppi: there is no vote of the judge (" + ppi.words()
                    + "). Name a judge, all, or a kind such as llm.");
        }
    }

    private static boolean isHuman(VoteTable table, int row, PpiRequest ppi) {
        return !isJudge(table, row, ppi) && ppi.human().are(judge(table, row), table.kind(row));
    }

    private static boolean isJudge(VoteTable table, int row, PpiRequest ppi) {
        return ppi.judge().are(judge(table, row), table.kind(row));
    }

    private static @Nullable String judge(VoteTable table, int row) {
        return table.judge(row) == 0 ? null : table.judges().name(table.judge(row));
    }

    private static RatingResult peopleAlone(Selection people, LeaderboardRequest request, VoteSet all, String reason) {
        VoteSet votes = new VoteSet(people, all.contestants());
        Outcomes outcomes =
                new Outcomes(request.fitting().ties(), request.fitting().bothBad());
        SwapFold.Folded folded =
                SwapFold.fold(votes, outcomes, request.fitting().swap());
        RatingResult result = LeaderboardFactory.rate(
                EvidenceFactory.evidence(
                        votes, folded.games(), request.inference().cluster(), false, List.of()),
                request);
        return result.withWarnings(List.of(
                RatingWarning.of(WarningCode.PPI_HUMAN_ONLY, RatingPhrase.PPI_PEOPLE_ALONE.say("why", reason))));
    }

    /** Votes gathered by matchup. */
    private static final class Matchups {
        private static final int HUMAN = 0;
        private static final int JUDGE = 2;

        private final Selection used;
        private final VoteSet votes;
        private final Outcomes outcomes;
        private final PpiRequest ppi;
        /** Sum and number of the scores of the lower contestant, of people and of the judge. */
        private final Map<Key, double[]> sums = new LinkedHashMap<>();

        private record Key(int prompt, int turn, int low, int high) {}

        Matchups(Selection used, VoteSet votes, Outcomes outcomes, PpiRequest ppi) {
            this.used = used;
            this.votes = votes;
            this.outcomes = outcomes;
            this.ppi = ppi;
        }

        PairedScores scores() {
            PairedScores scores = new PairedScores(votes.contestants().size());
            for (int vote = 0; vote < votes.size(); vote++) {
                add(vote, scores);
            }
            sums.forEach((key, sum) -> add(key, sum, scores));
            return scores;
        }

        private void add(int vote, PairedScores scores) {
            int[] seats = votes.seats(vote);
            if (seats.length != 2) {
                throw new UsageException("--ppi rates battles of two; some votes rank more. Leave those out.");
            }
            double score =
                    outcomes.score(votes.verdicts().get(votes.verdict(vote))).orElse(Double.NaN);
            if (Double.isNaN(score)) {
                return;
            }
            boolean human = isHuman(used.table(), used.row(vote), ppi);
            double ofLow = seats[0] < seats[1] ? score : 1 - score;
            Key key = new Key(
                    votes.prompt(vote), votes.turn(vote), Math.min(seats[0], seats[1]), Math.max(seats[0], seats[1]));
            if (key.prompt() == 0) {
                for (long k = 0; k < votes.count(vote); k++) {
                    if (human) {
                        scores.human(key.low(), key.high(), ofLow);
                    } else {
                        scores.judge(key.low(), key.high(), ofLow);
                    }
                }
                return;
            }
            double[] sum = sums.computeIfAbsent(key, any -> new double[4]);
            int side = human ? HUMAN : JUDGE;
            sum[side] += ofLow * votes.count(vote);
            sum[side + 1] += votes.count(vote);
        }

        private static void add(Key key, double[] sum, PairedScores scores) {
            boolean human = sum[HUMAN + 1] > 0;
            boolean judge = sum[JUDGE + 1] > 0;
            if (human && judge) {
                scores.both(key.low(), key.high(), sum[HUMAN] / sum[HUMAN + 1], sum[JUDGE] / sum[JUDGE + 1]);
            } else if (human) {
                scores.human(key.low(), key.high(), sum[HUMAN] / sum[HUMAN + 1]);
            } else if (judge) {
                scores.judge(key.low(), key.high(), sum[JUDGE] / sum[JUDGE + 1]);
            }
        }
    }
}
