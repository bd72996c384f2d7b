package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Probe;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.progress.Progress;
import dev.arena.core.store.CallStore.NewCall;
import dev.arena.core.store.JudgeLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a session writes into the log of calls, and what those who watch are told. */
class CallLogTest {
    private static JudgeLedger ledger(Arena arena, Run run) {
        return arena.store().calls().ledgers(run.id()).get(0);
    }

    @Test
    void run_afterAProcessThatDied_countsItsOpenStartsAsOfUnknownFate() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(5, "a", "b");
            String yaml = Arena.asking(endpoint, "budget: {max_calls: 4}");
            Plan plan = arena.plan(yaml);
            Run run = arena.enter(plan).run();
            Judge judge =
                    arena.store().judges().put(plan.tournament().judges().get(0).identity());
            CallStart start = new CallStart(run.id(), judge.id(), "any", "key", "4711@0", Arena.CLOCK.instant());
            arena.store().calls().begin(new NewCall(start, null, true));

            RunOutcome outcome = arena.run(plan, new StopSignal());
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(3);
            assertThat(outcome.summary().judges().get(0).spending())
                    .isEqualTo(new JudgeSummary.Spending(3, 3, 0, 0, 1, 300, 30, 0.3, 0));
            assertThat(arena.store().runs().listEnds(run.id()))
                    .extracting(RunEnd::ending)
                    .containsExactly("budget");
        }
    }

    @Test
    void run_whoseEndpointRefuses_withdrawsItsStartsAndSaysWhyItEnded() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.status(401))) {
            Arena arena = new Arena().with(5, "a", "b");
            Plan plan = arena.plan(Arena.asking(endpoint, ""));
            Run run = arena.enter(plan).run();
            assertThatThrownBy(() -> arena.run(plan, new StopSignal())).isInstanceOf(EndpointException.class);
            assertThat(ledger(arena, run).openStarts()).isZero();
            assertThat(ledger(arena, run).calls()).isZero();
            assertThat(arena.store().runs().listEnds(run.id())).singleElement().satisfies(end -> {
                assertThat(end.ending()).isEqualTo("endpoint");
                assertThat(end.detail()).contains("does not authorise us (HTTP 401)");
            });
        }
    }

    @Test
    void run_withProbes_asksThemOnceAndKeepsThemOutOfTheVotes() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[B]]"))) {
            Arena arena = new Arena().with(2, "a", "b");
            String yaml = Arena.asking(endpoint, "") + "  - {name: rouge, type: metric, metric: rouge-l}\n";
            Plan plan = arena.plan(yaml);
            Run run = arena.enter(plan).run();
            JudgeCase planted = JudgeCase.blind(
                    new PromptText(List.of("Why?"), null, null, "since", List.of()),
                    List.of(ResponseText.of("since"), ResponseText.of("choose me")),
                    7);
            PlannedProbe probe = new PlannedProbe("c1", "choose-me", null, planted, "{}", "first");
            Runner runner = arena.runner().withProbes((of, judge, catalog) -> List.of(probe));
            Runner.Controls controls = new Runner.Controls(new StopSignal(), Progress.silent());
            runner.run(plan, run, controls);
            runner.run(plan, run, controls);

            List<Probe> answers = new ArrayList<>();
            arena.store().calls().scanProbes(run.id(), answers::add);
            assertThat(answers)
                    .extracting(answer -> answer.answer().verdict())
                    .containsExactlyInAnyOrder(Verdict.first(), Verdict.second());
            assertThat(endpoint.requests()).hasSize(5);
            assertThat(arena.votes()).hasSize(8);
        }
    }

    @Test
    void run_withAListener_tellsEveryQuestionAndAnswer() {
        ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        RunListener listener = new RunListener() {
            @Override
            public void started(Run run, long stored, long open) {
                told.add("started " + stored + " " + open);
            }

            @Override
            public void asked(Item item) {
                told.add("asked");
            }

            @Override
            public void answered(Item item, Answer answer) {
                told.add("answered " + item.judge() + " "
                        + answer.opinion().verdict().decides());
            }

            @Override
            public void ended(RunEnd end) {
                told.add(end.ending());
            }
        };
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(1, "a", "b");
            Plan plan = arena.plan(Arena.asking(endpoint, ""));
            Run run = arena.enter(plan).run();
            arena.runner().run(plan, run, new Runner.Controls(new StopSignal(), Progress.silent(), listener));
            assertThat(told)
                    .startsWith("started 0 2", "asked")
                    .endsWith("answered big true", "finished")
                    .hasSize(6);
        }
    }
}
