package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.Opinion;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.store.JudgeLedger;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MeterTest {
    private static Opinion.Call cost(JudgeCall.Outcome outcome, @Nullable Double usd) {
        return new Opinion.Call("k", outcome, null, null, null, null, null, JudgeCall.Usage.UNKNOWN, usd, 1);
    }

    private static boolean reserve(Meter meter, double dearest) {
        return meter.reserve(dearest, () -> true);
    }

    @Test
    void reserve_whileDearCallsAreInFlight_waitsUntilTheyAreSettled() throws Exception {
        Meter meter = new Meter(new Budget(null, 1.0));
        assertThat(reserve(meter, 0.4)).isTrue();
        assertThat(reserve(meter, 0.4)).isTrue();
        assertThat(reserve(meter, 0.4)).isTrue();
        CompletableFuture<Boolean> fourth = CompletableFuture.supplyAsync(() -> reserve(meter, 0.4));
        meter.settle(cost(JudgeCall.Outcome.OK, 0.1), 0.4);
        assertThat(fourth.get(30, TimeUnit.SECONDS)).isTrue();
        meter.settle(cost(JudgeCall.Outcome.OK, 0.1), 0.4);
        meter.settle(cost(JudgeCall.Outcome.OK, 0.9), 0.4);
        assertThat(meter.usedUp()).isTrue();
        assertThat(reserve(meter, 0.4)).isFalse();
    }

    @Test
    void reserve_ofMoreCallsThanAllowed_isRefusedOnceTheyAreMade() {
        Meter meter = new Meter(new Budget(2L, null));
        assertThat(reserve(meter, 0)).isTrue();
        meter.release(0);
        assertThat(reserve(meter, 0)).isTrue();
        meter.settle(cost(JudgeCall.Outcome.OK, null), 0);
        assertThat(reserve(meter, 0)).isTrue();
        assertThat(meter.usedUp()).isFalse();
        meter.settle(cost(JudgeCall.Outcome.FAILED, null), 0);
        assertThat(meter.usedUp()).isTrue();
        assertThat(reserve(meter, 0)).isFalse();
    }

    @Test
    void addStored_withCallsOfUnknownCostOrFate_assumesTheDearest() {
        Meter meter = new Meter(new Budget(null, 1.0));
        JudgeLedger ledger = new JudgeLedger(
                new JudgeId(1),
                5,
                7,
                0,
                0,
                3,
                0,
                0,
                new JudgeLedger.Cost(JudgeLedger.Cost.units(0.3), 3, 1),
                Map.of("x", 1L));
        meter.addStored(ledger, 0.3);
        assertThat(meter.usedUp()).isFalse();
        assertThat(meter.shown()).isEqualTo("0.3000 of 1.0000 USD and more unknown");
        assertThat(reserve(meter, 0.3)).isTrue();
        meter.lose(0.3);
        assertThat(meter.usedUp()).isTrue();
    }
}
