package dev.arena.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.exchange.BadRows;
import dev.arena.core.exchange.ImportResult;
import dev.arena.core.exchange.Notice;
import dev.arena.core.exchange.ReadReport;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.CatalogChange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an import did, or would do.
 *
 * @param shape what the file holds; empty where that cannot be told
 * @param counts by what they count, such as {@code new_prompts}
 * @param problems the first hundred rows that cannot be stored
 * @param problemsTotal how many there are
 */
@JsonNaming(SnakeCaseStrategy.class)
record ImportAnswer(
        boolean dryRun,
        String name,
        String shape,
        Map<String, Long> counts,
        List<Problem> problems,
        long problemsTotal,
        List<String> notices) {
    private static final int SHOWN = 100;

    /** A value that cannot be accepted: where, what was found, what is allowed, what to do. */
    record Problem(
            long line, @Nullable String field, @Nullable String found, String allowed, String next) {
        static Problem of(InputProblem problem) {
            String found = problem.found();
            return new Problem(
                    problem.line(),
                    problem.field(),
                    found == null ? null : Errors.shorten(found),
                    problem.allowed(),
                    problem.next());
        }
    }

    /** Keeps the first rows that are set aside, and counts them all. */
    static final class Aside implements BadRows {
        private final List<Problem> first = new ArrayList<>();
        private long total;

        @Override
        public void reject(InputProblem problem, JsonNode row) {
            total++;
            if (first.size() < SHOWN) {
                first.add(Problem.of(problem));
            }
        }

        List<Problem> first() {
            return List.copyOf(first);
        }

        long total() {
            return total;
        }
    }

    static ImportAnswer of(String name, boolean dryRun, ImportResult result, Aside aside) {
        String shape = result.files().stream()
                .findFirst()
                .map(file -> file.shape().word())
                .orElse("");
        List<String> notices = result.notices().stream().map(Notice::message).toList();
        return new ImportAnswer(dryRun, name, shape, counts(result), aside.first(), aside.total(), notices);
    }

    /** The same with one more notice. */
    ImportAnswer with(String notice) {
        List<String> all = new ArrayList<>(notices);
        all.add(notice);
        return new ImportAnswer(dryRun, name, shape, counts, problems, problemsTotal, all);
    }

    /** A file that cannot be read at all. */
    static ImportAnswer unreadable(String name, InputProblem problem) {
        return new ImportAnswer(true, name, "", Map.of(), List.of(Problem.of(problem)), 1, List.of());
    }

    private static Map<String, Long> counts(ImportResult result) {
        CatalogChange change = result.catalog();
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("rows", result.files().stream().mapToLong(ReadReport::rows).sum());
        counts.put("new_contestants", (long) change.newContestants());
        counts.put("new_prompts", (long) change.newPrompts());
        counts.put("updated_prompts", (long) change.updatedPrompts());
        counts.put("unchanged_prompts", (long) change.unchangedPrompts());
        counts.put("new_responses", (long) change.newResponses());
        counts.put("new_versions", (long) change.newVersions());
        counts.put("unchanged_responses", (long) change.unchangedResponses());
        counts.put("new_votes", result.newVotes());
        counts.put("known_votes", result.knownVotes());
        counts.put("set_aside", result.rejected());
        return counts;
    }
}
