package dev.arena.core.store;

import static dev.arena.core.store.StoreFixture.NOON;
import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Probe;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.AppendResult.Repeated;
import dev.arena.core.store.AppendResult.Stored;
import dev.arena.core.store.CallStore.Begun;
import dev.arena.core.store.CallStore.FinishedCall;
import dev.arena.core.store.CallStore.FinishedProbe;
import dev.arena.core.store.CallStore.NewCall;
import dev.arena.core.store.CallStore.Withdrawal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store promises of calls: their starts, their ends, and what came of them. */
abstract class CallContract extends RoleContract {
    private Run run;
    private Judge judge;

    @BeforeEach
    void fill() {
        given.promptAnsweredBy("alpha", "beta");
        run = given.run("r1");
        judge = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1"));
    }

    private JudgeCall call(String key, JudgeCall.Outcome outcome) {
        return given.call(run, judge, key, "m1", outcome);
    }

    private List<JudgeCall> calls(RunId id) {
        List<JudgeCall> rows = new ArrayList<>();
        store.calls().scanCalls(id, rows::add);
        return rows;
    }

    private Vote record(JudgeCall call, Verdict verdict, String key) {
        return store.calls()
                .record(List.of(new FinishedCall(call, vote(judge, verdict, key))))
                .get(0)
                .vote();
    }

    @Test
    void begin_ofACall_storesItsBattleAndCountsAsOpen() {
        Begun begun = given.begin(run, judge, "c1", "m1");

        assertThat(begun).isInstanceOf(Begun.Started.class);
        assertThat(store.battles().listOfRun(run.id()))
                .singleElement()
                .satisfies(battle -> assertThat(battle.id()).isEqualTo(begun.battle()));
        assertThat(given.begin(run, judge, "c2", "m1").battle()).isEqualTo(begun.battle());
        assertThat(store.calls().ledgers(run.id())).containsExactly(JudgeLedger.open(judge.id(), "session", 2));
        assertThat(calls(run.id())).isEmpty();
    }

    @Test
    void begin_ofSomethingThatIsNotStored_isRefused() {
        CallStart noJudge = new CallStart(run.id(), new JudgeId(98), "p", "k", "s", NOON);
        CallStart noRun = new CallStart(new RunId("none"), judge.id(), "p", "k", "s", NOON);
        CallStart both = new CallStart(run.id(), judge.id(), "p", "k", "s", NOON);
        assertThatThrownBy(() -> store.calls().begin(new NewCall(noJudge, null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("judge 98 is not stored");
        assertThatThrownBy(() -> store.calls().begin(new NewCall(noRun, null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("run none is not stored");
        assertThatThrownBy(() -> store.calls()
                        .begin(new NewCall(both, given.battle(BattleOrigin.schedule(run.id(), "m")), false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call is about a battle or about a probe, not about both or neither");
        assertThat(store.calls().ledgers(run.id())).isEmpty();
    }

    @Test
    void begin_ofAQuestionThatWasAnswered_givesItsAnswerUnlessItInsists() {
        JudgeCall call = call("c1", JudgeCall.Outcome.OK);
        record(call, Verdict.first(), "k1");
        Run other = given.run("r2");

        Begun known = given.begin(other, judge, "c1", "m7");
        assertThat(known).isEqualTo(new Begun.Answered(call.text(), known.battle()));
        assertThat(store.battles().listOfRun(other.id())).hasSize(1);
        assertThat(store.calls().ledgers(other.id())).isEmpty();
        CallStart start = new CallStart(other.id(), judge.id(), null, "c1", "s", NOON);
        assertThat(store.calls().begin(new NewCall(start, given.battle(BattleOrigin.schedule(other.id(), "m7")), true)))
                .isInstanceOf(Begun.Started.class);
        record(call("c2", JudgeCall.Outcome.UNPARSED), Verdict.abstain(AbstentionReason.UNPARSED, "?"), "k2");
        assertThat(given.begin(other, judge, "c2", "m8")).isInstanceOf(Begun.Started.class);
        assertThat(store.calls().storedKeys(List.of("c1", "c2", "c3"))).containsExactly("c1");
    }

    @Test
    void record_ofACall_storesItWithItsVote() {
        JudgeCall call = call("c1", JudgeCall.Outcome.OK);
        List<AppendResult> results =
                store.calls().record(List.of(new FinishedCall(call, vote(judge, Verdict.first(), "k1"))));

        assertThat(results).singleElement().isInstanceOf(Stored.class);
        assertThat(calls(run.id())).containsExactly(call);
        assertThat(store.calls().listCalls(results.get(0).vote().battle())).containsExactly(call);
        assertThat(store.calls().listCalls(new BattleId(98))).isEmpty();
        assertThat(calls(given.run("r2").id())).isEmpty();
        assertThat(store.votes().findCurrent(results.get(0).vote().battle(), judge.id()))
                .contains(results.get(0).vote());
        assertThat(store.calls().ledgers(run.id()))
                .containsExactly(new JudgeLedger(
                        judge.id(), 1, 2, 0, 0, 0, 120, 0, new JudgeLedger.Cost(250_000_000_000L, 0, 0), Map.of()));
    }

    @Test
    void record_ofACachedCall_costsNothingAndIsNoSourceOfAnswers() {
        JudgeCall sent = call("c1", JudgeCall.Outcome.OK);
        JudgeCall cached = new JudgeCall(
                run.id(),
                judge.id(),
                sent.battle(),
                null,
                "c9",
                JudgeCall.Outcome.OK,
                sent.text(),
                new JudgeCall.Usage(0L, 0L),
                0.0,
                0,
                NOON,
                0);
        record(cached, Verdict.first(), "k1");

        assertThat(calls(run.id())).containsExactly(cached);
        assertThat(cached.cached()).isTrue();
        assertThat(store.calls().storedKeys(List.of("c9"))).isEmpty();
        JudgeLedger ledger = store.calls().ledgers(run.id()).get(0);
        assertThat(ledger.cached()).isEqualTo(1);
        assertThat(ledger.calls()).isZero();
        assertThat(ledger.openStarts()).isEqualTo(1);
    }

    @Test
    void record_ofTheSameCallAgain_storesNothing() {
        FinishedCall finished = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(judge, Verdict.first(), "k1"));
        Vote vote = store.calls().record(List.of(finished)).get(0).vote();

        assertThat(store.calls().record(List.of(finished))).containsExactly(new Repeated(vote));
        assertThat(calls(run.id())).hasSize(1);
        assertThat(store.votes().count()).isEqualTo(1);
    }

    @Test
    void record_ofARetry_supersedesTheEarlierVote() {
        JudgeCall one = call("c1", JudgeCall.Outcome.FAILED);
        JudgeCall two = call("c2", JudgeCall.Outcome.OK);
        Vote first = record(one, Verdict.abstain(AbstentionReason.FAILED, "503"), "k1");
        Vote second = record(two, Verdict.second(), "k2");

        assertThat(second.supersedes()).isEqualTo(first.id());
        assertThat(store.votes().findCurrent(second.battle(), judge.id())).contains(second);
        assertThat(calls(run.id())).containsExactly(one, two);
    }

    @Test
    void record_withOneBadCall_storesNeitherCallsNorVotes() {
        FinishedCall good = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(judge, Verdict.first(), "k1"));
        FinishedCall bad = new FinishedCall(
                call("c2", JudgeCall.Outcome.OK), vote(judge, new Verdict.Ranking(List.of(1, 2, 3), null), "k2"));

        assertThatThrownBy(() -> store.calls().record(List.of(good, bad)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit battle");
        assertThat(calls(run.id())).isEmpty();
        assertThat(store.votes().count()).isZero();
        assertThat(store.calls().ledgers(run.id()).get(0).openStarts()).isEqualTo(2);
    }

    @Test
    void record_ofACallAndAVoteOfTwoJudges_isRefused() {
        Judge other = given.voter("ann");
        FinishedCall mixed = new FinishedCall(call("c1", JudgeCall.Outcome.OK), vote(other, Verdict.first(), "k"));
        assertThatThrownBy(() -> store.calls().record(List.of(mixed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a call of judge " + judge.id().value() + " cannot give a vote of judge "
                        + other.id().value());
    }

    @Test
    void record_ofAStartThatIsNotOpen_isRefused() {
        JudgeCall one = call("c1", JudgeCall.Outcome.OK);
        record(one, Verdict.first(), "k1");
        assertThatThrownBy(() -> record(one, Verdict.second(), "k2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("start 1 is no open one of judge " + judge.id().value() + " in run r1");
        assertThat(calls(run.id())).hasSize(1);
    }

    @Test
    void withdraw_ofAStart_countsItsAttemptsOnce() {
        Begun begun = given.begin(run, judge, "c1", "m1");
        assertThat(begun).isInstanceOfSatisfying(Begun.Started.class, started -> {
            Withdrawal withdrawal = new Withdrawal(started.start(), Withdrawal.Reason.ENDPOINT, 3, NOON);
            store.calls().withdraw(withdrawal);
            store.calls().withdraw(withdrawal);
        });
        assertThat(store.calls().ledgers(run.id())).containsExactly(JudgeLedger.withdrawn(judge.id(), 3));
    }

    @Test
    void recordProbes_ofAnswers_areCountedBySequenceAndAreNoVotes() {
        Probe.Question question = new Probe.Question(
                run.id(),
                judge.id(),
                "c1",
                "constant",
                store.catalog().listPrompts().get(0).id(),
                "{\"responses\":[\"x\",\"y\"]}",
                "second");
        CallStart start = new CallStart(run.id(), judge.id(), "c1", "hash", "s", NOON);
        Begun begun = store.calls().begin(new NewCall(start, null, false));
        assertThat(begun.battle()).isNull();
        Probe.Answer wrong = new Probe.Answer(new Verdict.Ranking(List.of(1, 2), 1), "A is longer", 12L, NOON);
        Probe.Answer right = new Probe.Answer(Verdict.abstain(AbstentionReason.REFUSED, "no"), null, null, NOON);
        assertThat(begun).isInstanceOfSatisfying(Begun.Started.class, started -> {
            JudgeCall call = new JudgeCall(
                    run.id(),
                    judge.id(),
                    null,
                    started.start(),
                    "hash",
                    JudgeCall.Outcome.OK,
                    JudgeCall.Text.of("[[A]]"),
                    JudgeCall.Usage.UNKNOWN,
                    null,
                    1,
                    NOON,
                    12);
            store.calls().recordProbes(List.of(new FinishedProbe(question, wrong, call)));
            assertThat(calls(run.id())).containsExactly(call);
        });
        store.calls().recordProbes(List.of(new FinishedProbe(question, right, null)));

        List<Probe> probes = new ArrayList<>();
        store.calls().scanProbes(run.id(), probes::add);
        assertThat(probes).containsExactly(new Probe(question, 1, wrong), new Probe(question, 2, right));
        assertThat(store.votes().count()).isZero();
        assertThat(store.calls().ledgers(run.id()))
                .singleElement()
                .satisfies(ledger -> assertThat(ledger.cost()).isEqualTo(new JudgeLedger.Cost(0, 1, 1)));
    }
}
