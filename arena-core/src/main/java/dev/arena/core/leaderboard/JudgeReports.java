package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.JudgeRow;
import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How each judge judges, over raw votes, whatever the table itself does with them. */
final class JudgeReports {
    private static final Outcomes OUTCOMES = new Outcomes(TieRule.HALF, BothBadRule.TIE);

    private final VoteSet votes;
    private final Level level;
    private final List<String> names;
    private final int[] nameOfJudge;
    private final Map<String, JudgeTally> tallies = new TreeMap<>();
    private final Matchups matchups;
    private final SelfPreferences own;

    private JudgeReports(VoteSet votes, Level level, Families families) {
        this.votes = votes;
        this.level = level;
        TreeSet<String> sorted = new TreeSet<>();
        votes.judges().stream().filter(JudgeReports::isJudge).forEach(judge -> sorted.add(name(judge)));
        names = List.copyOf(sorted);
        names.forEach(name -> tallies.put(name, new JudgeTally()));
        nameOfJudge = votes.judges().stream()
                .mapToInt(judge -> names.indexOf(name(judge)))
                .toArray();
        matchups = new Matchups(votes);
        own = new SelfPreferences(votes, families, names);
    }

    /** Rules of the arena judge nothing. */
    private static boolean isJudge(JudgeGroup judge) {
        return judge.kind() != JudgeKind.RULE;
    }

    private static String name(JudgeGroup judge) {
        return EvidenceFactory.groupName(judge);
    }

    /**
     * One row for each judge, by name; all people are one judge, which has a row only where some matchup was seen in both orders.
     *
     * @param abstentions by judge and reason
     * @param strengths of contestants by name, in natural units; whoever has none is not there
     */
    static List<JudgeRow> of(
            VoteSet votes,
            Map<JudgeGroup, Map<String, Long>> abstentions,
            Map<String, Double> strengths,
            Level level,
            Families families) {
        boolean onlyPeople = votes.judges().stream().allMatch(judge -> judge.kind() == JudgeKind.HUMAN);
        if (onlyPeople && !anyPair(votes)) {
            return List.of();
        }
        JudgeReports reports = new JudgeReports(votes, level, families);
        reports.readVotes();
        reports.readPairs(strengths);
        reports.readAbstentions(abstentions);
        return reports.rows();
    }

    private static boolean anyPair(VoteSet votes) {
        for (int vote = 0; vote < votes.size(); vote++) {
            if (votes.prompt(vote) != 0 && votes.orderKnown(vote)) {
                return true;
            }
        }
        return false;
    }

    private void readVotes() {
        boolean kin = own.arePossible();
        for (int vote = 0; vote < votes.size(); vote++) {
            int judge = nameOfJudge[votes.judge(vote)];
            if (judge < 0) {
                continue;
            }
            int matchup = matchups.of(vote);
            boolean two = votes.seats(vote).length == 2;
            Verdict verdict = votes.verdicts().get(votes.verdict(vote));
            double score = two ? OUTCOMES.score(verdict).orElse(Double.NaN) : Double.NaN;
            JudgeTally tally = tally(judge);
            tally.vote(matchup, verdict, score, votes.orderKnown(vote), votes.count(vote));
            if (two && !(verdict instanceof Verdict.BothBad)) {
                tally.lengths(matchup, score, votes.length(vote, true), votes.length(vote, false), votes.count(vote));
            }
            if (two && kin) {
                own.add(matchup, vote, judge, score);
            }
        }
    }

    private JudgeTally tally(int judge) {
        return tallies.computeIfAbsent(names.get(judge), name -> new JudgeTally());
    }

    private void readPairs(Map<String, Double> strengths) {
        SwapFold.fold(votes, OUTCOMES, SwapPolicy.TIE, (vote, score, swapped, count) -> {
            int judge = nameOfJudge[votes.judge(vote)];
            if (judge >= 0) {
                tally(judge).pair(score, swapped, gap(vote, strengths), count);
            }
        });
    }

    private OptionalDouble gap(int vote, Map<String, Double> strengths) {
        int[] seats = votes.seats(vote);
        Double one = strengths.get(votes.contestants().get(seats[0]));
        Double other = strengths.get(votes.contestants().get(seats[1]));
        return one == null || other == null ? OptionalDouble.empty() : OptionalDouble.of(one - other);
    }

    private void readAbstentions(Map<JudgeGroup, Map<String, Long>> abstentions) {
        abstentions.forEach((judge, reasons) -> {
            if (isJudge(judge)) {
                JudgeTally tally = tallies.computeIfAbsent(name(judge), name -> new JudgeTally());
                reasons.forEach(tally::abstained);
            }
        });
    }

    private List<JudgeRow> rows() {
        Map<String, Integer> index = new HashMap<>();
        names.forEach(name -> index.put(name, index.size()));
        List<JudgeRow> rows = new ArrayList<>();
        tallies.forEach((name, tally) -> {
            if (!name.equals(EvidenceFactory.PEOPLE) || tally.hasPairs()) {
                Integer judge = index.get(name);
                rows.add(tally.row(name, level, judge == null ? null : selfPreference(judge)));
            }
        });
        return rows;
    }

    private Leaderboard.@Nullable SelfPreference selfPreference(int judge) {
        return names.get(judge).equals(EvidenceFactory.PEOPLE) ? null : own.of(judge, level);
    }
}
