package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.exchange.Inputs.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples of {@code docs/formats.md} are what the page says they are, and the page names every shape and field. */
final class FormatsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("```(?:csv|jsonl|json) ([a-z-]+)\n(.*?)```", Pattern.DOTALL);

    /** A code block whose first line names its shape. */
    private record Example(String shape, String content) {}

    private static String page() throws IOException {
        return Files.readString(Path.of(System.getProperty("arena.root", "..")).resolve("docs/formats.md"));
    }

    private static List<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(page());
        while (matcher.find()) {
            examples.add(new Example(matcher.group(1), matcher.group(2)));
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> read_exampleOfThePage_hasItsShapeAndNothingToComplainOf() throws IOException {
        return examples().stream()
                .map(example -> DynamicTest.dynamicTest(example.shape(), () -> {
                    // Nothing in reference answers says what they are; they are read so only where asked for.
                    Shape asked =
                            example.shape().equals(Shape.REFERENCE_ANSWERS.word()) ? Shape.REFERENCE_ANSWERS : null;
                    Content content = Inputs.read(
                            Inputs.text(example.content()), ReadOptions.strict().withShape(asked));

                    assertThat(content.report().shape().word()).isEqualTo(example.shape());
                    assertThat(content.records()).isNotEmpty();
                    assertThat(content.report().notices()).isEmpty();
                }));
    }

    @Test
    void page_everyShape_hasAnExample() throws IOException {
        assertThat(examples())
                .extracting(Example::shape)
                .containsAll(Arrays.stream(Shape.values()).map(Shape::word).toList());
    }

    @Test
    void page_everyKnownField_isNamed() throws IOException {
        String page = page();
        for (Shape shape : Shape.values()) {
            assertThat(shape.knownFields())
                    .as(shape.word())
                    .allSatisfy(field -> assertThat(page).containsPattern("(?<![a-z_])" + field + "(?![a-z_])"));
        }
    }
}
