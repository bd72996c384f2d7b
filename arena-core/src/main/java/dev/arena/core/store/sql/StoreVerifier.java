package dev.arena.core.store.sql;

import dev.arena.core.store.sql.VerifyReport.Check;
import dev.arena.core.store.sql.VerifyReport.Counts;
import dev.arena.core.store.sql.VerifyReport.Finding;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Reads a whole database and says what is wrong with it; changes nothing, and works beside a server that writes. */
public final class StoreVerifier {
    /** The triggers of the schema; without them rows could have been changed. */
    static final Set<String> TRIGGERS = Set.of(
            "battle_delete",
            "battle_update",
            "call_start_delete",
            "call_start_update",
            "call_text_delete",
            "call_text_update",
            "call_withdrawal_delete",
            "call_withdrawal_update",
            "contestant_delete",
            "contestant_update",
            "device_code_delete",
            "device_code_update",
            "invite_delete",
            "invite_end_delete",
            "invite_end_update",
            "invite_update",
            "judge_call_delete",
            "judge_call_update",
            "judge_delete",
            "judge_update",
            "leak_finding_delete",
            "leak_finding_update",
            "leak_shown_delete",
            "leak_shown_update",
            "leak_spec_delete",
            "leak_spec_update",
            "media_delete",
            "media_piece_delete",
            "media_piece_update",
            "media_update",
            "probe_delete",
            "probe_update",
            "prompt_delete",
            "prompt_turns",
            "response_delete",
            "response_text_delete",
            "response_text_update",
            "response_update",
            "role_end_delete",
            "role_end_update",
            "role_grant_delete",
            "role_grant_update",
            "run_end_delete",
            "run_end_update",
            "run_round_delete",
            "run_round_update",
            "seat_delete",
            "seat_update",
            "snapshot_delete",
            "snapshot_update",
            "study_delete",
            "study_sample_delete",
            "study_sample_update",
            "study_state_delete",
            "study_state_update",
            "study_update",
            "study_version_delete",
            "study_version_update",
            "vote_answer_delete",
            "vote_answer_update",
            "vote_delete",
            "vote_update",
            "voter_decision_delete",
            "voter_decision_update",
            "voter_device_delete",
            "voter_device_update");

    private final List<Finding> findings = new ArrayList<>();
    private Counts counts = new Counts(0, 0, 0, 0);

    private StoreVerifier() {}

    /**
     * Checks a database at one moment.
     *
     * @throws dev.arena.core.problem.UsageException if there is no such file, or it is of another program
     * @throws dev.arena.core.problem.StoreException if its version is not the one this program knows
     */
    public static VerifyReport verify(Path file) {
        Path real = StoreFiles.resolve(file);
        StoreFiles.requireExisting(real);
        StoreFiles.requireSqlite(real);
        SqlReader.Opener opener = SqliteConnections.readOpener(real);
        try (Connection connection = opener.open(real)) {
            Schema.CURRENT.requireCurrent(real, connection);
        } catch (SQLException damaged) {
            Finding finding = new Finding(Check.FILE, String.valueOf(damaged.getMessage()));
            return new VerifyReport(new Counts(0, 0, 0, 0), List.of(finding));
        }
        try (SqlReader reader = new SqlReader(real, opener, () -> null)) {
            return reader.read(handle -> new StoreVerifier().report(handle));
        }
    }

    private VerifyReport report(Handle handle) {
        handle.execute("BEGIN");
        try {
            run(Check.FILE, () -> checkFile(handle));
            run(Check.REFERENCES, () -> checkReferences(handle));
            run(Check.TRIGGERS, () -> checkTriggers(handle));
            run(Check.RESPONSES, () -> new ResponseChecks(findings).run(handle));
            run(Check.MEDIA, () -> new MediaChecks(findings).run(handle));
            run(Check.BATTLES, () -> new BattleChecks(findings).run(handle));
            run(Check.VOTE_CHAIN, () -> new VoteChecks(findings).run(handle));
            run(Check.CALLS, () -> checkCalls(handle));
            run(Check.SNAPSHOTS, () -> checkSnapshots(handle));
            run(
                    Check.STUDY_COUNTS,
                    () -> StudyPlainCounts.check(
                            handle, message -> findings.add(new Finding(Check.STUDY_COUNTS, message))));
            run(Check.FILE, () -> counts = counts(handle));
            return new VerifyReport(counts, findings);
        } finally {
            handle.execute("ROLLBACK");
        }
    }

    /** A page that cannot be read ends one check and becomes a finding of it. */
    private void run(Check check, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            SQLException cause = SqliteErrors.sqlCause(failure).orElseThrow(() -> failure);
            findings.add(new Finding(check, "cannot be read to the end: " + cause.getMessage()));
        }
    }

    private void checkFile(Handle handle) {
        handle.createQuery("PRAGMA integrity_check(100)")
                .map((rs, context) -> rs.getString(1))
                .forEach(line -> {
                    if (!line.equals("ok")) {
                        findings.add(new Finding(Check.FILE, line));
                    }
                });
    }

    private void checkReferences(Handle handle) {
        handle.createQuery("PRAGMA foreign_key_check")
                .map((rs, context) -> "row " + rs.getString(2) + " of table " + rs.getString(1)
                        + " refers to a row of table " + rs.getString(3) + " that is not there")
                .forEach(message -> findings.add(new Finding(Check.REFERENCES, message)));
    }

    private void checkCalls(Handle handle) {
        handle.createQuery("""
                        SELECT 'call ' || c.id || ': its judge, run or battle is not that of its start, vote or probe'
                        FROM judge_call c
                          LEFT JOIN vote v ON v.id = c.vote
                          LEFT JOIN probe p ON p.id = c.probe
                          LEFT JOIN call_start s ON s.id = c.start
                        WHERE c.judge <> coalesce(v.judge, p.judge) OR c.judge <> s.judge OR c.run <> s.run
                          OR v.battle <> s.battle OR p.key <> s.probe_key
                        UNION ALL
                        SELECT 'call ' || c.id || ': its texts are missing'
                        FROM judge_call c
                        WHERE NOT EXISTS (SELECT 1 FROM call_text t WHERE t.call = c.id)
                        UNION ALL
                        SELECT 'start ' || s.id || ': whether it counts as open does not agree with whether its end is stored'
                        FROM call_start s
                        WHERE (SELECT count(*) FROM open_call o WHERE o.start = s.id)
                          + (SELECT count(*) FROM judge_call c WHERE c.start = s.id)
                          + (SELECT count(*) FROM call_withdrawal w WHERE w.start = s.id) <> 1
                        UNION ALL
                        SELECT 'round ' || r.round || ' of run ' || r.run || ': the run has fewer battles than its rounds'
                        FROM run_round r
                        WHERE r.battles > (SELECT count(*) FROM battle b WHERE b.run = r.run)
                        """)
                .map((rs, context) -> rs.getString(1))
                .forEach(message -> findings.add(new Finding(Check.CALLS, message)));
    }

    private void checkSnapshots(Handle handle) {
        handle.createQuery("""
                        SELECT id, query, note, body, sha256, revision, votes_sha256, created_ms
                        FROM snapshot
                        ORDER BY id
                        """).map(SqlSnapshots::snapshot).forEach(snapshot -> {
            if (!snapshot.isWhole()) {
                findings.add(new Finding(
                        Check.SNAPSHOTS,
                        "snapshot " + snapshot.id()
                                + ": its board is not the one its hash was made of; changed from outside"));
            }
        });
    }

    private void checkTriggers(Handle handle) {
        Set<String> missing = new TreeSet<>(TRIGGERS);
        missing.removeAll(triggers(handle));
        for (String trigger : missing) {
            findings.add(new Finding(
                    Check.TRIGGERS,
                    "the trigger " + trigger + " is gone: rows it protects may have been changed since"));
        }
    }

    static List<String> triggers(Handle handle) {
        return handle.createQuery("""
                        SELECT name
                        FROM sqlite_schema
                        WHERE type = 'trigger'
                        """).map((rs, context) -> rs.getString(1)).list();
    }

    private static Counts counts(Handle handle) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM response), (SELECT count(*) FROM battle), (SELECT count(*) FROM vote),
                          (SELECT count(*) FROM judge_call)
                        """)
                .map((rs, context) -> new Counts(rs.getLong(1), rs.getLong(2), rs.getLong(3), rs.getLong(4)))
                .one();
    }
}
