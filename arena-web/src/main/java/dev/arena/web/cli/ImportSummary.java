package dev.arena.web.cli;

import dev.arena.core.exchange.ImportRequest;
import dev.arena.core.exchange.ImportResult;
import dev.arena.core.exchange.Notice;
import dev.arena.core.exchange.ReadReport;
import dev.arena.core.store.CatalogChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person reads after an import. */
record ImportSummary(ImportResult result, ImportRequest request, String database) {
    private static final int FILES_LISTED = 20;
    private static final int NAMES_LISTED = 10;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        files(lines);
        catalog(lines);
        votes(lines);
        missing(lines);
        for (Notice notice : result.notices()) {
            lines.add("Note: " + notice.message() + ".");
        }
        if (result.rejected() > 0) {
            lines.add("Set aside in " + request.rejects() + ": " + rows(result.rejected()) + ".");
        }
        lines.add(end());
        return lines;
    }

    private void files(List<String> lines) {
        if (result.files().size() > FILES_LISTED) {
            long rows = result.files().stream().mapToLong(ReadReport::rows).sum();
            lines.add(String.format(
                    Locale.ROOT, "Read %,d files with %,d rows.", result.files().size(), rows));
            return;
        }
        for (ReadReport file : result.files()) {
            lines.add(file.file() + ": " + file.shape().word() + ", " + rows(file.rows()));
        }
    }

    private static String rows(long rows) {
        return String.format(Locale.ROOT, rows == 1 ? "%,d row" : "%,d rows", rows);
    }

    private void catalog(List<String> lines) {
        CatalogChange change = result.catalog();
        if (change.newContestants() > 0) {
            lines.add(String.format(Locale.ROOT, "Contestants: %,d new", change.newContestants()));
        }
        if (change.newPrompts() + change.updatedPrompts() + change.unchangedPrompts() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Prompts:     %,d new, %,d updated, %,d unchanged",
                    change.newPrompts(),
                    change.updatedPrompts(),
                    change.unchangedPrompts()));
        }
        if (change.newResponses() + change.newVersions() + change.unchangedResponses() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "Responses:   %,d new, %,d new versions, %,d unchanged",
                    change.newResponses(),
                    change.newVersions(),
                    change.unchangedResponses()));
        }
    }

    private void votes(List<String> lines) {
        if (result.newVotes() + result.knownVotes() == 0) {
            return;
        }
        String format = request.dryRun() ? "Votes:       %,d rows" : "Votes:       %,d new rows, %,d stored before";
        lines.add(String.format(Locale.ROOT, format, result.newVotes(), result.knownVotes()));
    }

    private void missing(List<String> lines) {
        Map<String, Long> missing = result.missing();
        if (missing.isEmpty()) {
            return;
        }
        String names = missing.entrySet().stream()
                .limit(NAMES_LISTED)
                .map(entry -> entry.getKey() + " (" + entry.getValue() + ")")
                .collect(Collectors.joining(", "));
        lines.add("Without a response to some prompts that others answered: " + names
                + (missing.size() > NAMES_LISTED ? ", …" : "") + ". No battle shows them there.");
    }

    private String end() {
        if (request.dryRun()) {
            return "Dry run: nothing was stored. The same command without --dry-run stores it.";
        }
        String known = result.changed() ? "" : "Nothing changed: all of it was stored before. ";
        String flag = database.equals("arena.db") ? "" : " --db " + database;
        return result.newVotes() > 0
                ? known + "Next: arena rate" + flag + " for the table, arena serve" + flag + " to vote."
                : known + "Next: arena serve" + flag;
    }
}
