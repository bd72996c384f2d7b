package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.exchange.Inputs.Content;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From bytes to text: what is unpacked, what is skipped, what is refused. */
final class EncodingTest {
    private static final String BATTLES = "model_a,model_b,winner\nalpha,beta,tie\nbeta,gamma,model_a\n";

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void read_everyLineEnd_sameRowsAndLines(String lineEnd) {
        Content content = Inputs.read(Inputs.text(BATTLES.replace("\n", lineEnd)));

        assertThat(content.records()).extracting(FileRecord::line).containsExactly(2L, 3L);
        assertThat(content.vote(1).models()).containsExactly("beta", "gamma");
    }

    @ParameterizedTest
    @ValueSource(strings = {"battles.csv", "battles.json", "battles.jsonl", "battles.tsv"})
    void read_gzipOfEverySyntax_sameRecords(String fixture) throws Exception {
        byte[] plain;
        try (var stream = EncodingTest.class.getResourceAsStream("/exchange/" + fixture)) {
            plain = stream.readAllBytes();
        }

        assertThat(Inputs.read(Inputs.bytes(Inputs.gzip(plain))).records())
                .isEqualTo(Inputs.read(Inputs.bytes(plain)).records());
    }

    @Test
    void read_gzipOfTwoMembers_readsBoth() throws Exception {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(Inputs.gzip("model_a,model_b,winner\n".getBytes(StandardCharsets.UTF_8)));
        both.write(Inputs.gzip("alpha,beta,tie\n".getBytes(StandardCharsets.UTF_8)));

        assertThat(Inputs.read(Inputs.bytes(both.toByteArray())).records()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"battles.csv", "battles.json", "battles.jsonl"})
    void read_byteOrderMark_isSkipped(String fixture) throws Exception {
        String plain;
        try (var stream = EncodingTest.class.getResourceAsStream("/exchange/" + fixture)) {
            plain = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(Inputs.read(Inputs.text('\uFEFF' + plain)).records())
                .isEqualTo(Inputs.read(Inputs.text(plain)).records());
    }

    @Test
    void read_gzipCutShort_isRefused() {
        byte[] packed = Inputs.gzip(BATTLES.repeat(100).getBytes(StandardCharsets.UTF_8));

        assertThat(Inputs.refusal(Inputs.bytes(Arrays.copyOf(packed, packed.length - 12))))
                .isEqualTo("votes.csv: found 'a gzip file that is cut short'; allowed: a whole gzip file."
                        + " Fetch it again.");
    }

    @Test
    void read_gzipDamaged_isRefused() {
        byte[] packed = Inputs.gzip(BATTLES.getBytes(StandardCharsets.UTF_8));
        packed[packed.length - 6] ^= 0x55;

        assertThat(Inputs.refusal(Inputs.bytes(packed)))
                .startsWith("votes.csv: found 'a damaged gzip file: ")
                .endsWith("'; allowed: a whole gzip file. Fetch it again.");
    }

    @Test
    void read_latin1_isRefusedWithItsLine() {
        byte[] latin1 =
                "model_a,model_b,winner\nalpha,beta,tie\nJos\u00e9,beta,tie\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Inputs.refusal(Inputs.bytes(latin1)))
                .isEqualTo("votes.csv:3: found 'bytes that are not UTF-8'; allowed: UTF-8 text."
                        + " Convert the file to UTF-8.");
    }

    @Test
    void read_latin1FarDown_isRefusedWithItsLine() {
        String many = "alpha,beta,tie\r\n".repeat(20_000);
        byte[] latin1 =
                ("model_a,model_b,winner\r\n" + many + "Jos\u00e9,beta,tie\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Inputs.refusal(Inputs.bytes(latin1)))
                .startsWith("votes.csv:20002: found 'bytes that are not UTF-8'");
    }

    @Test
    void read_surrogatesEncodedOneByOne_areRefused() {
        byte[] text = BATTLES.getBytes(StandardCharsets.ISO_8859_1);
        byte[] lone = {(byte) 0xED, (byte) 0xA0, (byte) 0xBD};
        System.arraycopy(lone, 0, text, BATTLES.indexOf("alpha"), lone.length);

        assertThat(Inputs.refusal(Inputs.bytes(text))).startsWith("votes.csv:2: found 'bytes that are not UTF-8'");
    }

    @Test
    void read_textCutInsideACharacter_isRefused() {
        byte[] text = (BATTLES + "\u20ac").getBytes(StandardCharsets.UTF_8);

        assertThat(Inputs.refusal(Inputs.bytes(Arrays.copyOf(text, text.length - 1))))
                .startsWith("votes.csv:4: found 'bytes that are not UTF-8'");
    }

    @Test
    void read_utf16_isRefused() {
        assertThat(Inputs.refusal(Inputs.bytes(BATTLES.getBytes(StandardCharsets.UTF_16))))
                .isEqualTo("votes.csv: found 'UTF-16 text'; allowed: CSV, TSV, JSON or JSONL in UTF-8, or .gz of each."
                        + " Save it as UTF-8.");
    }

    @Test
    void read_zip_isRefused() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("votes.csv"));
            zip.write(BATTLES.getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Inputs.refusal(Inputs.bytes(packed.toByteArray())))
                .isEqualTo(
                        "votes.csv: found 'a ZIP archive or a spreadsheet'; allowed: CSV, TSV, JSON or JSONL in UTF-8,"
                                + " or .gz of each. Unpack it, or save the sheet as CSV in UTF-8.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PAR1xxxx", "SQLite format 3\u0000"})
    void read_otherBinaryFiles_areRefusedByName(String start) {
        assertThat(Inputs.refusal(start)).contains("allowed: CSV, TSV, JSON or JSONL in UTF-8, or .gz of each.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uFEFF", " \r\n\t\n"})
    void read_nothing_isRefused(String nothing) {
        assertThat(Inputs.refusal(nothing))
                .isEqualTo("votes.csv: found 'an empty file'; allowed: at least one row. Check what wrote it.");
    }

    @Test
    void read_emptyGzip_isRefused() {
        assertThat(Inputs.refusal(Inputs.bytes(Inputs.gzip(new byte[0])))).contains("found 'an empty file'");
    }

    @Test
    void read_headerOnly_noRowsAndANotice() {
        Content content = Inputs.read(Inputs.text("model_a,model_b,winner"));

        assertThat(content.records()).isEmpty();
        assertThat(content.report().notices())
                .containsExactly(new Notice("no_rows", "votes.csv: a header, but no rows"));
    }
}
