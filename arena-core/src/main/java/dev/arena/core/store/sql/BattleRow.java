package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyVersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A row of the table battle, column by column. */
record BattleRow(
        long id,
        String token,
        @Nullable Long prompt,
        int seats,
        @Nullable Long seed,
        @Nullable Double pickProbability,
        String origin,
        @Nullable String run,
        @Nullable Long voter,
        @Nullable String originKey,
        @Nullable Integer turn,
        @Nullable String category,
        @Nullable String language,
        boolean orderKnown,
        long openedMs,
        @Nullable Long studyVersion,
        @Nullable String part,
        @Nullable String source,
        @Nullable String matchup) {

    /** The columns in the order that {@link #read} takes them. */
    static final String COLUMNS = """
            b.id, b.token, b.prompt, b.seats, b.seed, b.pick_probability, b.origin, b.run, b.voter, b.origin_key, b.turn,
            b.category, b.language, b.order_known, b.opened_ms, b.study_version, b.part, b.source, b.matchup""";

    static final int COLUMN_COUNT = 19;

    /** A row of the table seat. */
    record SeatRow(
            long battle,
            int position,
            long contestant,
            @Nullable Long response) {
        /** Reads {@code battle, position, contestant, response}. */
        static SeatRow read(ResultSet rs) throws SQLException {
            return new SeatRow(rs.getLong(1), rs.getInt(2), rs.getLong(3), Columns.longOrNull(rs, 4));
        }

        Seat seat() {
            return new Seat(new ContestantId(contestant), response == null ? null : new ResponseId(response));
        }
    }

    static BattleRow of(long id, BattleDraft draft) {
        BattleOrigin origin = draft.origin();
        BattleStudy study = origin.study();
        return new BattleRow(
                id,
                draft.token(),
                draft.prompt() == null ? null : draft.prompt().value(),
                draft.seats().size(),
                draft.seed(),
                draft.pickProbability(),
                word(origin.kind()),
                origin.run() == null ? null : origin.run().value(),
                origin.voter() == null ? null : origin.voter().value(),
                origin.key(),
                draft.tags().turn(),
                draft.tags().category(),
                draft.tags().language(),
                draft.tags().orderKnown(),
                draft.openedAt().toEpochMilli(),
                study == null ? null : study.version().value(),
                study == null ? null : study.part().word(),
                study == null ? null : study.source(),
                study == null ? null : draft.matchupKey());
    }

    static String word(BattleOrigin.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static BattleRow read(ResultSet rs) throws SQLException {
        return new BattleRow(
                rs.getLong(1),
                rs.getString(2),
                Columns.longOrNull(rs, 3),
                rs.getInt(4),
                Columns.longOrNull(rs, 5),
                Columns.doubleOrNull(rs, 6),
                rs.getString(7),
                rs.getString(8),
                Columns.longOrNull(rs, 9),
                rs.getString(10),
                Columns.intOrNull(rs, 11),
                rs.getString(12),
                rs.getString(13),
                rs.getInt(14) == 1,
                rs.getLong(15),
                Columns.longOrNull(rs, 16),
                rs.getString(17),
                rs.getString(18),
                rs.getString(19));
    }

    /** The hash over this row and its seats in order. */
    String hash(RowHash hash, List<Seat> inOrder) {
        hash.add(id).add(token).add(prompt).add(seats).add(seed).add(pickProbability);
        hash.add(origin).add(run).add(voter).add(originKey);
        hash.add(turn).add(category).add(language).add(orderKnown ? 1L : 0L).add(openedMs);
        if (studyVersion != null) {
            hash.add(studyVersion).add(part).add(source).add(matchup);
        }
        for (Seat seat : inOrder) {
            hash.add(seat.contestant().value());
            hash.add(seat.response() == null ? null : (Long) seat.response().value());
        }
        return hash.finish();
    }

    Battle battle(List<Seat> inOrder) {
        BattleOrigin whence = new BattleOrigin(
                BattleOrigin.Kind.valueOf(origin.toUpperCase(Locale.ROOT)),
                run == null ? null : new RunId(run),
                voter == null ? null : new JudgeId(voter),
                originKey,
                study());
        boolean untagged = turn == null && category == null && language == null && orderKnown;
        BattleDraft draft = new BattleDraft(
                token,
                prompt == null ? null : new PromptId(prompt),
                inOrder,
                seed,
                pickProbability,
                whence,
                untagged ? BattleTags.NONE : new BattleTags(turn, category, language, orderKnown),
                Instant.ofEpochMilli(openedMs));
        return new Battle(new BattleId(id), draft);
    }

    private @Nullable BattleStudy study() {
        if (studyVersion == null || part == null) {
            return null;
        }
        StudyPart kind = StudyPart.valueOf(part.toUpperCase(Locale.ROOT));
        return new BattleStudy(new StudyVersionId(studyVersion), kind, source);
    }
}
