package dev.arena.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The metrics against sacreBLEU and rouge-score; source and command stand in the golden file. */
class MetricGoldenTest {
    private static final double TOLERANCE = 1e-12;

    static Stream<JsonNode> rows() throws IOException {
        try (InputStream in = MetricGoldenTest.class.getResourceAsStream("/golden/judge/metrics.json")) {
            JsonNode rows = new ObjectMapper().readTree(in).get("rows");
            assertThat(rows).hasSizeGreaterThanOrEqualTo(30);
            return StreamSupport.stream(rows.spliterator(), false);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void chrf_goldenRow_equalsSacreBleu(JsonNode row) {
        double score = new ChrfMetric()
                .score(row.get("text").asText(), row.get("reference").asText());
        assertThat(score).isCloseTo(row.get("chrf").asDouble(), within(TOLERANCE));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void rougeL_goldenRow_equalsRougeScore(JsonNode row) {
        double score = new RougeLMetric()
                .score(row.get("text").asText(), row.get("reference").asText());
        assertThat(score).isCloseTo(row.get("rouge_l").asDouble(), within(TOLERANCE));
    }
}
