package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every kind of bad input with the whole message that a person reads: {@code exchange/bad-input.txt}. */
final class BadInputTest {
    private static final String SHAPES = Arrays.stream(Shape.values())
            .map(shape -> shape.word() + " (" + shape.columns() + ")")
            .collect(Collectors.joining("; "));

    /** A file and the message it is refused with. */
    private record Case(String content, String message) {}

    private static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(BadInputTest.class.getResourceAsStream("/exchange/bad-input.txt")),
                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("|")) {
                    lines.add(line.substring(1));
                } else if (line.startsWith("=")) {
                    cases.add(new Case(
                            String.join("\n", lines) + "\n", line.substring(1).replace("{SHAPES}", SHAPES)));
                    lines.clear();
                }
            }
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> read_badInput_isRefusedWithItsMessage() throws IOException {
        return cases().stream()
                .map(bad -> DynamicTest.dynamicTest(
                        bad.message(),
                        () -> assertThat(Inputs.refusal(bad.content())).isEqualTo(bad.message())));
    }

    @Test
    void cases_kindsOfBadInput_areManyAndDifferent() throws IOException {
        List<Case> cases = cases();

        assertThat(cases).hasSizeGreaterThan(60).doesNotHaveDuplicates();
        assertThat(cases).allSatisfy(bad -> assertThat(bad.message()).startsWith("votes.csv:"));
    }
}
