package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every parser reads the replies of its golden list as a person would, and refuses those that no person should read. */
class ParserGoldenTest {
    private static final List<String> FILES =
            List.of("label", "five-step", "scores", "json", "json-ranks", "ranking", "best", "checklist", "logprobs");

    static Stream<Arguments> replies() throws IOException {
        List<Arguments> rows = new ArrayList<>();
        for (String file : FILES) {
            try (InputStream in =
                    ParserGoldenTest.class.getResourceAsStream("/golden/judge/" + file + "-replies.json")) {
                JsonNode golden = new ObjectMapper().readTree(in);
                String yaml = golden.get("template").asText();
                JudgeTemplate template = TemplateReader.read(file, YamlDocument.read(file, yaml));
                assertThat(golden.get("replies")).hasSizeGreaterThanOrEqualTo(12);
                golden.get("replies").forEach(row -> rows.add(Arguments.of(file, template, row)));
            }
        }
        return rows.stream();
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("replies")
    void parse_goldenReply_readsWhatAPersonWouldRead(String file, JudgeTemplate template, JsonNode row) {
        String tokens = row.has("tokens") ? row.get("tokens").toString() : null;
        Reply reply = new Reply(row.get("reply").asText(), TokenJson.read(tokens));
        Verdict verdict = template.parse(reply, row.path("seats").asInt(2));
        assertThat(shown(verdict))
                .as("%s: %s", file, row)
                .isEqualTo(row.get("verdict").asText());
    }

    private static String shown(Verdict verdict) {
        if (verdict instanceof Verdict.Abstention abstention) {
            assertThat(abstention.reason()).isEqualTo(AbstentionReason.UNPARSED);
            return String.valueOf(abstention.detail());
        }
        if (verdict instanceof Verdict.Preference preference) {
            return String.format(Locale.ROOT, "%.4f", preference.first());
        }
        if (!(verdict instanceof Verdict.Ranking ranking)) {
            return "both_bad";
        }
        String ranks = ranking.ranks().stream().map(String::valueOf).collect(Collectors.joining(" "));
        String word = switch (ranks) {
            case "1 2" -> "first";
            case "2 1" -> "second";
            case "1 1" -> "tie";
            default -> ranks;
        };
        return ranking.margin() == null ? word : word + " " + ranking.margin();
    }
}
