package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files far larger than the memory they are read in. */
final class StreamingTest {
    private static final int ROWS = 300_000;
    private static final int EARLY = 20_000;
    private static final long ALLOWED_GROWTH = 24_000_000;
    private static final String PADDING = "x".repeat(400);

    /** How a large file begins, goes on and ends. */
    private record Syntax(String name, String start, IntFunction<String> row, String end) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Syntax> syntaxes() {
        return Stream.of(
                new Syntax(
                        "CSV",
                        "model_a,model_b,winner,id,note\n",
                        row -> "alpha,beta,tie,r" + row + "," + PADDING + "\n",
                        ""),
                new Syntax("JSONL", "", row -> object(row) + "\n", ""),
                new Syntax("JSON", "[" + object(-1), row -> "," + object(row), "]"),
                new Syntax(
                        "long rankings",
                        "ranking_id,model,rank,note\n",
                        row -> "k" + row / 2 + ",m" + row % 2 + "," + (row % 2 + 1) + "," + PADDING + "\n",
                        ""));
    }

    private static String object(int row) {
        return "{\"model_a\":\"alpha\",\"model_b\":\"beta\",\"winner\":\"tie\",\"id\":" + row + ",\"note\":\"" + PADDING
                + "\"}";
    }

    /** A file that is made while it is read. */
    private static final class Generated extends InputStream {
        private final Syntax syntax;
        private byte[] piece;
        private int position;
        private int row;

        Generated(Syntax syntax) {
            this.syntax = syntax;
            this.piece = syntax.start().getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            while (position == piece.length) {
                if (row > ROWS) {
                    return -1;
                }
                piece = (row == ROWS ? syntax.end() : syntax.row().apply(row)).getBytes(StandardCharsets.UTF_8);
                row++;
                position = 0;
            }
            int taken = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, taken);
            position += taken;
            return taken;
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void readVotes_aHundredMegabytes_memoryDoesNotGrow(Syntax syntax) {
        long[] votes = {0};
        long[] early = {0};
        long[] late = {0};

        ReadReport report = ExchangeReader.readVotes(
                Source.once("generated", new Generated(syntax)), ReadOptions.strict(), vote -> {
                    votes[0]++;
                    if (votes[0] == EARLY) {
                        early[0] = usedMemory();
                    }
                    if (votes[0] == ROWS / 2 - 1) {
                        late[0] = usedMemory();
                    }
                });

        assertThat(report.rows()).isGreaterThanOrEqualTo(ROWS / 2);
        assertThat(late[0] - early[0]).isLessThan(ALLOWED_GROWTH);
    }

    private static long usedMemory() {
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
