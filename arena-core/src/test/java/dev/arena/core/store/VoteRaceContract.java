package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.store.AppendResult.AlreadyVoted;
import dev.arena.core.store.AppendResult.Repeated;
import dev.arena.core.store.AppendResult.Stored;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of the log of votes when many ask at one moment. */
abstract class VoteRaceContract extends RoleContract {
    private Judge ann;
    private Battle battle;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
        ann = given.voter("ann");
        battle = store.battles().open(given.battle(BattleOrigin.matchmaker(ann.id())));
    }

    private static Map<Class<?>, Long> kinds(List<AppendResult> results) {
        return results.stream().collect(Collectors.groupingBy(AppendResult::getClass, Collectors.counting()));
    }

    @Test
    void append_byACrowdWithOneKey_storesOneAndRepeatsTheRest() throws Exception {
        List<AppendResult> results =
                together(i -> () -> store.votes().append(battle.id(), vote(ann, Verdict.first(), "k")));
        assertThat(kinds(results)).containsOnly(Map.entry(Stored.class, 1L), Map.entry(Repeated.class, CROWD - 1L));
        assertThat(results.stream().map(AppendResult::vote).distinct().toList()).hasSize(1);
        assertThat(store.votes().count()).isEqualTo(1);
    }

    @Test
    void append_byACrowdWithAKeyEach_storesOneAndRefusesTheRest() throws Exception {
        List<AppendResult> results =
                together(i -> () -> store.votes().append(battle.id(), vote(ann, Verdict.first(), "k" + i)));
        assertThat(kinds(results)).containsOnly(Map.entry(Stored.class, 1L), Map.entry(AlreadyVoted.class, CROWD - 1L));
        assertThat(store.votes().count()).isEqualTo(1);
    }

    @Test
    void append_byACrowdOfWhomHalfAreWrong_storesTheOtherHalf() throws Exception {
        List<Boolean> stored = together(i -> () -> {
            Judge judge = given.voter("voter " + i);
            Battle own = store.battles().open(given.battle(BattleOrigin.matchmaker(judge.id())));
            Verdict verdict = i % 2 == 0 ? Verdict.first() : new Verdict.Ranking(List.of(1, 2, 3), null);
            try {
                return store.votes().append(own.id(), vote(judge, verdict, "k")) instanceof Stored;
            } catch (IllegalArgumentException refused) {
                return false;
            }
        });
        assertThat(stored).filteredOn(ok -> ok).hasSize(CROWD / 2);
        assertThat(store.votes().count()).isEqualTo(CROWD / 2);
    }

    @Test
    void supersede_byACrowd_replacesOnce() throws Exception {
        AppendResult first = store.votes().append(battle.id(), vote(ann, Verdict.first(), "k"));
        List<AppendResult> results =
                together(i -> () -> store.votes().supersede(first.vote().id(), vote(ann, Verdict.second(), "s" + i)));
        assertThat(kinds(results)).containsOnly(Map.entry(Stored.class, 1L), Map.entry(AlreadyVoted.class, CROWD - 1L));
        assertThat(store.votes().count()).isEqualTo(2);
    }
}
