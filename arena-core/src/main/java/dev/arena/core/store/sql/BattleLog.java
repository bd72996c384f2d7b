package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Stores battles, on the writer's thread. */
final class BattleLog {
    /** A battle just stored or found, as far as a vote on it needs to know it. */
    record Place(
            long battle,
            int seats,
            @Nullable Long voter,
            String rowHash,
            @Nullable Long study) {}

    /** Stands for the open floor where a study would stand. */
    static final long FLOOR = 0;

    private BattleLog() {}

    static Battle open(WriteSession session, BattleDraft draft) {
        JudgeId voter = draft.origin().voter();
        if (voter == null) {
            return BattleReads.get(session.handle(), store(session, draft));
        }
        long study = studyOf(session.hot(), draft.origin().study());
        Optional<Battle> shown = HotBattles.findOpen(session.hot(), voter, study);
        if (shown.isPresent()) {
            return shown.get();
        }
        long id = insert(session, draft).battle();
        session.hot()
                .of("""
            INSERT INTO open_battle (voter, study, battle)
            VALUES (:voter, :study, :battle)
            """)
                .bind("voter", voter.value())
                .bind("study", study)
                .bind("battle", id)
                .execute();
        return new Battle(new BattleId(id), draft);
    }

    /** The id of a scheduled, imported or identical battle; stored now where it was not. */
    static long store(WriteSession session, BattleDraft draft) {
        return findByKey(session, draft.origin())
                .orElseGet(() -> insert(session, draft).battle());
    }

    /** The study of a battle; {@link #FLOOR} outside studies. */
    private static long studyOf(HotStatements hot, @Nullable BattleStudy place) {
        if (place == null) {
            return FLOOR;
        }
        long version = place.version().value();
        return hot.of("""
            SELECT study
            FROM study_version
            WHERE id = :version
            """)
                .bind("version", version)
                .findFirst(rs -> rs.getLong(1))
                .orElseThrow(() -> new IllegalArgumentException("study version " + version + " is not stored"));
    }

    /** Ends a voter's open battle when it is this one. */
    static void close(WriteSession session, long battle, long voter) {
        session.hot().of("""
            DELETE FROM open_battle
            WHERE voter = :voter AND battle = :battle
            """).bind("voter", voter).bind("battle", battle).execute();
    }

    /** The battle stored under the key of that origin; empty where it has none. */
    static Optional<Long> findByKey(WriteSession session, BattleOrigin origin) {
        String key = origin.key();
        if (key == null) {
            return Optional.empty();
        }
        return session.hot()
                .of("""
                    SELECT id
                    FROM battle
                    WHERE origin_key = :key AND origin = :origin AND coalesce(run, '') = :run
                    """)
                .bind("key", key)
                .bind("origin", BattleRow.word(origin.kind()))
                .bind("run", origin.run() == null ? "" : origin.run().value())
                .findFirst(rs -> rs.getLong(1));
    }

    /** Stores a battle and its seats; opens it for nobody. */
    static Place insert(WriteSession session, BattleDraft draft) {
        BattleRow row = BattleRow.of(nextId(session), draft);
        String hash = row.hash(session.rowHash(), draft.seats());
        try {
            insertBattle(session, row, hash);
        } catch (RuntimeException failure) {
            throw explain(session.handle(), draft, failure);
        }
        for (int position = 1; position <= draft.seats().size(); position++) {
            Seat seat = draft.seats().get(position - 1);
            try {
                if (seat.response() != null && !fits(session, seat, draft.prompt())) {
                    SqlCatalog.require(session.handle(), seat, draft.prompt());
                }
                insertSeat(session, row.id(), position, seat);
            } catch (RuntimeException failure) {
                throw explain(session.handle(), draft.prompt(), seat, failure);
            }
        }
        BattleStudy place = draft.origin().study();
        if (place == null) {
            return new Place(row.id(), row.seats(), row.voter(), hash, null);
        }
        long study = studyOf(session.hot(), place);
        StudyCountLog.opened(session.hot(), study, draft);
        return new Place(row.id(), row.seats(), row.voter(), hash, study);
    }

    /** Whether the response is one of the contestant's to the prompt. */
    private static boolean fits(WriteSession session, Seat seat, @Nullable PromptId prompt) {
        return session.hot()
                .of("""
                    SELECT id
                    FROM response
                    WHERE id = :response AND contestant = :contestant AND prompt = :prompt
                    """)
                .bind(
                        "response",
                        seat.response() == null ? null : (Long) seat.response().value())
                .bind("contestant", seat.contestant().value())
                .bind("prompt", prompt == null ? null : (Long) prompt.value())
                .findFirst(rs -> rs.getLong(1))
                .isPresent();
    }

    private static long nextId(WriteSession session) {
        return session.hot().of("""
            SELECT max(id)
            FROM battle
            """).findFirst(rs -> rs.getLong(1) + 1).orElse(1L);
    }

    private static void insertBattle(WriteSession session, BattleRow row, String hash) {
        session.hot()
                .of("""
                    INSERT INTO battle (id, token, prompt, seats, seed, pick_probability, origin, run, voter, origin_key,
                      turn, category, language, order_known, opened_ms, study_version, part, source, matchup, row_hash)
                    VALUES (:id, :token, :prompt, :seats, :seed, :pick_probability, :origin, :run, :voter, :origin_key,
                      :turn, :category, :language, :order_known, :opened_ms, :study_version, :part, :source, :matchup, :row_hash)
                    """)
                .bind("id", row.id())
                .bind("token", row.token())
                .bind("prompt", row.prompt())
                .bind("seats", row.seats())
                .bind("seed", row.seed())
                .bind("pick_probability", row.pickProbability())
                .bind("origin", row.origin())
                .bind("run", row.run())
                .bind("voter", row.voter())
                .bind("origin_key", row.originKey())
                .bind("turn", row.turn())
                .bind("category", row.category())
                .bind("language", row.language())
                .bind("order_known", row.orderKnown() ? 1 : 0)
                .bind("opened_ms", row.openedMs())
                .bind("study_version", row.studyVersion())
                .bind("part", row.part())
                .bind("source", row.source())
                .bind("matchup", row.matchup())
                .bind("row_hash", RowHash.bytes(hash))
                .execute();
    }

    private static void insertSeat(WriteSession session, long battle, int position, Seat seat) {
        session.hot()
                .of("""
                    INSERT INTO seat (battle, position, contestant, response)
                    VALUES (:battle, :position, :contestant, :response)
                    """)
                .bind("battle", battle)
                .bind("position", position)
                .bind("contestant", seat.contestant().value())
                .bind(
                        "response",
                        seat.response() == null ? null : (Long) seat.response().value())
                .execute();
    }

    private static RuntimeException explain(Handle handle, BattleDraft draft, RuntimeException failure) {
        if (SqliteErrors.isConstraint(failure)) {
            if (findByToken(handle, draft.token()).isPresent()) {
                return new IllegalArgumentException("token " + draft.token() + " is taken", failure);
            }
            BattleOrigin origin = draft.origin();
            if (origin.voter() != null) {
                SqlJudges.require(handle, origin.voter());
            }
            if (origin.run() != null) {
                SqlRuns.require(handle, origin.run());
            }
            if (draft.prompt() != null) {
                SqlCatalog.require(handle, draft.prompt());
            }
        }
        return failure;
    }

    private static RuntimeException explain(
            Handle handle, @Nullable PromptId prompt, Seat seat, RuntimeException failure) {
        if (SqliteErrors.isConstraint(failure)) {
            SqlCatalog.require(handle, seat, prompt);
        }
        return failure;
    }

    static Optional<Long> findByToken(Handle handle, String token) {
        return handle.createQuery("""
            SELECT id
            FROM battle
            WHERE token = :token
            """)
                .bind("token", token)
                .map((rs, context) -> rs.getLong("id"))
                .findOne();
    }
}
