package dev.arena.core.tournament;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.TemplateReader;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import dev.arena.core.problem.UsageException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stored replies can be read again without a call. */
class ReparserTest {
    private static final JudgeTemplate WORDS = TemplateReader.read("words", YamlDocument.read("words.yaml", """
        user: "{{prompt}} {{response_1}} {{response_2}}"
        labels: {first: "the first", second: "the second"}
        """));

    private static Reply reply(FakeEndpoint.Request request) {
        return switch (request.number()) {
            case 1 -> Reply.saying("I prefer the first");
            case 2 -> Reply.saying("I prefer neither");
            case 3 -> Reply.status(400);
            default -> Reply.saying("[[A]]");
        };
    }

    private static Reparser.Result reparse(Arena arena, String yaml, Reparser.Request request) {
        Plan plan = arena.plan(yaml);
        return new Reparser(arena.store(), Arena.CLOCK)
                .reparse(plan, arena.enter(plan).run(), request);
    }

    private static Reparser.Request request(boolean unparsedOnly, @Nullable JudgeTemplate template, boolean dryRun) {
        return new Reparser.Request(null, unparsedOnly, template, dryRun);
    }

    @Test
    void reparse_byAnotherTemplate_supersedesWhatChangesAndAsksNobody() {
        try (FakeEndpoint endpoint = new FakeEndpoint(ReparserTest::reply)) {
            Arena arena = new Arena().with(3, "a", "b");
            String yaml = Arena.asking(endpoint, "").replace("model: m", "model: m\n    api_key_env: TEST_KEY");
            RunOutcome before = arena.run(yaml);
            assertThat(before.summary().judges().get(0).votes()).isEqualTo(3);
            long votes = arena.store().votes().count();
            Reparser.Change mended = new Reparser.Change("big", "unparsed", "first");

            Reparser.Result dry = reparse(arena, yaml, request(true, WORDS, true));
            assertThat(dry).isEqualTo(new Reparser.Result(Map.of(mended, 1L), 2, 1));
            assertThat(arena.store().votes().count()).isEqualTo(votes);
            assertThat(reparse(arena, yaml, request(true, WORDS, false))).isEqualTo(dry);
            assertThat(arena.store().votes().count()).isEqualTo(votes + 1);
            assertThat(reparse(arena, yaml, request(true, WORDS, false)))
                    .isEqualTo(new Reparser.Result(Map.of(), 1, 1));
            JudgeSummary after = arena.run(yaml).summary().judges().get(0);
            assertThat(after.votes()).isEqualTo(4);
            assertThat(endpoint.requests()).hasSize(6);
            assertThat(arena.votes().stream().filter(cast -> cast.vote().supersedes() != null))
                    .singleElement()
                    .satisfies(
                            cast -> assertThat(cast.vote().draft().rationale()).isEqualTo("I prefer the first"));
        }
    }

    @Test
    void reparse_byTheRunsOwnTemplate_changesNothing() {
        try (FakeEndpoint endpoint = new FakeEndpoint(ReparserTest::reply)) {
            Arena arena = new Arena().with(3, "a", "b");
            String yaml = Arena.asking(endpoint, "");
            arena.run(yaml);
            assertThat(reparse(arena, yaml, request(false, null, false)))
                    .isEqualTo(new Reparser.Result(Map.of(), 5, 2));
        }
    }

    @Test
    void reparse_ofAJudgeThatIsNotThere_saysWhichAre() {
        try (FakeEndpoint endpoint = new FakeEndpoint(ReparserTest::reply)) {
            Arena arena = new Arena().with(1, "a", "b");
            String yaml = Arena.asking(endpoint, "");
            arena.run(yaml);
            assertThatThrownBy(() -> reparse(arena, yaml, new Reparser.Request("bog", false, null, false)))
                    .isInstanceOf(UsageException.class)
                    .hasMessageContaining("has no judge 'bog'. Its judges: big.");
        }
    }
}
