package dev.arena.core.board;

import dev.arena.core.agreement.AgreementReport;
import dev.arena.core.agreement.AgreementRequest;
import dev.arena.core.agreement.AgreementService;
import dev.arena.core.agreement.JudgeSelector;
import dev.arena.core.agreement.Measure;
import dev.arena.core.board.AgreementView.JudgeName;
import dev.arena.core.board.AgreementView.Pair;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Compares every two judges of some votes; people are one of them. */
final class Agreements {
    static final String PEOPLE = "people";
    static final int RESAMPLES = 200;

    private static final int MOST_JUDGES = 12;
    private static final long SEED = 42;

    private final VotePool pool;
    private final Selection votes;
    private final double level;

    Agreements(VotePool pool, LeaderboardRequest request) {
        this.pool = pool;
        this.votes = pool.select(request.filter());
        this.level = request.inference().level();
    }

    /** All comparisons. */
    AgreementView view() {
        List<JudgeName> judges = judges();
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < judges.size(); one++) {
            if (judges.get(one).name().equals(PEOPLE)) {
                pairs.add(pair(PEOPLE, PEOPLE));
            }
            for (int other = 0; other < one; other++) {
                pairs.add(pair(judges.get(one).name(), judges.get(other).name()));
            }
        }
        return new AgreementView(
                pool.source().revision(),
                false,
                level,
                RESAMPLES,
                judges,
                pairs,
                pairs.isEmpty() ? "Fewer than two judges have voted." : null);
    }

    private List<JudgeName> judges() {
        Map<String, JudgeName> byName = new TreeMap<>();
        votes.forEach(vote -> {
            JudgeKind kind = vote.context().judgeKind();
            String own = vote.context().judge();
            if (kind != JudgeKind.RULE && (own != null || kind == JudgeKind.HUMAN)) {
                String name = kind == JudgeKind.HUMAN ? PEOPLE : String.valueOf(own);
                byName.merge(
                        name,
                        new JudgeName(name, kind.word(), vote.count()),
                        (a, b) -> new JudgeName(name, a.kind(), a.votes() + b.votes()));
            }
        });
        return byName.values().stream()
                .sorted(Comparator.comparing((JudgeName judge) -> !judge.name().equals(PEOPLE))
                        .thenComparing(
                                Comparator.comparingLong(JudgeName::votes).reversed())
                        .thenComparing(JudgeName::name))
                .limit(MOST_JUDGES)
                .toList();
    }

    private Pair pair(String judge, String reference) {
        AgreementService.Side side = new AgreementService.Side(pool.source().name(), votes, pool.source());
        AgreementRequest request = new AgreementRequest(
                List.of(selector(reference)),
                List.of(selector(judge)),
                AgreementRequest.By.NOTHING,
                SwapPolicy.RAW,
                new AgreementRequest.Intervals(level, RESAMPLES, SEED));
        try {
            AgreementReport.Row row =
                    AgreementService.report(side, side, request).rows().get(0);
            long comparisons = row.counts().getOrDefault("comparisons", 0L);
            return new Pair(
                    judge,
                    reference,
                    row.counts().getOrDefault("items", 0L),
                    comparisons,
                    number(row, "accuracy"),
                    number(row, "accuracy_decisive"),
                    number(row, "kappa"),
                    number(row, "alpha"),
                    number(row, "spearman"),
                    comparisons == 0 ? "Nobody but the same judge voted on the same matchup." : null);
        } catch (UsageException e) {
            AgreementView.Measured none = new AgreementView.Measured(null, null, null);
            return new Pair(judge, reference, 0, 0, none, none, none, none, none, "No matchup was judged by both.");
        }
    }

    private static JudgeSelector selector(String name) {
        return name.equals(PEOPLE) ? JudgeSelector.people() : JudgeSelector.named(name);
    }

    private static AgreementView.Measured number(AgreementReport.Row row, String name) {
        Measure measure = row.measure(name);
        return new AgreementView.Measured(measure.estimate(), measure.lower(), measure.upper());
    }
}
