package dev.arena.core.store.sql;

import dev.arena.core.problem.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.sqlite.SQLiteErrorCode;

/** Says in one sentence what SQLite means by an error, and what to do about it. */
final class SqliteErrors {
    /** Extended result codes carry the primary one in their low byte. */
    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    /** The SQL error that caused a failure, if one did. */
    static Optional<SQLException> sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return Optional.of(sql);
            }
        }
        return Optional.empty();
    }

    /** Whether a failure is a broken constraint: SQLite undid that one statement, and the transaction can go on. */
    static boolean isConstraint(Throwable failure) {
        return sqlCause(failure)
                .map(sql -> primary(sql) == SQLiteErrorCode.SQLITE_CONSTRAINT.code)
                .orElse(false);
    }

    /** SQL errors as this project's exceptions; anything else has said what it means already. */
    static RuntimeException translate(RuntimeException failure, Path file) {
        if (!(failure instanceof JdbiException || failure instanceof SqlFailure)) {
            return failure;
        }
        return sqlCause(failure)
                .<RuntimeException>map(sql -> translate(sql, file))
                .orElse(failure);
    }

    /** The error for a person. */
    static StoreException translate(SQLException sql, Path file) {
        return new StoreException(sentence(primary(sql), file, String.valueOf(sql.getMessage())), sql);
    }

    private static String sentence(int code, Path file, String detail) {
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return "The disk is full: nothing more can be written to " + file
                    + ". Every acknowledged vote is safe; free some space and try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_READONLY.code) {
            return file
                    + " is read-only: give this user write access to the file and its folder, or copy it elsewhere.";
        }
        if (code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code) {
            return "Another program keeps " + file + " locked: close it and try again.";
        }
        if (code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return file + " is damaged (" + detail + "): run arena verify, and restore a backup.";
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return file + " is not an Arena database: it is not a SQLite file. Name another file with --db.";
        }
        if (code == SQLiteErrorCode.SQLITE_CANTOPEN.code) {
            return file + " cannot be opened: this user needs read and write access to the file and its folder.";
        }
        if (code == SQLiteErrorCode.SQLITE_IOERR.code) {
            return "Reading or writing " + file + " failed (" + detail
                    + "): check the disk. Every acknowledged vote was on disk before it was acknowledged.";
        }
        return "The database " + file + " refused: " + detail;
    }

    private static int primary(SQLException sql) {
        return sql.getErrorCode() & PRIMARY;
    }
}
