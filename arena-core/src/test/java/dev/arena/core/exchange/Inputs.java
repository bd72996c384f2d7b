package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.arena.core.problem.InputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Inputs for tests and what reading them gives. */
final class Inputs {
    private Inputs() {}

    /** A fixture beside the tests. */
    static Source fixture(String name) {
        InputStream stream = Inputs.class.getResourceAsStream("/exchange/" + name);
        assertThat(stream).as("fixture " + name).isNotNull();
        return Source.once(name, stream);
    }

    static Source text(String content) {
        return bytes(content.getBytes(StandardCharsets.UTF_8));
    }

    static Source bytes(byte[] content) {
        return Source.once("votes.csv", new ByteArrayInputStream(content));
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /** Everything in a file. */
    record Content(ReadReport report, List<FileRecord> records) {
        FileVote vote(int index) {
            return (FileVote) records.get(index);
        }

        List<String> codes() {
            return report.notices().stream().map(Notice::code).toList();
        }
    }

    static Content read(Source source) {
        return read(source, ReadOptions.strict());
    }

    static Content read(Source source, ReadOptions options) {
        List<FileRecord> records = new ArrayList<>();
        ReadReport report = ExchangeReader.read(source, options, (shape, row, found) -> records.addAll(found));
        return new Content(report, records);
    }

    /** The message with which a file is refused; {@code accepted} where it is not. */
    static String refusal(Source source) {
        InputException problem = catchThrowableOfType(InputException.class, () -> read(source));
        return problem == null ? "accepted" : String.valueOf(problem.getMessage());
    }

    static String refusal(String content) {
        return refusal(text(content));
    }
}
