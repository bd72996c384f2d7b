package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunBudgetTest {
    @Test
    void run_maxCalls_stopsExactlyThereAndALargerBudgetGoesOn() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(5, "a", "b");
            String many = Arena.asking(endpoint, "").replace("concurrency: 1", "concurrency: 4");
            assertThat(arena.run(many + "budget: {max_calls: 3}\n").ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(3);
            assertThat(arena.run(many + "budget: {max_calls: 3}\n").ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(3);
            assertThat(arena.run(many + "budget: {max_calls: 10}\n").ending()).isEqualTo(RunOutcome.Ending.FINISHED);
            assertThat(endpoint.requests()).hasSize(10);
        }
    }

    @Test
    void run_maxCost_stopsWithinTheCallsInFlight() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(20, "a", "b");
            RunOutcome outcome = arena.run(Arena.asking(endpoint, "") + "budget: {max_cost_usd: 0.75}\n");
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(8);
            assertThat(outcome.summary().judges().get(0).spending())
                    .isEqualTo(new JudgeSummary.Spending(8, 8, 0, 0, 0, 800, 80, 0.8, 0));
        }
    }

    @Test
    void run_maxCostWithManyAtOnce_isExceededByLessThanOneCall() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(60, "a", "b");
            String yaml = Arena.asking(endpoint, "").replace("concurrency: 1", "concurrency: 16");
            RunOutcome outcome = arena.run(yaml + "budget: {max_cost_usd: 2.05}\n");
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(21);
            assertThat(arena.run(yaml + "budget: {max_cost_usd: 3.05}\n").ending())
                    .isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSize(31);
        }
    }

    @Test
    void run_usageNotReported_countsTheDearestCallAgainstTheBudget() {
        String body = "{\"choices\":[{\"message\":{\"content\":\"[[A]]\"}}]}";
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> new Reply(200, Map.of(), body))) {
            Arena arena = new Arena().with(20, "a", "b");
            RunOutcome outcome = arena.run(Arena.asking(endpoint, "") + "budget: {max_cost_usd: 0.5}\n");
            assertThat(outcome.ending()).isEqualTo(RunOutcome.Ending.BUDGET);
            assertThat(endpoint.requests()).hasSizeLessThan(5);
            assertThat(outcome.summary().judges().get(0).spending()).satisfies(spending -> {
                assertThat(spending).isNotNull();
                assertThat(spending.knownUsd()).isZero();
                assertThat(spending.unknown()).isEqualTo(endpoint.requests().size());
            });
        }
    }

    @Test
    void report_halfDoneRun_countsWhatIsStoredAndAsksNobody() {
        try (FakeEndpoint endpoint = new FakeEndpoint(request -> Reply.saying("[[A]]"))) {
            Arena arena = new Arena().with(5, "a", "b");
            String yaml = Arena.asking(endpoint, "");
            arena.run(yaml + "budget: {max_calls: 4}\n");
            PlanReport report = PlanReport.of(arena.plan(yaml), arena.store());
            assertThat(endpoint.requests()).hasSize(4);
            assertThat(report.run()).isNotNull();
            assertThat(report.judges()).hasSize(1).allSatisfy(judge -> {
                assertThat(judge.stored()).isEqualTo(4);
                assertThat(judge.open()).isEqualTo(6);
                assertThat(judge.promptTokens()).isBetween(6L * 200, 6L * 600);
                assertThat(judge.leastUsd()).isNotNull().isCloseTo(judge.promptTokens() * 1000 / 1e6, within(1e-9));
            });
            String sent = endpoint.requests().get(0).user();
            assertThat(report.sample()).isNotNull().contains("[system]").contains("[user]");
            assertThat(sent.length()).isLessThan(String.valueOf(report.sample()).length());
        }
    }
}
