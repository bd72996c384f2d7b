package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunId;
import dev.arena.core.model.RunRound;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of runs, their rounds and their ends, and of reading what a run holds at little cost. */
abstract class RunContract extends RoleContract {
    private Run run;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
        run = given.run("r1");
    }

    private BattleDraft battle(String key) {
        return given.battle(BattleOrigin.schedule(run.id(), key));
    }

    @Test
    void put_ofARun_isKeptOnceBySpec() {
        Run again = new Run(new RunId("r9"), "renamed", run.specHash(), "other", NOON.plusSeconds(9));
        Run later = new Run(new RunId("r2"), "b", "another spec", "x: ü\n", NOON.plusSeconds(1));

        assertThat(store.runs().put(again)).isEqualTo(run);
        assertThat(store.runs().put(later)).isEqualTo(later);
        assertThat(store.runs().findRun(later.id())).contains(later);
        assertThat(store.runs().findRun(again.id())).isEmpty();
        assertThat(store.runs().listRuns()).containsExactly(later, run);
        assertThat(store.runs().listIds()).containsExactly(later.id(), run.id());
        assertThatThrownBy(() -> store.runs().put(new Run(run.id(), "n", "third spec", "x", NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run r1 is stored with another spec hash");
    }

    @Test
    void putRound_withItsBattles_isStoredOnceAndListedInOrder() {
        RunRound second = new RunRound(run.id(), 2, 1, "the closest pairs", NOON.plusSeconds(1));
        RunRound first = new RunRound(run.id(), 1, 2, "everyone once", NOON);
        store.runs().putRound(second, List.of(battle("2/a")));
        List<BattleId> ids = store.runs().putRound(first, List.of(battle("1/b"), battle("1/a")));
        RunRound again = new RunRound(run.id(), 1, 2, "another reason", NOON.plusSeconds(9));
        List<BattleId> known = store.runs().putRound(again, List.of(battle("1/b"), battle("1/a")));

        assertThat(known).isEqualTo(ids);
        assertThat(store.runs().listRounds(run.id())).containsExactly(first, second);
        assertThat(store.runs().listRounds(given.run("r2").id())).isEmpty();
        assertThat(store.battles().listOfRun(run.id()))
                .extracting(stored -> stored.draft().origin().key())
                .containsExactly("1/a", "1/b", "2/a");
    }

    @Test
    void putRound_thatIsNotWhole_storesNothing() {
        RunRound round = new RunRound(run.id(), 1, 2, "everyone once", NOON);
        assertThatThrownBy(() -> store.runs().putRound(round, List.of(battle("1/a"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("round 1 of run r1 has 2 battles, found 1");
        BattleDraft foreign = given.battle(BattleOrigin.schedule(given.run("r2").id(), "x"));
        assertThatThrownBy(() -> store.runs().putRound(round, List.of(battle("1/a"), foreign)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("battle x is not of run r1");
        assertThatThrownBy(
                        () -> store.runs().putRound(new RunRound(new RunId("none"), 1, 0, "nothing", NOON), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run none is not stored");
        assertThat(store.runs().listRounds(run.id())).isEmpty();
        assertThat(store.battles().listOfRun(run.id())).isEmpty();
    }

    @Test
    void putEnd_ofSessions_areListedAsTheyCame() {
        RunEnd budget = new RunEnd(run.id(), "1@2", "budget", "5.0000 of 5.0000 USD", NOON);
        RunEnd finished = new RunEnd(run.id(), "3@4", "finished", "", NOON);
        store.runs().putEnd(budget);
        store.runs().putEnd(finished);

        assertThat(store.runs().listEnds(run.id())).containsExactly(budget, finished);
        assertThat(store.runs().listEnds(given.run("r2").id())).isEmpty();
        assertThatThrownBy(() -> store.runs().putEnd(new RunEnd(new RunId("none"), "s", "finished", "", NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run none is not stored");
    }

    @Test
    void scanKeysAndVerdicts_ofARun_tellWhereEachJudgeStands() {
        Judge big = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1"));
        Judge small = store.judges().put(new JudgeDraft(JudgeKind.LLM, "small", "v1"));
        BattleId one = store.battles().open(battle("m1")).id();
        BattleId other = store.battles()
                .open(given.battle(BattleOrigin.schedule(given.run("r2").id(), "m1")))
                .id();
        BattleId two = store.battles().open(battle("m0")).id();
        Verdict failed = Verdict.abstain(AbstentionReason.FAILED, "503");
        Vote first = store.votes().append(two, vote(small, failed, "k1")).vote();
        store.votes().append(one, vote(big, new Verdict.Ranking(List.of(2, 1), 2), "k2", "since …"));
        store.votes().append(other, vote(big, Verdict.tie(), "k3"));
        store.votes().supersede(first.id(), vote(small, new Verdict.Preference(0.25), "k4"));
        store.votes().append(two, vote(big, Verdict.bothBad(), "k5"));

        List<String> keys = new ArrayList<>();
        store.battles().scanKeys(run.id(), (battle, key) -> keys.add(battle.value() + " " + key));
        assertThat(keys).containsExactly(one.value() + " m1", two.value() + " m0");
        List<String> verdicts = new ArrayList<>();
        store.votes()
                .scanVerdicts(
                        one,
                        two,
                        (battle, judge, sequence, verdict) ->
                                verdicts.add(battle + " " + judge + " " + sequence + " " + verdict));
        long b = big.id().value();
        long s = small.id().value();
        assertThat(verdicts)
                .containsExactly(
                        one.value() + " " + b + " 1 " + Verdict.second(),
                        other.value() + " " + b + " 1 " + Verdict.tie(),
                        two.value() + " " + b + " 1 " + Verdict.bothBad(),
                        two.value() + " " + s + " 1 " + Verdict.abstain(AbstentionReason.FAILED, null),
                        two.value() + " " + s + " 2 " + new Verdict.Preference(0.25));
        assertThat(store.runs().countVotes(run.id())).isEqualTo(new RunStore.VoteCount(3, 0));
        store.votes().append(one, vote(small, failed, "k6"));
        assertThat(store.runs().countVotes(run.id())).isEqualTo(new RunStore.VoteCount(4, 1));
    }
}
