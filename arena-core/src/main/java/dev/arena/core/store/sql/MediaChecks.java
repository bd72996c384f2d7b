package dev.arena.core.store.sql;

import dev.arena.core.model.Media;
import dev.arena.core.store.MediaRules;
import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Whether the bytes of every file are those that its hash was made of, and every attachment is there. */
final class MediaChecks {
    private final List<Finding> findings;

    MediaChecks(List<Finding> findings) {
        this.findings = findings;
    }

    void run(Handle handle) {
        List<Media> files = handle.createQuery("""
                        SELECT sha256, media_type, size
                        FROM media
                        ORDER BY sha256
                        """)
                .map((rs, context) -> new Media(rs.getString(1), rs.getString(2), rs.getLong(3)))
                .list();
        for (Media media : files) {
            if (!isWhole(handle, media)) {
                findings.add(new Finding(
                        Check.MEDIA,
                        "file " + media.sha256()
                                + ": its bytes are not the ones its hash was made of; they were changed from outside"));
            }
        }
        missing(handle);
    }

    private static boolean isWhole(Handle handle, Media media) {
        MediaRules rules = new MediaRules(media);
        try {
            handle.createQuery("""
                            SELECT bytes
                            FROM media_piece
                            WHERE sha256 = :sha256
                            ORDER BY piece
                            """)
                    .bind("sha256", media.sha256())
                    .map((rs, context) -> rs.getBytes(1))
                    .forEach(rules::take);
            rules.requireWhole();
            return true;
        } catch (IllegalArgumentException changed) {
            return false;
        }
    }

    private void missing(Handle handle) {
        handle.createQuery("""
                        SELECT owner || ': its file ' || sha256 || ' is not stored'
                        FROM (
                          SELECT 'response ' || t.response AS owner, json_extract(a.value, '$[2]') AS sha256
                          FROM response_text t, json_each(t.attachments) a
                          UNION ALL
                          SELECT 'prompt ' || p.id, json_extract(a.value, '$[2]')
                          FROM prompt p, json_each(p.attachments) a)
                        WHERE sha256 IS NOT NULL AND sha256 NOT IN (SELECT sha256 FROM media)
                        ORDER BY owner
                        """)
                .map((rs, context) -> rs.getString(1))
                .forEach(message -> findings.add(new Finding(Check.MEDIA, message)));
    }
}
