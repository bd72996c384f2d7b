package dev.arena.ratings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenTest {
    @ParameterizedTest
    @ValueSource(strings = {"description", "source", "command", "versions", "tolerance", "values"})
    void of_keyMissing_isRefusedByName(String key) {
        ObjectNode root = complete();
        root.remove(key);

        assertThatThrownBy(() -> Golden.of("example.json", root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("example.json lacks " + key);
    }

    @Test
    void of_blankSource_isRefused() {
        ObjectNode root = complete().put("source", " ");

        assertThatThrownBy(() -> Golden.of("example.json", root)).hasMessageContaining("lacks source");
    }

    @Test
    void read_everyGoldenFile_saysWhereItComesFrom() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(Golden.class.getResource("/golden")).toURI());
        List<String> names;
        try (Stream<Path> files = Files.list(folder)) {
            names = files.map(file -> String.valueOf(file.getFileName()).replace(".json", ""))
                    .sorted()
                    .toList();
        }

        assertThat(names).hasSizeGreaterThan(5);
        assertThat(names)
                .allSatisfy(name -> assertThat(Golden.read(name).tolerance()).isPositive());
    }

    private static ObjectNode complete() {
        return new ObjectMapper()
                .createObjectNode()
                .put("description", "d")
                .put("source", "s")
                .put("command", "c")
                .put("versions", "v")
                .put("tolerance", 1e-6)
                .put("values", 1);
    }
}
