package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.AppendResult.Repeated;
import dev.arena.core.store.AppendResult.Stored;
import dev.arena.core.store.RunStore.FinishedCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of runs and calls. */
abstract class RunContract extends RoleContract {
    private Run run;
    private Judge judge;
    private Battle battle;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
        run = given.run("r1");
        judge = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1"));
        battle = store.battles().open(given.battle(BattleOrigin.schedule(run.id(), "m1")));
    }

    private JudgeCall call(String key, JudgeCall.Outcome outcome) {
        return new JudgeCall(
                run.id(),
                battle.id(),
                judge.id(),
                key,
                outcome,
                "[[A]]\n",
                null,
                new JudgeCall.Usage(120L, null),
                0.25,
                2,
                NOON,
                345);
    }

    private List<JudgeCall> calls(RunId id) {
        List<JudgeCall> rows = new ArrayList<>();
        store.runs().scanCalls(id, rows::add);
        return rows;
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
        assertThatThrownBy(() -> store.runs().put(new Run(run.id(), "n", "third spec", "x", NOON)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run r1 is stored with another spec hash");
    }

    @Test
    void record_ofACall_storesItWithItsVote() {
        JudgeCall call = call("c1", JudgeCall.Outcome.OK);
        List<AppendResult> results =
                store.runs().record(List.of(new FinishedCall(call, vote(judge, Verdict.first(), "k1"))));

        assertThat(results).singleElement().isInstanceOf(Stored.class);
        assertThat(calls(run.id())).containsExactly(call);
        assertThat(calls(given.run("r2").id())).isEmpty();
        assertThat(store.votes().findCurrent(battle.id(), judge.id()))
                .contains(results.get(0).vote());
    }

    @Test
    void record_ofTheSameCallAgain_storesNothing() {
        FinishedCall finished = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(judge, Verdict.first(), "k1"));
        Vote vote = store.runs().record(List.of(finished)).get(0).vote();

        assertThat(store.runs().record(List.of(finished))).containsExactly(new Repeated(vote));
        assertThat(calls(run.id())).hasSize(1);
        assertThat(store.votes().count()).isEqualTo(1);
    }

    @Test
    void record_ofARetry_supersedesTheEarlierVote() {
        Verdict failed = Verdict.abstain(AbstentionReason.FAILED, "503");
        JudgeCall one = call("c1", JudgeCall.Outcome.FAILED);
        JudgeCall two = call("c2", JudgeCall.Outcome.OK);
        Vote first = store.runs()
                .record(List.of(new FinishedCall(one, vote(judge, failed, "k1"))))
                .get(0)
                .vote();
        Vote second = store.runs()
                .record(List.of(new FinishedCall(two, vote(judge, Verdict.second(), "k2"))))
                .get(0)
                .vote();

        assertThat(second.supersedes()).isEqualTo(first.id());
        assertThat(store.votes().findCurrent(battle.id(), judge.id())).contains(second);
        assertThat(calls(run.id())).containsExactly(one, two);
    }

    @Test
    void record_withOneBadCall_storesNeitherCallsNorVotes() {
        FinishedCall good = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(judge, Verdict.first(), "k1"));
        FinishedCall bad = new FinishedCall(
                call("c2", JudgeCall.Outcome.OK), vote(judge, new Verdict.Ranking(List.of(1, 2, 3), null), "k2"));

        assertThatThrownBy(() -> store.runs().record(List.of(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit battle");
        assertThat(calls(run.id())).isEmpty();
        assertThat(store.votes().count()).isZero();
    }

    @Test
    void record_ofACallAndAVoteOfTwoJudges_isRefused() {
        Judge other = given.voter("ann");
        FinishedCall mixed = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(other, Verdict.first(), "k"));
        assertThatThrownBy(() -> store.runs().record(List.of(mixed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call of judge " + judge.id().value() + " cannot give a vote of judge "
                        + other.id().value());
    }
}
