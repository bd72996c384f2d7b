package dev.arena.core.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * A leaderboard that was frozen.
 *
 * @param id the first 16 characters of {@code sha256}
 * @param query the query string that shows the same board as it is now
 * @param note why it was frozen; may be empty
 * @param body its JSON
 * @param sha256 over the body in UTF-8, in hex
 * @param revision of the store it was made of
 * @param votesSha256 over the votes that were rated
 * @param createdAt kept to the millisecond
 */
public record Snapshot(
        String id,
        String query,
        String note,
        String body,
        String sha256,
        long revision,
        String votesSha256,
        Instant createdAt) {
    private static final int ID_LENGTH = 16;

    public Snapshot {
        createdAt = createdAt.truncatedTo(ChronoUnit.MILLIS);
    }

    /** A board, frozen now. */
    public static Snapshot of(String query, String note, String body, Votes votes, Instant now) {
        String hash = sha256(body);
        return new Snapshot(
                hash.substring(0, ID_LENGTH), query, note, body, hash, votes.revision(), votes.sha256(), now);
    }

    /** Of which votes a board was made. */
    public record Votes(long revision, String sha256) {}

    /** Whether the body is the one that the hash was made of. */
    public boolean isWhole() {
        return sha256.equals(sha256(body)) && sha256.startsWith(id);
    }

    private static String sha256(String body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
