package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoteId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.model.VoterDecision.Action;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Decisions are a view: they move tables and reveals at once, can be taken back, and touch no vote. */
class VoterDecisionsTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    private static VoterDecision decision(JudgeId voter, Action action, double weight, @Nullable StudyId study) {
        return new VoterDecision(voter, study, action, weight, "careless", "{}", "admin", NOW);
    }

    private static ArenaStore store(int rows) {
        ArenaStore store = new InMemoryArenaStore(new Random(3));
        RandomLog log = new RandomLog(store, 17);
        while (store.votes().count() < rows) {
            log.grow();
        }
        return store;
    }

    private static JudgeId person(ArenaStore store, int number) {
        return store.judges().listJudges().stream()
                .filter(judge -> judge.kind() == JudgeKind.HUMAN)
                .map(Judge::id)
                .toList()
                .get(number);
    }

    private static Map<String, @Nullable Double> ratings(Leaderboard board) {
        Map<String, @Nullable Double> ratings = new HashMap<>();
        board.rows().forEach(row -> ratings.put(row.modelName(), row.rating()));
        return ratings;
    }

    private static double rating(Map<String, @Nullable Double> ratings, String name) {
        return Objects.requireNonNull(ratings.get(name), name);
    }

    @Test
    void leaderboard_excludedVoter_isCountedByReasonAndComesBack() {
        try (ArenaStore store = store(400)) {
            LeaderboardService service = new LeaderboardService(store, "test");
            Leaderboard before = service.leaderboard(LeaderboardRequest.forDatabase());
            long count = store.votes().count();
            JudgeId voter = person(store, 0);

            store.quality().append(List.of(decision(voter, Action.EXCLUDE, 0, null)));
            Leaderboard without = service.leaderboard(LeaderboardRequest.forDatabase());
            Leaderboard off = LeaderboardFactory.leaderboard(
                    VotePool.of(store, "test", StoreReading.USUAL.withQuality(false))
                            .select(VoteFilter.ALL),
                    LeaderboardRequest.forDatabase(),
                    VotePool.of(store, "test").source());
            store.quality().append(List.of(decision(voter, Action.RESTORE, 1, null)));
            Leaderboard after = service.leaderboard(LeaderboardRequest.forDatabase());

            long left = without.excluded().getOrDefault("voter_careless", 0L);
            assertThat(left).isPositive();
            assertThat(ratings(without)).isNotEqualTo(ratings(before));
            assertThat(without.settings()).containsEntry("quality", "on");
            assertThat(without.warnings())
                    .filteredOn(warning -> warning.code().equals("voters_decided"))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.message())
                            .startsWith("By decisions on voters, the votes of 1 (" + left
                                    + " votes) are left out and those of 0 (0 votes) count less."));
            assertThat(before.settings()).doesNotContainKey("quality");
            assertThat(off.settings()).containsEntry("quality", "off");
            assertThat(ratings(off)).isEqualTo(ratings(before));
            assertThat(ratings(after)).isEqualTo(ratings(before));
            // nothing holds any more, so the table is the one of before but for its revision
            assertThat(after.settings()).isEqualTo(before.settings());
            assertThat(after.warnings()).isEqualTo(before.warnings());
            assertThat(after.excluded()).isEqualTo(before.excluded());
            assertThat(store.votes().count()).isEqualTo(count);
        }
    }

    @Test
    void leaderboard_weightedVoter_liesBetweenAllAndNothing() {
        try (ArenaStore store = store(400)) {
            LeaderboardService service = new LeaderboardService(store, "test");
            JudgeId voter = person(store, 1);
            Map<String, @Nullable Double> all = ratings(service.leaderboard(LeaderboardRequest.forDatabase()));

            store.quality().append(List.of(decision(voter, Action.EXCLUDE, 0, null)));
            Map<String, @Nullable Double> nothing = ratings(service.leaderboard(LeaderboardRequest.forDatabase()));
            store.quality().append(List.of(decision(voter, Action.WEIGHT, 0.25, null)));
            Leaderboard quarter = service.leaderboard(LeaderboardRequest.forDatabase());

            String moved = all.keySet().stream()
                    .max(Comparator.comparingDouble(name -> Math.abs(rating(all, name) - rating(nothing, name))))
                    .orElseThrow();
            double low = Math.min(rating(all, moved), rating(nothing, moved));
            double high = Math.max(rating(all, moved), rating(nothing, moved));
            assertThat(high - low).isGreaterThan(1);
            assertThat(rating(ratings(quarter), moved)).isStrictlyBetween(low, high);
            assertThat(ratings(quarter)).isNotEqualTo(all).isNotEqualTo(nothing);

            assertThat(quarter.settings()).containsEntry("voter_weights", "person 1=0.25");
            assertThat(quarter.excluded()).doesNotContainKey("voter_careless");
            assertThat(quarter.warnings())
                    .anySatisfy(warning -> assertThat(warning.message())
                            .contains("the votes of 0 (0 votes) are left out and those of 1 ("));
        }
    }

    @Test
    void reveal_afterDecisions_saysWhatTheTableSays() {
        try (ArenaStore store = new InMemoryArenaStore(new Random(3))) {
            RandomLog log = new RandomLog(store, 21).withFixedCatalog();
            LeaderboardService service = new LeaderboardService(store, "test");
            for (int step = 0; step < 8; step++) {
                while (store.votes().count() < 60 + 20L * step) {
                    log.grow();
                }
                VoteId last = new VoteId(store.votes().count());
                List<ContestantId> seated = log.contestantsOf(last);
                Map<ContestantId, Double> told = service.ratingsThrough(last, seated);
                Map<String, @Nullable Double> table = ratings(service.leaderboard(LeaderboardRequest.forDatabase()));
                Map<ContestantId, String> names = new HashMap<>();
                store.catalog().contestantsById().forEach((id, contestant) -> names.put(id, contestant.name()));

                int at = step;
                assertThat(told).isNotEmpty();
                told.forEach((id, rating) -> assertThat(rating)
                        .as("step %d, seed 21", at)
                        .isCloseTo(table.get(names.get(id)), within(0.0011)));
                Action action = List.of(Action.values()).get(step % 3);
                double weight = action == Action.EXCLUDE ? 0 : action == Action.WEIGHT ? 0.5 : 1;
                store.quality().append(List.of(decision(person(store, step % 2), action, weight, null)));
            }
        }
    }

    @Test
    void rulings_ofSeveralDecisions_theNewestThatCoversTheVoteHolds() {
        JudgeId voter = new JudgeId(4);
        StudyId study = new StudyId(9);
        VoterRulings rulings = VoterRulings.of(List.of(
                decision(voter, Action.EXCLUDE, 0, null),
                decision(voter, Action.WEIGHT, 0.5, study),
                decision(new JudgeId(5), Action.EXCLUDE, 0, study)));

        assertThat(rulings.of(voter, null).weight()).isEqualTo(0);
        assertThat(rulings.of(voter, study).weight()).isEqualTo(0.5);
        assertThat(rulings.of(voter, new StudyId(1)).exclusion()).isEqualTo("voter_careless");
        assertThat(rulings.of(new JudgeId(5), null).weight()).isEqualTo(1);
        assertThat(rulings.of(new JudgeId(5), study).weight()).isEqualTo(0);
        assertThat(VoterRulings.NONE.of(voter, study).exclusion()).isEmpty();
    }

    @Test
    void rulings_thatWereAllTakenBack_areNone() {
        JudgeId voter = new JudgeId(4);
        StudyId study = new StudyId(9);
        VoterDecision out = decision(voter, Action.EXCLUDE, 0, null);
        VoterDecision outOfStudy = decision(voter, Action.EXCLUDE, 0, study);
        VoterDecision back = decision(voter, Action.RESTORE, 1, null);
        VoterDecision backInStudy = decision(voter, Action.RESTORE, 1, study);

        assertThat(VoterRulings.of(List.of(out, back))).isSameAs(VoterRulings.NONE);
        assertThat(VoterRulings.of(List.of(outOfStudy, out, back))).isSameAs(VoterRulings.NONE);
        assertThat(VoterRulings.of(List.of(decision(voter, Action.WEIGHT, 1, study))))
                .isSameAs(VoterRulings.NONE);
        assertThat(VoterRulings.of(List.of(back, out)).isEmpty()).isFalse();
        assertThat(VoterRulings.of(List.of(out, backInStudy)).isEmpty()).isFalse();
        assertThat(VoterRulings.of(List.of(out, back, outOfStudy)).isEmpty()).isFalse();
        assertThat(VoterRulings.of(List.of(out, decision(new JudgeId(5), Action.RESTORE, 1, null)))
                        .isEmpty())
                .isFalse();
    }
}
