package dev.arena.core.quality;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Votes without a store, one every ten seconds. */
final class MadeVotes {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    private long made;
    private long latencyMs = 20_000;
    private long apartMs = 10_000;

    /** From now on votes take so long. */
    MadeVotes latency(long ms) {
        latencyMs = ms;
        return this;
    }

    /** From now on votes come so soon one after another. */
    MadeVotes apart(long ms) {
        apartMs = ms;
        return this;
    }

    /** The id of the battle of the vote made last. */
    BattleId lastBattle() {
        return new BattleId(made);
    }

    VoterVote vote(long voter, Verdict verdict, long... contestants) {
        return vote(voter, BattleMarks.Mark.PLAIN, verdict, contestants);
    }

    VoterVote vote(long voter, BattleMarks.Mark mark, Verdict verdict, long... contestants) {
        made++;
        JudgeId judge = new JudgeId(voter);
        List<Seat> seats = new ArrayList<>();
        Arrays.stream(contestants).forEach(id -> seats.add(new Seat(new ContestantId(id), null)));
        Instant at = START.plusMillis(made * apartMs);
        Battle battle = new Battle(
                new BattleId(made),
                new BattleDraft(
                        "t" + made,
                        new PromptId(1),
                        seats,
                        null,
                        null,
                        BattleOrigin.matchmaker(judge),
                        BattleTags.NONE,
                        at));
        VoteDraft draft = new VoteDraft(judge, verdict, "k" + made, "", 1, null, latencyMs, at);
        CastVote cast = new CastVote(
                new Vote(new VoteId(made), "p" + made, battle.id(), draft, null),
                battle,
                new Judge(judge, JudgeKind.HUMAN, "voter-" + voter, ""));
        return new VoterVote(cast, OptionalInt.of(600), mark, true);
    }
}
