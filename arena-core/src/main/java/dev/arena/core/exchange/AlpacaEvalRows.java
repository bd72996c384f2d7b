package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AlpacaEval's {@code model_outputs.json}: items of {@code instruction, output, generator} and optional {@code dataset, input}. The
 * format has no ids and joins on the instruction with its input, so a prompt's key is made from a hash of both.
 */
final class AlpacaEvalRows implements RowReader {
    private static final int KEY_LENGTH = 12;

    private final Texts texts = new Texts();
    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        String instruction = texts.text(row, "instruction");
        if (instruction == null || instruction.isBlank()) {
            throw row.invalid("instruction", instruction, "a text that is not blank", "");
        }
        String model = models.name(row, "generator");
        String output = texts.text(row, "output");
        if (output == null) {
            throw row.invalid("output", null, "a text; an empty one is an empty answer", "");
        }
        String input = row.has("input") ? texts.text(row, "input") : null;
        String asked = input == null ? instruction : Texts.bounded(row, "input", instruction + "\n\n" + input);
        String key = key(instruction, input);
        PromptText prompt = new PromptText(List.of(asked), Values.optionalName(row, "dataset"), null, null, List.of());
        records.add(new FilePrompt(row.line(), key, prompt));
        records.add(new FileResponse(row.line(), key, model, ResponseText.of(output)));
    }

    /** The key of the prompt of a row with {@code instruction} and perhaps {@code input}. */
    static String key(Row row, Texts texts) {
        String instruction = texts.text(row, "instruction");
        if (instruction == null || instruction.isBlank()) {
            throw row.invalid("instruction", instruction, "a text that is not blank", "");
        }
        return key(instruction, row.has("input") ? texts.text(row, "input") : null);
    }

    /** The key of a prompt: {@code alpaca-} and the first 12 hex digits of the SHA-256 of the instruction and its input. */
    static String key(String instruction, @Nullable String input) {
        MessageDigest digest = Fingerprints.sha256();
        digest.update(instruction.getBytes(StandardCharsets.UTF_8));
        if (input != null) {
            digest.update((byte) 0);
            digest.update(input.getBytes(StandardCharsets.UTF_8));
        }
        return "alpaca-" + HexFormat.of().formatHex(digest.digest()).substring(0, KEY_LENGTH);
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
