package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.Run;
import dev.arena.core.problem.UsageException;
import org.junit.jupiter.api.Test;

class RunRegistryTest {
    private static final String METRICS = """
            name: metrics
            schedule: {type: all-pairs}
            judges:
              - {name: chrf, type: metric, metric: chrf}
              - {name: rouge, type: metric, metric: rouge-l}
            """;

    @Test
    void enter_changedFile_isANewRunAndSaysWhatChanged() {
        Arena arena = new Arena().with(2, "a", "b");
        RunRegistry.Entry first = arena.enter(arena.plan(METRICS));
        assertThat(first.message()).isEqualTo("new run " + first.run().id());
        assertThat(first.run().id().value()).matches("metrics-[0-9a-f]{8}");
        assertThat(arena.enter(arena.plan(METRICS)).message())
                .isEqualTo("resuming run " + first.run().id());
        RunRegistry.Entry second = arena.enter(arena.plan(METRICS.replace("rouge-l", "exact-match") + "repeat: 2\n"));
        assertThat(second.message())
                .isEqualTo("new run " + second.run().id() + "; since run "
                        + first.run().id() + " changed: repeat, judges");
    }

    @Test
    void enter_changedResponses_isANewRunAndSaysSo() {
        Arena arena = new Arena().with(2, "a", "b");
        Run first = arena.enter(arena.plan(METRICS)).run();
        arena.respond("p1", "a", "another answer");
        RunRegistry.Entry second = arena.enter(arena.plan(METRICS));
        assertThat(second.message())
                .isEqualTo("new run " + second.run().id() + "; since run " + first.id()
                        + " changed: contestants, prompts or responses in the database");
        RunRegistry registry = new RunRegistry(arena.store(), Arena.CLOCK);
        assertThatThrownBy(() -> registry.plan(first))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("changed since run " + first.id() + " began")
                .hasMessageContaining("'arena run FILE'");
        assertThat(registry.plan(second.run()).specHash())
                .isEqualTo(second.run().specHash());
    }

    @Test
    void get_unknownRun_saysHowToListThem() {
        assertThatThrownBy(() -> new RunRegistry(new Arena().store(), Arena.CLOCK).get("nope"))
                .isInstanceOf(UsageException.class)
                .hasMessage("There is no run 'nope' in this database. 'arena runs' lists them.");
    }
}
