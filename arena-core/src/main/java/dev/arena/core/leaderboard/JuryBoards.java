package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.JuryMember;
import dev.arena.core.leaderboard.Leaderboard.JuryRow;
import dev.arena.core.model.JudgeKind;
import java.util.ArrayList;
import java.util.List;

/** The table of a jury, and the table of each of its members beside it. */
public final class JuryBoards {
    private JuryBoards() {}

    /**
     * The tables that a request asks for: one, or a jury's and then one for each member, by name, over its own votes and those of the
     * arena's rules.
     *
     * @param request with the filter of this part
     * @param split what the tables are one part of, or empty
     * @throws dev.arena.core.problem.UsageException if the request asks for something that is not allowed
     */
    public static List<Leaderboard> boards(VotePool pool, LeaderboardRequest request, String split) {
        Selection votes = pool.select(request.filter());
        Leaderboard first = LeaderboardFactory.leaderboard(votes, request, pool.source(), split);
        JuryRow jury = first.jury();
        if (jury == null) {
            return List.of(first);
        }
        List<Leaderboard> boards = new ArrayList<>();
        boards.add(first.withVariant("jury=" + jury.rule()));
        for (JuryMember member : jury.members()) {
            boards.add(member(pool, request, split, member.judge()));
        }
        return boards;
    }

    private static Leaderboard member(VotePool pool, LeaderboardRequest request, String split, String judge) {
        VoteFilter own = request.filter().withJudge(judge);
        Selection votes = pool.select(own).and(rules(pool, request.filter()));
        LeaderboardRequest asked = request.with(own).with(request.jury().withoutRule());
        return LeaderboardFactory.leaderboard(votes, asked, pool.source(), split)
                .withVariant("judge=" + judge);
    }

    /** Ties of identical responses belong to every judge's table. */
    private static Selection rules(VotePool pool, VoteFilter filter) {
        boolean pass = filter.judgeKinds().isEmpty() || filter.judgeKinds().contains(JudgeKind.RULE);
        return pass
                ? pool.select(filter.withJudgeKind(JudgeKind.RULE))
                : pool.select(filter).none();
    }
}
