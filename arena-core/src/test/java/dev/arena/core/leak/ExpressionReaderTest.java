package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a.c", "(?=a)", "(?<!ab)c", "[a-z]", "a{2}", "\\d", "a++", "(a", "a)", "[ab", "\\1", "[a&&b]"})
    void read_whatTheMachineCannotDo_isRefused(String source) {
        assertThatThrownBy(() -> ExpressionReader.read(source))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("introductions.txt: \"")
                .hasMessageContaining("is not understood. Allowed: letters, [classes]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "xab", "ab\n"})
    void backward_anEnd_isWhereReadingStartsOrBeforeALineBreak(String text) {
        char[] chars = text.toCharArray();

        assertThat(Automaton.backward(List.of("ab$", "b$", "xa$")).before(chars, chars.length, 0))
                .isEqualTo(0b011);
    }
}
