package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.EffectRow;
import dev.arena.core.leaderboard.Leaderboard.JudgeRow;
import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.Effect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table whose judges are told of in full: beside what every table says of them, the length effect fitted to each judge's own votes. */
public final class JudgeBoard {
    private JudgeBoard() {}

    /**
     * One table; the lengths of responses must have been read.
     *
     * @param request with its filter; closeness and effects are those of its method
     * @throws UsageException if the request asks for something that is not allowed
     */
    public static Leaderboard board(VotePool pool, LeaderboardRequest request) {
        pool.requireSome(request.filter());
        Leaderboard board = LeaderboardFactory.leaderboard(pool.select(request.filter()), request, pool.source());
        List<JudgeRow> rows = new ArrayList<>();
        for (JudgeRow row : board.judges()) {
            boolean single =
                    !row.judge().equals(EvidenceFactory.PEOPLE) && !row.judge().equals(Jury.NAME);
            rows.add(single ? row.withLengthEffect(lengthEffect(pool, request, row.judge())) : row);
        }
        return board.withJudges(rows);
    }

    private static @Nullable EffectRow lengthEffect(VotePool pool, LeaderboardRequest request, String judge) {
        VoteFilter own = request.filter().withJudge(judge);
        LeaderboardRequest styled = request.with(own)
                .with(request.fitting().withMethod("bradley-terry").withStyle(StyleChoice.LENGTH))
                .with(request.jury().withoutRule());
        try {
            Leaderboard board =
                    LeaderboardFactory.leaderboard(pool.select(own), styled, pool.source(), "judge=" + judge);
            return board.effects().stream()
                    .filter(effect -> !effect.name().equals(Effect.POSITION))
                    .filter(effect -> effect.estimate() != null)
                    .findFirst()
                    .orElse(null);
        } catch (UsageException e) {
            // rankings of more than two have no difference of lengths
            return null;
        }
    }
}
