package dev.arena.web.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.arena.core.battle.OwnBoard;
import dev.arena.core.export.BoardJson;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.model.Contestant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A voter's own leaderboard as it is sent; the table is written as every board is. */
record OwnBoardJson(
        long counted,
        long needed,
        long missing,
        long hidden,
        long most,
        boolean cut,
        @JsonRawValue @Nullable String board) {
    static OwnBoardJson of(OwnBoard own, List<Contestant> contestants) {
        return new OwnBoardJson(
                own.counted(),
                own.needed(),
                own.missing(),
                own.hidden(),
                own.most(),
                own.cut(),
                own.board() == null ? null : table(own.board(), contestants));
    }

    private static String table(Leaderboard board, List<Contestant> contestants) {
        return BoardJson.text(
                new BoardJson.Content(
                        LeaderboardRequest.forDatabase(), board, BoardJson.Content.facts(contestants), null),
                json -> {});
    }
}
