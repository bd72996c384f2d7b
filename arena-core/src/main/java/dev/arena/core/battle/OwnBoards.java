package dev.arena.core.battle;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.SomeVotes;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Leaderboards of the votes of one voter, made of those alone on whose battles this voter was told who wrote what. A battle that is open
 * has no vote and so is in none.
 *
 * <p>They are made as the board for a database is, but decisions on voters do not touch them, since they are about everybody's table.
 * Planted battles are in studies that tell no names, so all votes there are left out alike.
 */
public final class OwnBoards {
    /** Fewer votes say next to nothing of anybody's taste. */
    static final int NEEDED = 20;

    /** So that no visitor's table costs much more than another's. */
    private static final int MOST = 20_000;

    private final OwnVotes votes;
    private final SomeVotes rated;
    private final int most;

    /**
     * Boards of the voters of a store.
     *
     * @param version of the program, for the provenance
     */
    public OwnBoards(ArenaStore store, StudyService studies, String version) {
        this(store, studies, version, MOST);
    }

    OwnBoards(ArenaStore store, StudyService studies, String version, int most) {
        this.votes = new OwnVotes(store, studies);
        this.rated = new SomeVotes(store, version);
        this.most = most;
    }

    /** What there is for whoever never voted. */
    public OwnBoard nobody() {
        return new OwnBoard(0, NEEDED, 0, most, false, null);
    }

    /** The leaderboard of a voter. */
    public OwnBoard of(JudgeId voter) {
        List<CastVote> own = votes.cast(voter, null, most + 1);
        boolean cut = own.size() > most;
        List<CastVote> told = new ArrayList<>();
        long hidden = 0;
        for (CastVote cast : cut ? own.subList(0, most) : own) {
            if (!cast.vote().verdict().decides()) {
                // Of a skipped battle no name was told, so it brings none into the table.
                continue;
            }
            if (votes.reveals(cast.battle())) {
                told.add(cast);
            } else {
                hidden++;
            }
        }
        Collections.reverse(told);
        Leaderboard board = told.isEmpty() ? null : rated.leaderboard(told, LeaderboardRequest.forDatabase());
        long counted = board == null ? 0 : board.voteCount();
        return new OwnBoard(counted, NEEDED, hidden, most, cut, counted < NEEDED ? null : board);
    }
}
