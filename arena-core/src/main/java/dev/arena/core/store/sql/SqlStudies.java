package dev.arena.core.store.sql;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StoredStudy;
import dev.arena.core.store.StudyFindings;
import dev.arena.core.store.StudyStore;
import dev.arena.core.store.StudyTally;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

final class SqlStudies implements StudyStore {
    private final SqlReader reader;
    private final UnitWriter writer;

    SqlStudies(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public StoredStudy create(String key, String settings, Instant now) {
        return writer.write(session -> {
            Handle handle = session.handle();
            if (StudyReads.find(handle, key).isPresent()) {
                throw new IllegalArgumentException("study " + key + " is stored already");
            }
            long id = handle.createQuery("""
                            INSERT INTO study (key, created_ms)
                            VALUES (:key, :created_ms)
                            RETURNING id
                            """)
                    .bind("key", key)
                    .bind("created_ms", now.toEpochMilli())
                    .map((rs, context) -> rs.getLong(1))
                    .one();
            insertVersion(handle, id, settings, now);
            insertState(handle, id, StudyState.DRAFT, "", now);
            return StudyReads.get(handle, id);
        });
    }

    @Override
    public StoredStudy addVersion(StudyId study, String settings, Instant now) {
        return writer.write(session -> {
            StudyReads.get(session.handle(), study.value());
            insertVersion(session.handle(), study.value(), settings, now);
            return StudyReads.get(session.handle(), study.value());
        });
    }

    private static void insertVersion(Handle handle, long study, String settings, Instant now) {
        handle.createUpdate("""
                        INSERT INTO study_version (study, version, settings, stored_ms)
                        SELECT :study, coalesce(max(version), 0) + 1, :settings, :stored_ms
                        FROM study_version
                        WHERE study = :study
                        """)
                .bind("study", study)
                .bind("settings", settings)
                .bind("stored_ms", now.toEpochMilli())
                .execute();
    }

    @Override
    public StoredStudy addState(StudyId study, StudyState state, String reason, Instant now) {
        return writer.write(session -> {
            StudyReads.get(session.handle(), study.value());
            insertState(session.handle(), study.value(), state, reason, now);
            return StudyReads.get(session.handle(), study.value());
        });
    }

    private static void insertState(Handle handle, long study, StudyState state, String reason, Instant now) {
        handle.createUpdate("""
                        INSERT INTO study_state (study, state, reason, changed_ms)
                        VALUES (:study, :state, :reason, :changed_ms)
                        """)
                .bind("study", study)
                .bind("state", state.word())
                .bind("reason", reason)
                .bind("changed_ms", now.toEpochMilli())
                .execute();
    }

    @Override
    public Optional<StoredStudy> find(String key) {
        return reader.read(handle -> StudyReads.find(handle, key));
    }

    @Override
    public List<StoredStudy> list() {
        return reader.read(StudyReads::list);
    }

    @Override
    public List<String> putSample(StudyVersionId version, List<String> matchups) {
        return writer.write(session -> {
            session.handle()
                    .createUpdate("""
                            INSERT INTO study_sample (version, matchups)
                            VALUES (:version, :matchups)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("version", version.value())
                    .bind("matchups", String.join(" ", matchups))
                    .execute();
            return sample(session.handle(), version).orElseThrow();
        });
    }

    @Override
    public Optional<List<String>> findSample(StudyVersionId version) {
        return reader.read(handle -> sample(handle, version));
    }

    private static Optional<List<String>> sample(Handle handle, StudyVersionId version) {
        return handle.createQuery("""
                        SELECT matchups
                        FROM study_sample
                        WHERE version = :version
                        """)
                .bind("version", version.value())
                .map((rs, context) -> rs.getString(1))
                .findOne()
                .map(text -> text.isEmpty() ? List.of() : List.of(text.split(" ")));
    }

    @Override
    public StudyTally tally(StudyId study) {
        return atOnce(handle -> new StudyTally(decided(handle, study), open(handle, study), votes(handle, study)));
    }

    /** Several reads of one moment. */
    private <T> T atOnce(Function<Handle, T> work) {
        return reader.read(handle -> {
            handle.execute("BEGIN");
            try {
                return work.apply(handle);
            } finally {
                handle.execute("ROLLBACK");
            }
        });
    }

    private static Map<String, Integer> decided(Handle handle, StudyId study) {
        Map<String, Integer> decided = new HashMap<>();
        handle.createQuery("""
                        SELECT matchup, votes
                        FROM study_matchup
                        WHERE study = :study AND votes > 0
                        """)
                .bind("study", study.value())
                .map((rs, context) -> Map.entry(rs.getString(1), rs.getInt(2)))
                .forEach(entry -> decided.put(entry.getKey(), entry.getValue()));
        return decided;
    }

    private static List<StudyTally.Open> open(Handle handle, StudyId study) {
        return handle.createQuery("""
                        SELECT b.id, b.voter, b.study_version, b.part, b.matchup, b.opened_ms
                        FROM open_battle o JOIN battle b ON b.id = o.battle
                        WHERE o.study = :study
                        ORDER BY b.id
                        """)
                .bind("study", study.value())
                .map((rs, context) -> new StudyTally.Open(
                        new BattleId(rs.getLong(1)),
                        new JudgeId(rs.getLong(2)),
                        new StudyVersionId(rs.getLong(3)),
                        part(rs.getString(4)),
                        rs.getString(5),
                        Instant.ofEpochMilli(rs.getLong(6))))
                .list();
    }

    private static List<StudyTally.Votes> votes(Handle handle, StudyId study) {
        return handle.createQuery("""
                        SELECT voter, part, day, decided, votes, last_ms
                        FROM study_day
                        WHERE study = :study AND votes > 0
                        """)
                .bind("study", study.value())
                .map((rs, context) -> new StudyTally.Votes(
                        new JudgeId(rs.getLong(1)),
                        part(rs.getString(2)),
                        rs.getLong(3),
                        rs.getInt(4) == 1,
                        rs.getLong(5),
                        rs.getLong(6)))
                .list();
    }

    @Override
    public StudyFindings findings(StudyId study) {
        return atOnce(handle -> new StudyFindings(voters(handle, study), coverage(handle, study)));
    }

    private static SortedMap<JudgeId, StudyFindings.Voter> voters(Handle handle, StudyId study) {
        SortedMap<JudgeId, StudyFindings.Voter> voters = new TreeMap<>();
        handle.createQuery("""
                        SELECT voter, gold_votes, gold_right, repeat_same, median_ms
                        FROM study_voter
                        WHERE study = :study
                        """)
                .bind("study", study.value())
                .map((rs, context) -> Map.entry(
                        new JudgeId(rs.getLong(1)),
                        new StudyFindings.Voter(
                                rs.getLong(2), rs.getLong(3), rs.getLong(4), Columns.longOrNull(rs, 5))))
                .forEach(entry -> voters.put(entry.getKey(), entry.getValue()));
        return voters;
    }

    private static SortedMap<ContestantId, StudyFindings.Coverage> coverage(Handle handle, StudyId study) {
        SortedMap<ContestantId, StudyFindings.Coverage> coverage = new TreeMap<>();
        handle.createQuery("""
                        SELECT contestant, battles, votes
                        FROM study_contestant
                        WHERE study = :study
                        """)
                .bind("study", study.value())
                .map((rs, context) -> Map.entry(
                        new ContestantId(rs.getLong(1)), new StudyFindings.Coverage(rs.getLong(2), rs.getLong(3))))
                .forEach(entry -> coverage.put(entry.getKey(), entry.getValue()));
        return coverage;
    }

    private static StudyPart part(String word) {
        return StudyPart.valueOf(word.toUpperCase(Locale.ROOT));
    }

    @Override
    public Optional<String> findAnswers(VoteId vote) {
        return reader.read(handle -> handle.createQuery("""
                        SELECT answers
                        FROM vote_answer
                        WHERE vote = :vote
                        """)
                .bind("vote", vote.value())
                .map((rs, context) -> rs.getString(1))
                .findOne());
    }

    @Override
    public void scanAnswers(VoteId after, AnswerAction action) {
        reader.read(handle -> {
            try (PreparedStatement query = handle.getConnection().prepareStatement("""
                    SELECT vote, answers
                    FROM vote_answer
                    WHERE vote > ?
                    ORDER BY vote
                    """)) {
                query.setLong(1, after.value());
                try (ResultSet rs = query.executeQuery()) {
                    while (rs.next()) {
                        action.take(new VoteId(rs.getLong(1)), rs.getString(2));
                    }
                }
            } catch (SQLException failure) {
                throw new SqlFailure(failure);
            }
            return after;
        });
    }
}
