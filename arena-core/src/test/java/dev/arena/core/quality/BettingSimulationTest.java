package dev.arena.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted voters: the attentive ones must not be flagged, those who always vote for one contestant must be, and soon. */
class BettingSimulationTest {
    private static final int HONEST = 200;
    private static final int VOTES = 100;
    private static final long SEED = 20261122;

    private final MadeVotes made = new MadeVotes();

    /** Votes on contestants 1 and 2 of somebody who prefers 1 with a probability. */
    private List<VoterVote> votes(long voter, int count, double probability, Random chance) {
        List<VoterVote> votes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean one = chance.nextDouble() < probability;
            boolean oneFirst = chance.nextBoolean();
            votes.add(made.vote(
                    voter, one == oneFirst ? Verdict.first() : Verdict.second(), oneFirst ? 1 : 2, oneFirst ? 2 : 1));
        }
        return votes;
    }

    private static List<BettingCheck> checks(List<List<VoterVote>> voters) {
        TreeSet<JudgeId> ids = new TreeSet<>();
        voters.forEach(votes -> ids.add(votes.get(0).cast().vote().judge()));
        OtherVoters others = new OtherVoters(ids);
        voters.forEach(votes -> votes.forEach(others::add));
        others.fit();
        List<BettingCheck> checks = new ArrayList<>();
        for (List<VoterVote> votes : voters) {
            BettingCheck check = new BettingCheck(others, Map.of());
            votes.forEach(check::take);
            checks.add(check);
        }
        BettingVerdicts.decide(checks);
        return checks;
    }

    private static long crossedAfter(BettingCheck check) {
        return check.bets().values().stream()
                .mapToLong(BettingCheck.Bet::crossedAfter)
                .filter(votes -> votes > 0)
                .min()
                .orElse(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.7, 0.9, 0.97})
    void honestVoters_overAHundredVotes_areRarelyFlagged(double probability) {
        Random chance = new Random(SEED);
        List<List<VoterVote>> voters = new ArrayList<>();
        for (int voter = 1; voter <= HONEST; voter++) {
            voters.add(votes(voter, VOTES, probability, chance));
        }

        List<BettingCheck> checks = checks(voters);

        long alone = checks.stream().filter(check -> crossedAfter(check) > 0).count();
        assertThat((double) alone / HONEST)
                .as("seed %d, pair probability %s: share beyond 1/0.05 at any time", SEED, probability)
                .isLessThanOrEqualTo(0.02);
        assertThat(checks)
                .as("none is suspect among all voters together")
                .allSatisfy(check -> assertThat(check.signal().state()).isEqualTo(Signal.State.OK));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 6, 12", "0.5, 9, 15", "0.7, 12, 20"})
    void attackers_whoAlwaysVoteForOne_areFlaggedSoon(double honest, long least, long most) {
        Random chance = new Random(SEED);
        List<List<VoterVote>> voters = new ArrayList<>();
        for (int voter = 1; voter <= HONEST; voter++) {
            voters.add(votes(voter, VOTES, honest, chance));
        }
        int attackers = 9;
        for (int voter = 1; voter <= attackers; voter++) {
            voters.add(votes(HONEST + voter, 60, 1, chance));
        }

        List<BettingCheck> checks = checks(voters);

        List<BettingCheck> planted = checks.subList(HONEST, HONEST + attackers);
        List<Long> after = planted.stream()
                .map(BettingSimulationTest::crossedAfter)
                .sorted()
                .toList();
        assertThat(after.get(0)).as("seed %d: %s", SEED, after).isPositive();
        assertThat(after.get(attackers / 2)).as("median of %s", after).isBetween(least, most);
        assertThat(planted).allSatisfy(check -> {
            assertThat(check.signal().state()).isEqualTo(Signal.State.SUSPECT);
            assertThat(check.signal().of()).isEqualTo(60);
        });
        assertThat(checks.subList(0, HONEST))
                .allSatisfy(check -> assertThat(check.signal().state()).isEqualTo(Signal.State.OK));
    }

    @Test
    void firstVoterOfAll_withNobodyToCompareWith_isUnknown() {
        List<BettingCheck> checks = checks(List.of(votes(1, 50, 1, new Random(SEED))));

        assertThat(checks.get(0).signal().state()).isEqualTo(Signal.State.UNKNOWN);
        assertThat(checks.get(0).signal().detail()).isEqualTo("No votes of others on the same contestants.");
    }

    @Test
    void rankings_countAsTheirMeanOverTheOthers() {
        VoterVote vote = made.vote(1, new Verdict.Ranking(List.of(2, 1, 2, 0), null), 1, 2, 3, 4);

        assertThat(OtherVoters.score(vote, 0)).hasValue((0.5 + 0) / 2);
        assertThat(OtherVoters.score(vote, 1)).hasValue(1);
        assertThat(OtherVoters.score(vote, 3)).as("who was not ranked").isEmpty();
        VoterVote best = made.vote(1, new Verdict.Ranking(List.of(0, 1, 0), null), 1, 2, 3);
        assertThat(OtherVoters.score(best, 0)).hasValue(0);
        assertThat(OtherVoters.score(best, 1)).hasValue(1);
    }
}
