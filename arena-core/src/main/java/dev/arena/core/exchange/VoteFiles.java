package dev.arena.core.exchange;

import dev.arena.core.leaderboard.RatedVote;
import dev.arena.core.leaderboard.VoteTable;
import dev.arena.core.model.JudgeKind;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the verdicts of files into a table of votes, to be rated without a database. */
public final class VoteFiles {
    /** A slice of a file is worth a thread from this size on. */
    private static final long SLICE = 4_000_000;

    private static final int MOST_SLICES = 16;

    private VoteFiles() {}

    /**
     * Adds the verdicts of a file to a table, in the order of its rows.
     *
     * @throws dev.arena.core.problem.InputException if the file cannot be read, holds no verdicts, or has an invalid row that
     *     {@code options} does not set aside; the table is then of no use
     */
    public static ReadReport read(Source source, ReadOptions options, VoteTable table) {
        int slices = Math.min(
                Runtime.getRuntime().availableProcessors(), (int) Math.min(MOST_SLICES, source.size() / SLICE));
        return read(source, options, table, slices);
    }

    /** The same in a number of slices, where the file can be read so. */
    static ReadReport read(Source source, ReadOptions options, VoteTable table, int slices) {
        try {
            Optional<Path> file = source.path().filter(path -> slices > 1);
            if (file.isPresent()) {
                Optional<ReadReport> report = readSliced(source, options, table, file.get(), slices);
                if (report.isPresent()) {
                    return report.get();
                }
            }
            return readStream(source, options, table);
        } catch (IOException e) {
            throw ExchangeReader.unreadable(source, e);
        }
    }

    private static Optional<ReadReport> readSliced(
            Source source, ReadOptions options, VoteTable table, Path file, int slices) throws IOException {
        Optional<BattleHeader> header;
        try (InputStream bytes = new BufferedInputStream(source.open())) {
            header = BattleHeader.find(source.name(), bytes, options.shape());
        }
        return header.isPresent()
                ? new BattleFile(source, options, header.get()).readSliced(file, slices, table)
                : Optional.empty();
    }

    private static ReadReport readStream(Source source, ReadOptions options, VoteTable table) throws IOException {
        try (InputStream bytes = TextOpener.bytes(source, options.bytes())) {
            Optional<BattleHeader> header = BattleHeader.find(source.name(), bytes, options.shape());
            if (header.isPresent()) {
                return new BattleFile(source, options, header.get()).read(bytes, table);
            }
            try (RowText text = TextOpener.text(bytes);
                    Rows rows = ExchangeReader.syntax(source, text)) {
                return new Reading(source, options, sink(source, table)).run(rows);
            }
        }
    }

    /** Takes the verdicts of rows into a table. */
    static ExchangeReader.RowSink sink(Source source, VoteTable table) {
        return ExchangeReader.votes(source, vote -> table.add(rated(vote), vote.excluded()));
    }

    /** Reads by the library alone: what the other readers must agree with. */
    static ReadReport readSlowly(Source source, ReadOptions options, VoteTable table) {
        return ExchangeReader.readVotes(source, options, vote -> table.add(rated(vote), vote.excluded()));
    }

    /** A row's verdict as the ratings know it: a judge of no said kind is a person. */
    static RatedVote rated(FileVote vote) {
        VoteContext said = vote.context();
        JudgeKind kind = said.judgeKind();
        Integer turn = said.turn();
        VoteContext.Lengths lengths = said.lengths();
        return new RatedVote(
                vote.models(),
                vote.verdict(),
                vote.count(),
                vote.weight(),
                // A rule of the arena shows nobody anything, so a position means nothing to it.
                vote.orderKnown() && kind != JudgeKind.RULE,
                new RatedVote.Context(
                        said.judge(),
                        kind == null ? JudgeKind.HUMAN : kind,
                        said.prompt(),
                        turn == null ? 0 : turn,
                        said.category(),
                        said.language(),
                        said.castAt() == null ? null : said.castAt().toEpochMilli(),
                        null),
                lengths == null ? null : new RatedVote.Lengths(lengths.first(), lengths.second()));
    }
}
