package dev.arena.ratings.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseStyleTest {
    private static final int FLAGS = Pattern.MULTILINE | Pattern.UNIX_LINES | Pattern.UNICODE_CHARACTER_CLASS;

    @Test
    void of_anAnswerWithEverything_countsEachKind() {
        ResponseStyle style = ResponseStyle.of("""
                # Title

                Some **bold** and __also bold__ words, 2 * 3 * 4.

                ## Steps
                1. first
                2. second with **more**
                  - nested
                  * other mark
                + plus

                ```python
                # not a header
                - not an item
                **not bold**
                ```
                ####### seven is no header
                #no space
                """);

        assertThat(style.headers()).isEqualTo(2);
        assertThat(style.lists()).isEqualTo(5);
        assertThat(style.bold()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'# a',1,0,0",
        "'####### a',0,0,0",
        "'#',0,0,0",
        "'#\n',1,0,0",
        "' # a',0,0,0",
        "'-a',0,0,0",
        "'-\n- b',0,2,0",
        "'12. a',0,1,0",
        "'12.a',0,0,0",
        "'---',0,0,0",
        "'* * *',0,1,0",
        "'**a**',0,0,1",
        "'***a***',0,0,1",
        "'****',0,0,0",
        "'**a\nb**',0,0,0",
        "'**a** b **c**',0,0,2",
        "'**a**b**',0,0,1",
        "'__a_b__',0,0,0",
        "'```\n# a\n```\n# b',1,0,0",
        "'```\n# a\n',1,0,0",
        "'``` `x` ```\n# b',1,0,0",
        "'\u00a0- a',0,1,0",
        "'\u0661. a',0,1,0",
        "'',0,0,0"
    })
    void of_smallTexts_countAsTheExpressionsDo(String text, int headers, int lists, int bold) {
        assertThat(ResponseStyle.of(text, 1)).isEqualTo(new ResponseStyle(1, headers, lists, bold));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void of_randomTexts_agreesWithRegularExpressions(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        String alphabet = "`#*_-+.1 \n\ta\u00a0\u0085\u2028";
        for (int round = 0; round < 4_000; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(40);
            for (int k = 0; k < length; k++) {
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                text.append(random.nextInt(4) == 0 ? String.valueOf(c).repeat(3) : String.valueOf(c));
            }
            assertThat(ResponseStyle.of(text.toString(), 0))
                    .as("seed %d, text <%s>", seed, text)
                    .isEqualTo(byExpressions(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "`", "```", "*", "**", "**a", "_", "__a_", "#", "# ", " ", "\n", "1", "1.", "- ", "```a``", "``` "
            })
    void of_nastyRepetition_takesOnePass(String piece) {
        String text = piece.repeat(2_000_000 / piece.length());

        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(1), () -> ResponseStyle.of(text));
    }

    @Test
    void of_text_isAsLongAsItsCodePoints() {
        assertThat(ResponseStyle.of("a\uD83D\uDE00b").length()).isEqualTo(3);
    }

    @Test
    void style_impossible_isRefused() {
        assertThatThrownBy(() -> new ResponseStyle(Double.NaN, 0, 0, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("length NaN");
        assertThatThrownBy(() -> new ResponseStyle(1, 0, -1, 0)).hasMessageContaining("-1 list items");
    }

    private static ResponseStyle byExpressions(String text) {
        String rest = Pattern.compile("```[^`]*```").matcher(text).replaceAll("");
        return new ResponseStyle(
                0,
                found("^#{1,6}\\s", rest),
                found("^\\s*\\d+\\.\\s", rest) + found("^\\s*[-*+]\\s", rest),
                found("\\*\\*[^*\\n]+\\*\\*", rest) + found("__[^_\\n]+__", rest));
    }

    private static int found(String expression, String text) {
        Matcher matcher = Pattern.compile(expression, FLAGS).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
