package dev.arena.core.store.sql;

import dev.arena.core.model.Vote;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Single votes. */
final class VoteReads {
    private static final String CURRENT = """
            SELECT %s
            FROM vote v
            WHERE v.battle = :battle AND v.judge = :judge
            ORDER BY v.sequence DESC
            LIMIT 1
            """.formatted(VoteRow.COLUMNS);

    private VoteReads() {}

    static Optional<VoteRow> find(Handle handle, long id) {
        return handle.createQuery("""
                        SELECT %s
                        FROM vote v
                        WHERE v.id = :id
                        """.formatted(VoteRow.COLUMNS))
                .bind("id", id)
                .map((rs, context) -> VoteRow.read(rs))
                .findOne();
    }

    static Optional<VoteRow> findByPublicId(Handle handle, String publicId) {
        return handle.createQuery("""
                        SELECT %s
                        FROM vote v
                        WHERE v.public_id = :public_id
                        """.formatted(VoteRow.COLUMNS))
                .bind("public_id", publicId)
                .map((rs, context) -> VoteRow.read(rs))
                .findOne();
    }

    static List<Vote> listOf(Handle handle, long battle, long judge) {
        return handle.createQuery("""
                        SELECT %s
                        FROM vote v
                        WHERE v.battle = :battle AND v.judge = :judge
                        ORDER BY v.sequence
                        """.formatted(VoteRow.COLUMNS))
                .bind("battle", battle)
                .bind("judge", judge)
                .map((rs, context) -> VoteRow.read(rs).vote())
                .list();
    }

    static Optional<VoteRow> findCurrent(HotStatements hot, long battle, long judge) {
        return hot.of(CURRENT).bind("battle", battle).bind("judge", judge).findFirst(VoteRow::read);
    }
}
