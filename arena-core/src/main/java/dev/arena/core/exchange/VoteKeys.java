package dev.arena.core.exchange;

import dev.arena.core.model.Verdict;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Keys of imported votes: a hash of all that a row says, and the how-manyth such row of the import it is. They do not depend on the file's
 * name, its syntax or its other rows, so the same rows again, or a file that grew, store nothing twice.
 */
final class VoteKeys {
    private static final int HASH_LENGTH = 32;

    private final Fingerprints occurrences = new Fingerprints();

    /**
     * A key.
     *
     * @param hash of what the row says, 32 hex digits
     * @param occurrence from 1
     */
    record Key(String hash, long occurrence) {
        /** Unique over all imports. */
        String text() {
            return "import-" + hash + "-" + occurrence;
        }
    }

    Key next(FileVote vote) {
        String hash = hash(vote);
        long place = Fingerprints.of(hash);
        long occurrence = occurrences.valueOf(place, 0) + 1;
        occurrences.put(place, occurrence);
        return new Key(hash, occurrence);
    }

    private static String hash(FileVote vote) {
        MessageDigest digest = Fingerprints.sha256();
        vote.models().forEach(model -> update(digest, model));
        update(digest, verdict(vote.verdict()));
        update(digest, vote.orderKnown() + "," + vote.inconsistent() + "," + vote.count());
        VoteContext context = vote.context();
        update(digest, context.id());
        update(digest, context.judge());
        update(digest, context.judgeKind() == null ? null : context.judgeKind().word());
        update(digest, context.prompt());
        update(digest, context.turn() == null ? null : context.turn().toString());
        update(digest, context.castAt() == null ? null : context.castAt().toString());
        update(digest, context.category());
        update(digest, context.language());
        return HexFormat.of().formatHex(digest.digest()).substring(0, HASH_LENGTH);
    }

    private static String verdict(Verdict verdict) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return "ranks " + ranking.ranks() + (ranking.margin() == null ? "" : " by " + ranking.margin());
        }
        if (verdict instanceof Verdict.Abstention abstention) {
            return "abstained: " + abstention.reason().word();
        }
        if (verdict instanceof Verdict.Preference preference) {
            return "share " + preference.first();
        }
        return "both bad";
    }

    private static void update(MessageDigest digest, @Nullable String text) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        digest.update(((text == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }
}
