package dev.arena.core.leaderboard;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** A fingerprint of the votes that a table was made of, in their order: the same votes have the same one in any database. */
final class VoteDigest {
    private VoteDigest() {}

    /** SHA-256 in hex over one line a vote. */
    static String sha256(List<RatedVote> votes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (RatedVote vote : votes) {
                digest.update(line(vote).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String line(RatedVote vote) {
        RatedVote.Context context = vote.context();
        return String.join("\u001f", vote.models())
                + '\u001e'
                + vote.verdict()
                + '\u001e'
                + vote.count()
                + '\u001e'
                + vote.weight()
                + '\u001e'
                + vote.orderKnown()
                + '\u001e'
                + context.judge()
                + '\u001e'
                + context.judgeKind()
                + '\u001e'
                + context.prompt()
                + '\u001e'
                + context.turn()
                + '\n';
    }
}
