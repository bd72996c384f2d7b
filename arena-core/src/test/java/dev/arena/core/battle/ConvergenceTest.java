package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

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
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Voters with noise on 16 contestants, a battle after the other: how many votes until the order of the fitted strengths agrees with
 * the truth (Kendall's τ at least 0.97). Seeds 1 to 6 for each matchmaker, the same for all.
 */
class ConvergenceTest {
    private static final int CONTESTANTS = 16;
    private static final double APART = 0.6;
    private static final double WANTED = 0.97;
    private static final int MOST = 4000;
    private static final int STEP = 20;
    private static final int SEEDS = 6;
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Judge VOTER = new Judge(new JudgeId(1), JudgeKind.HUMAN, "v", "");

    @Test
    void votesUntilTheOrderIsRight_fewerByInformationAndByTheRightSignOfUcb_notByThePapersSign() {
        double uniform = votes(MatchmakerType.UNIFORM, standing -> PairAims.of(MatchmakerType.UNIFORM, standing));
        double information =
                votes(MatchmakerType.INFORMATION, standing -> PairAims.of(MatchmakerType.INFORMATION, standing));
        double rankAware =
                votes(MatchmakerType.RANK_AWARE, standing -> PairAims.of(MatchmakerType.RANK_AWARE, standing));
        double ucb = votes(MatchmakerType.UCB, standing -> PairAims.of(MatchmakerType.UCB, standing));
        double paper = votes(MatchmakerType.UCB, standing -> PairAims.ofBounds(standing, ConvergenceTest::paper));

        assertThat(information).as("information against uniform %s", uniform).isLessThan(0.9 * uniform);
        assertThat(rankAware).as("rank-aware against uniform %s", uniform).isLessThan(0.9 * uniform);
        assertThat(ucb).as("ucb against uniform %s", uniform).isLessThan(0.9 * uniform);
        assertThat(paper).as("the paper's sign against uniform %s", uniform).isGreaterThan(1.2 * uniform);
    }

    /** Equation 11 as it is printed. */
    private static double paper(MatchmakerStanding standing, int one, int other) {
        double gap = ConfidenceBound.cautious(standing.strength(one), standing.error(one))
                - ConfidenceBound.cautious(standing.strength(other), standing.error(other));
        return Math.abs(gap)
                + ConfidenceBound.bonus(ConfidenceBound.NATURAL_UNIT, standing.total(), standing.meetings(one, other));
    }

    private static double votes(MatchmakerType type, AimedMatchmaker.Aiming aiming) {
        double sum = 0;
        for (int seed = 1; seed <= SEEDS; seed++) {
            sum += votes(type, aiming, new Random(seed));
        }
        return sum / SEEDS;
    }

    private static int votes(MatchmakerType type, AimedMatchmaker.Aiming aiming, Random chance) {
        try (InMemoryArenaStore store = Catalogs.store(1, CONTESTANTS)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);
            List<ContestantId> contestants = new IndexPlaces(index).contestants();
            VoteTallies tallies = new VoteTallies();
            List<MatchmakerStanding> current = new ArrayList<>(List.of(MatchmakerStanding.empty(contestants)));
            Matchmaker matchmaker =
                    new AimedMatchmaker(new MatchmakerSettings(type, 0.05, 0, false), unused -> current.get(0), aiming);
            for (int votes = 1; votes <= MOST; votes++) {
                Matchmaker.Pick pick =
                        matchmaker.pick(index, new SeenMatchups(index), chance).orElseThrow();
                tallies.add(vote(pick, votes, chance));
                if (votes % STEP == 0) {
                    current.set(0, tallies.standing(contestants));
                    if (tau(current.get(0)) >= WANTED) {
                        return votes;
                    }
                }
            }
            return MOST;
        }
    }

    private static CastVote vote(Matchmaker.Pick pick, int number, Random chance) {
        List<Seat> seats = new ArrayList<>();
        for (ResponseHead head : pick.matchup()) {
            seats.add(new Seat(head.contestant(), head.id()));
        }
        double gap = APART
                * (seats.get(1).contestant().value() - seats.get(0).contestant().value());
        boolean first = chance.nextDouble() < 1 / (1 + Math.exp(-gap));
        Battle battle = new Battle(
                new BattleId(number),
                new BattleDraft(
                        "t" + number,
                        pick.prompt(),
                        seats,
                        null,
                        pick.probability(),
                        BattleOrigin.matchmaker(VOTER.id()),
                        BattleTags.NONE,
                        NOW));
        VoteDraft draft = new VoteDraft(
                VOTER.id(), first ? Verdict.first() : Verdict.second(), "k" + number, "", 1, null, null, NOW);
        return new CastVote(new Vote(new VoteId(number), "p" + number, battle.id(), draft, null), battle, VOTER);
    }

    private static double tau(MatchmakerStanding standing) {
        int sum = 0;
        for (int i = 0; i < CONTESTANTS; i++) {
            for (int j = i + 1; j < CONTESTANTS; j++) {
                sum += (int) Math.signum(standing.strength(i) - standing.strength(j));
            }
        }
        return 2.0 * sum / CONTESTANTS / (CONTESTANTS - 1);
    }
}
