package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.leaderboard.VoteSet.Row;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Hands folded games to the ratings as columns: contestants by dense index, all people in one judge group, clusters as asked. */
final class EvidenceFactory {
    /** The judge group that all people share. */
    static final String PEOPLE = "people";

    private final VoteSet votes;
    private final ClusterBy clusterBy;
    private final Map<Object, Integer> clusters = new HashMap<>();
    private final List<String> groups;
    private final int[] groupOfJudge;

    private EvidenceFactory(VoteSet votes, ClusterBy clusterBy) {
        this.votes = votes;
        this.clusterBy = clusterBy;
        TreeSet<String> names = new TreeSet<>();
        votes.judges().forEach(judge -> names.add(groupName(judge)));
        groups = List.copyOf(names);
        groupOfJudge = votes.judges().stream()
                .mapToInt(judge -> groups.indexOf(groupName(judge)))
                .toArray();
    }

    static Evidence evidence(VoteSet votes, List<Game> games, ClusterBy clusterBy) {
        return new EvidenceFactory(votes, clusterBy).build(games);
    }

    private Evidence build(List<Game> games) {
        EvidenceBuilder builder = Evidence.builder(votes.contestants().size(), groups);
        for (Game game : games) {
            Row row = game.row();
            if (row.seats().length == 2) {
                builder.comparison(row.seats()[0], row.seats()[1], game.score());
                describe(builder, game);
            } else {
                addRanking(builder, game);
            }
        }
        return builder.build();
    }

    private void addRanking(EvidenceBuilder builder, Game game) {
        Row row = game.row();
        if (row.verdict() instanceof Verdict.Ranking ranking && Outcomes.bestOnly(ranking)) {
            addBestOnly(builder, game, ranking.ranks().indexOf(1));
            return;
        }
        int[] ranks = new int[row.seats().length];
        if (row.verdict() instanceof Verdict.Ranking ranking) {
            Arrays.setAll(ranks, seat -> ranking.ranks().get(seat));
        } else {
            Arrays.fill(ranks, 1);
        }
        builder.ranking(row.seats(), ranks);
        describe(builder, game);
    }

    private void addBestOnly(EvidenceBuilder builder, Game game, int best) {
        int shared = cluster(game);
        int cluster = shared == Evidence.OWN_CLUSTER ? clusterOf(game) : shared;
        for (int seat = 0; seat < game.row().seats().length; seat++) {
            if (seat != best) {
                builder.comparison(game.row().seats()[best], game.row().seats()[seat], 1)
                        .count(game.count())
                        .weight(game.weight())
                        .cluster(cluster);
            }
        }
    }

    private void describe(EvidenceBuilder builder, Game game) {
        builder.count(game.count()).weight(game.weight()).cluster(cluster(game));
        if (game.positionKnown()) {
            builder.judge(groupOfJudge[game.row().judge()]);
        }
    }

    private int cluster(Game game) {
        Row row = game.row();
        if (clusterBy == ClusterBy.JUDGE) {
            return clusterOf(row.judge());
        }
        String prompt = row.prompt();
        if (prompt == null || clusterBy == ClusterBy.NONE) {
            return Evidence.OWN_CLUSTER;
        }
        if (clusterBy == ClusterBy.PROMPT) {
            return clusterOf(prompt);
        }
        int[] set = row.seats().clone();
        Arrays.sort(set);
        return clusterOf(prompt + '\u0000' + row.turn() + '\u0000' + Arrays.toString(set));
    }

    private int clusterOf(Object key) {
        return clusters.computeIfAbsent(key, unused -> clusters.size());
    }

    private static String groupName(JudgeGroup judge) {
        return judge.kind() == JudgeKind.HUMAN ? PEOPLE : judge.name();
    }
}
