package dev.arena.core.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.canary.Canary.Result;
import dev.arena.core.canary.CanaryReport.Status;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CanaryBatteryTest {
    private static final String LONG =
            "The boiling point falls with height, because the pressure of the air falls; on a mountain of 3000 m water"
                    + " boils at about 90 °C.";
    private static final CanarySettings ALL = new CanarySettings(2, EnumSet.allOf(CanaryKind.class), 0.05);

    private static Prompt prompt(long id, @Nullable String reference) {
        return new Prompt(
                new PromptId(id),
                "p" + id,
                new PromptText(List.of("Question " + id + "?"), null, null, reference, List.of()));
    }

    private static List<Canary> plant(CanarySettings settings, Prompt... prompts) {
        return new CanaryBattery(
                        settings,
                        asked -> Optional.of(new CanaryBattery.Honest("alpha", ResponseText.of("alpha: " + LONG))))
                .plant(List.of(prompts), Comparator.comparing(Prompt::key));
    }

    @Test
    void plant_everyKind_standsInBothOrdersOnAsManyPromptsAsAsked() {
        List<Canary> canaries = plant(ALL, prompt(1, LONG), prompt(2, null), prompt(3, LONG));

        assertThat(canaries).hasSize(CanaryKind.values().length * 2 * 2);
        Set<String> keys = new HashSet<>();
        for (Canary canary : canaries) {
            assertThat(keys.add(canary.key())).as(canary.key()).isTrue();
            assertThat(canary.promptKey()).isIn("p1", "p2");
            assertThat(canary.source()).isEqualTo(canary.promptKey().equals("p1") ? "reference" : "alpha");
            String honest = canary.responses().get(1 - canary.planted()).turns().get(0);
            assertThat(honest).endsWith(LONG);
            assertThat(canary.responses().get(canary.planted())).isNotEqualTo(ResponseText.of(honest));
        }
        assertThat(canaries.get(0).key()).isEqualTo("canary/constant/p1/1");
    }

    @Test
    void plant_shortHonestResponse_isNotBrokenOffAndTheNextPromptServes() {
        CanarySettings truncated = new CanarySettings(1, EnumSet.of(CanaryKind.TRUNCATED, CanaryKind.CONSTANT), 0.05);

        List<Canary> canaries = plant(truncated, prompt(1, "Paris."), prompt(2, LONG));

        assertThat(canaries)
                .extracting(Canary::key)
                .containsExactly(
                        "canary/constant/p1/1",
                        "canary/constant/p1/2",
                        "canary/truncated/p2/1",
                        "canary/truncated/p2/2");
    }

    @Test
    void plant_paddedLoser_isLongerThanTheHonestResponseAndKeepsItsBeginning() {
        CanarySettings padded = new CanarySettings(1, EnumSet.of(CanaryKind.PADDED, CanaryKind.TRUNCATED), 0.05);
        List<Canary> canaries = plant(padded, prompt(1, LONG));

        String loser = canaries.get(0).responses().get(0).turns().get(0);
        String broken = canaries.get(2).responses().get(0).turns().get(0);
        assertThat(loser.length()).isGreaterThan((int) (LONG.length() * 1.7));
        assertThat(loser).startsWith(broken);
        assertThat(LONG).startsWith(broken);
        assertThat(broken.length()).isLessThan(LONG.length() / 2);
    }

    @Test
    void result_everyVerdict_isReadFromTheCanarysPlace() {
        Canary second = plant(ALL, prompt(1, LONG)).get(1);

        assertThat(second.planted()).isEqualTo(1);
        assertThat(second.result(Verdict.first())).isEqualTo(Result.LOST);
        assertThat(second.result(Verdict.second())).isEqualTo(Result.WON);
        assertThat(second.result(Verdict.tie())).isEqualTo(Result.TIED);
        assertThat(second.result(Verdict.bothBad())).isEqualTo(Result.TIED);
        assertThat(second.result(new Verdict.Preference(0.4))).isEqualTo(Result.WON);
        assertThat(second.result(Verdict.abstain(AbstentionReason.REFUSED, null)))
                .isEqualTo(Result.ABSTAINED);
    }

    @Test
    void report_shareOfWins_failsWhereEvenTheLowerBoundIsAboveTheTolerance() {
        CanaryReport report = CanaryReport.of(
                "big",
                0.05,
                Map.of(
                        CanaryKind.CONSTANT, Map.of(Result.LOST, 20L),
                        CanaryKind.INJECTION, Map.of(Result.WON, 3L, Result.LOST, 17L),
                        CanaryKind.PADDED, Map.of(Result.WON, 2L, Result.LOST, 18L),
                        CanaryKind.TRUNCATED, Map.of(Result.ABSTAINED, 20L)));

        assertThat(report.lines())
                .extracting(CanaryReport.Line::status)
                .containsExactly(
                        Status.PASSED, Status.FAILED, Status.NOT_RUN, Status.PASSED, Status.NOT_RUN, Status.NOT_RUN);
        // Wilson's bounds of 3 in 20: 0.0524 to 0.3604 (statsmodels 0.14, proportion_confint method wilson).
        assertThat(report.lines().get(1).interval())
                .hasValueSatisfying(interval ->
                        assertThat(interval.lower()).isCloseTo(0.0524, org.assertj.core.api.Assertions.within(5e-5)));
        assertThat(report.failed()).hasSize(1);
    }
}
