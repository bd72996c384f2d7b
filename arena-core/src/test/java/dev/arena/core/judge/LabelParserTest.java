package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.judge.LabelParser.Meaning;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LabelParserTest {
    private static final LabelParser PAIR = new LabelParser(
            Map.of(Meaning.FIRST, "[[A]]", Meaning.SECOND, "[[B]]", Meaning.TIE, "[[C]]", Meaning.BOTH_BAD, "[[D]]"));
    private static final long SEED = 20261122;

    static Stream<JsonNode> replies() throws IOException {
        try (InputStream in = LabelParserTest.class.getResourceAsStream("/golden/judge/label-replies.json")) {
            JsonNode rows = new ObjectMapper().readTree(in);
            assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
            return StreamSupport.stream(rows.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    void parse_goldenReply_readsWhatAPersonWouldRead(JsonNode row) {
        Verdict verdict = PAIR.parse(row.get("reply").asText());
        String expected = row.get("verdict").asText();
        switch (expected) {
            case "first" -> assertThat(verdict).isEqualTo(Verdict.first());
            case "second" -> assertThat(verdict).isEqualTo(Verdict.second());
            case "tie" -> assertThat(verdict).isEqualTo(Verdict.tie());
            case "both_bad" -> assertThat(verdict).isEqualTo(Verdict.bothBad());
            default -> assertThat(verdict).isEqualTo(Verdict.abstain(AbstentionReason.UNPARSED, expected));
        }
    }

    @Test
    void parse_labelsOfAnotherTemplate_areReadLiterally() {
        LabelParser parser = new LabelParser(Map.of(Meaning.FIRST, "A>B", Meaning.SECOND, "B>A"));
        assertThat(parser.parse("verdict: a>b")).isEqualTo(Verdict.first());
        assertThat(parser.parse("verdict: A.B").decides()).isFalse();
        assertThat(parser.parse("[[C]]").decides()).isFalse();
    }

    /** Whatever comes without a tie label is never read as a tie; 20,000 seeded scraps of replies. */
    @Test
    void parse_anyReplyWithoutATieLabel_isNeverATie() {
        List<String> scraps = List.of(
                "[[A]]",
                "[[B]]",
                "[[D]]",
                "[[E]]",
                "[C]",
                "[[C",
                "C]]",
                "[[",
                "]]",
                "tie",
                "Tie!",
                "C",
                " ",
                "\n",
                "<think>",
                "</think>",
                "[[C ]]",
                "[ [C]]",
                "equal",
                "[[AC]]",
                "[[TIE]]",
                "\u0000",
                "é",
                "[[Ç]]");
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder reply = new StringBuilder();
            int length = random.nextInt(12);
            for (int j = 0; j < length; j++) {
                reply.append(scraps.get(random.nextInt(scraps.size()))).append(random.nextBoolean() ? " " : "");
            }
            if (!reply.toString().contains("[[C]]")) {
                assertThat(PAIR.parse(reply.toString()))
                        .as("seed %d, reply %s", SEED, reply)
                        .isNotEqualTo(Verdict.tie());
            }
        }
    }
}
