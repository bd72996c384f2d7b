package dev.arena.core.leaderboard;

import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A fingerprint of what the rows of votes take from the catalog: key, category and language of prompts, and which responses are the
 * newest versions. It names the last prompt and response that it covers, so that it can be made again when others have joined, which
 * changes no row.
 */
final class CatalogPrint {
    private final Map<PromptId, Prompt> prompts;
    private final Set<ResponseId> current;

    CatalogPrint(Map<PromptId, Prompt> prompts, Set<ResponseId> current) {
        this.prompts = prompts;
        this.current = current;
    }

    /** Of all prompts and responses that there are. */
    String text() {
        long prompt = prompts.keySet().stream().mapToLong(PromptId::value).max().orElse(0);
        long response = current.stream().mapToLong(ResponseId::value).max().orElse(0);
        return text(prompt, response);
    }

    /** Whether another fingerprint, made when fewer had joined, still holds. */
    boolean confirms(String earlier) {
        String[] parts = earlier.split(" ", 3);
        return parts.length == 3 && earlier.equals(text(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    }

    private String text(long lastPrompt, long lastResponse) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Prompt prompt : new TreeMap<>(prompts).values()) {
                if (prompt.id().value() <= lastPrompt) {
                    String said = prompt.id().value() + "\n" + prompt.key() + "\n"
                            + prompt.text().category() + "\n" + prompt.text().language() + "\n";
                    sha256.update(said.getBytes(StandardCharsets.UTF_8));
                }
            }
            ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
            for (ResponseId response : new TreeSet<>(current)) {
                if (response.value() <= lastResponse) {
                    sha256.update(number.putLong(0, response.value()).array());
                }
            }
            return lastPrompt + " " + lastResponse + " " + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
