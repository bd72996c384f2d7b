package dev.arena.core.exchange;

import dev.arena.core.model.JudgeKind;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to import and how.
 *
 * @param sources in any order: prompts are stored before the responses to them, and both before votes
 * @param shape what all of them hold; null to recognise each by content
 * @param judgeKind what the judges of the files are, where a row has no {@code judge_kind} of its own
 * @param dryRun check and count, store nothing
 * @param rejects where invalid rows are set aside; null to refuse everything at the first of them
 */
public record ImportRequest(
        List<Source> sources,
        @Nullable Shape shape,
        JudgeKind judgeKind,
        boolean dryRun,
        @Nullable Path rejects) {
    public ImportRequest {
        sources = List.copyOf(sources);
    }

    /** Everything recognised and stored, or nothing; judges are people. */
    public static ImportRequest of(Source... sources) {
        return new ImportRequest(List.of(sources), null, JudgeKind.HUMAN, false, null);
    }

    ReadOptions readOptions(BadRows badRows) {
        return ReadOptions.strict().withShape(shape).withBadRows(badRows);
    }
}
