package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.judge.LabelParser.Meaning;
import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LabelParserTest {
    private static final LabelParser PAIR = new LabelParser(
            Map.of(Meaning.FIRST, "[[A]]", Meaning.SECOND, "[[B]]", Meaning.TIE, "[[C]]", Meaning.BOTH_BAD, "[[D]]"));
    private static final long SEED = 20261122;

    private static Verdict read(LabelParser parser, String reply) {
        return parser.parse(Reply.of(reply), 2);
    }

    @Test
    void parse_labelsOfAnotherTemplate_areReadLiterally() {
        LabelParser parser = new LabelParser(Map.of(Meaning.FIRST, "A>B", Meaning.SECOND, "B>A"));
        assertThat(read(parser, "verdict: a>b")).isEqualTo(Verdict.first());
        assertThat(read(parser, "verdict: A.B").decides()).isFalse();
        assertThat(read(parser, "[[C]]").decides()).isFalse();
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
                assertThat(read(PAIR, reply.toString()))
                        .as("seed %d, reply %s", SEED, reply)
                        .isNotEqualTo(Verdict.tie());
            }
        }
    }
}
