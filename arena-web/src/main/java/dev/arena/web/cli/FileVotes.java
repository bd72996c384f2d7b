package dev.arena.web.cli;

import dev.arena.core.exchange.BadRows;
import dev.arena.core.exchange.ReadOptions;
import dev.arena.core.exchange.ReadReport;
import dev.arena.core.exchange.RejectsFile;
import dev.arena.core.exchange.Shape;
import dev.arena.core.exchange.Source;
import dev.arena.core.exchange.VoteFiles;
import dev.arena.core.leaderboard.Exclusion;
import dev.arena.core.leaderboard.VoteNeeds;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.leaderboard.VoteTable;
import dev.arena.core.problem.UsageException;
import dev.arena.core.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The votes of files, read for rating without a database. */
final class FileVotes {
    private final CommandContext context;
    private final ReadOptions options;
    private final @Nullable Path rejects;

    /**
     * A reader of files.
     *
     * @param inputFormat {@code auto}, or the word of a shape
     * @param rejects where invalid rows go; null to refuse them
     */
    FileVotes(CommandContext context, String inputFormat, @Nullable Path rejects) {
        this.context = context;
        this.rejects = rejects;
        this.options = ReadOptions.strict().withShape(shape(inputFormat));
    }

    /** All votes of the files, in their order. */
    VotePool read(List<String> files, VoteNeeds needs) {
        VoteTable votes = new VoteTable(needs);
        List<ReadReport> reports = new ArrayList<>();
        Path target = rejects;
        if (target == null) {
            readAll(files, BadRows.refuse(), votes, reports);
        } else {
            try (RejectsFile rejected = new RejectsFile(target)) {
                readAll(files, rejected, votes, reports);
            }
        }
        return VotePool.of(votes, unread(reports), RateCommand.source(files));
    }

    private Map<String, Long> unread(List<ReadReport> reports) {
        long invalid = 0;
        for (ReadReport report : reports) {
            invalid += report.invalid();
            report.notices().forEach(notice -> context.say(notice.message()));
        }
        if (invalid > 0) {
            context.say(invalid + " invalid rows were set aside in " + rejects);
        }
        return Map.of(Exclusion.INVALID.word(), invalid);
    }

    private void readAll(List<String> files, BadRows badRows, VoteTable votes, List<ReadReport> reports) {
        for (String file : files) {
            Source source = file.equals(Source.STANDARD_INPUT)
                    ? Source.once(file, context.console().in())
                    : Source.file(Path.of(file));
            try (Progress progress = context.progress().begin("reading " + file, source.size())) {
                reports.add(
                        VoteFiles.read(source, options.withBadRows(badRows).withProgress(progress::advance), votes));
            }
        }
    }

    private static @Nullable Shape shape(String word) {
        if (word.equals("auto")) {
            return null;
        }
        return Shape.ofWord(word)
                .filter(Shape::holdsVotes)
                .orElseThrow(() -> new UsageException(
                        "--input-format '" + word + "' is not allowed; use auto, " + Shape.voteWords() + "."));
    }
}
