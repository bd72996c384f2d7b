package dev.arena.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * What one contestant answered: a text for each turn of the prompt, and attachments.
 *
 * @param turns at least one; an empty string is a valid (empty) answer
 */
public record ResponseText(List<String> turns, List<Attachment> attachments) {
    public ResponseText {
        turns = List.copyOf(turns);
        attachments = List.copyOf(attachments);
        if (turns.isEmpty()) {
            throw new IllegalArgumentException("a response needs at least one turn");
        }
    }

    /** A single-turn answer. */
    public static ResponseText of(String turn) {
        return new ResponseText(List.of(turn), List.of());
    }

    /**
     * SHA-256 in hex over all turns and attachments, lengths included; equal hashes mean byte-identical responses. A stored file
     * counts by its bytes, and its name does not.
     */
    public String sha256() {
        MessageDigest digest = newSha256();
        for (String turn : turns) {
            update(digest, "t", turn);
        }
        for (Attachment attachment : attachments) {
            update(digest, "a", attachment.mediaType());
            if (attachment.sha256() == null) {
                update(digest, "p", attachment.path());
            } else {
                update(digest, "h", attachment.sha256());
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String tag, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((tag + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
