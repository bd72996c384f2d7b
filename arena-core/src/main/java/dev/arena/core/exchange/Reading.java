package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.exchange.ExchangeReader.RejectedRow;
import dev.arena.core.exchange.ExchangeReader.RowSink;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One file under way: rows in, records out, bad rows set aside, everything counted. */
final class Reading {
    private final Source source;
    private final ReadOptions options;
    private final RowSink sink;
    private long rows;
    private long votes;
    private long inconsistent;
    private long invalid;

    Reading(Source source, ReadOptions options, RowSink sink) {
        this.source = source;
        this.options = options;
        this.sink = sink;
    }

    ReadReport run(Rows opened) throws IOException {
        Shape shape = options.shape() == null
                ? ShapeFinder.find(source.name(), opened)
                : ShapeFinder.require(source.name(), opened, options.shape());
        UnknownFields unknown = new UnknownFields(shape);
        unknown.see(opened.fields());
        RowReader reader = RowReader.of(shape);
        Rows grouped = shape == Shape.RANKINGS_LONG ? new GroupedRows(source.name(), opened) : opened;
        boolean eachRow = !(opened instanceof DelimitedRows);
        for (Row row = grouped.next(); row != null; row = grouped.next()) {
            if (eachRow) {
                unknown.see(row);
            }
            take(shape, reader, row);
        }
        return report(shape, unknown, reader);
    }

    private void take(Shape shape, RowReader reader, Row row) {
        rows++;
        List<FileRecord> records = new ArrayList<>(2);
        try {
            if (row instanceof BrokenRow broken) {
                throw broken.problem();
            }
            reader.read(row, records);
        } catch (LongRankingRows.SplitRankingException e) {
            throw e.problem();
        } catch (InputException e) {
            reject(e.problem(), row.raw());
            return;
        }
        try {
            sink.accept(shape, rows, records);
        } catch (RejectedRow e) {
            reject(e.problem(), row.raw());
            return;
        }
        count(records);
    }

    private void reject(InputProblem problem, JsonNode row) {
        options.badRows().reject(problem, row);
        invalid++;
    }

    private void count(List<FileRecord> records) {
        for (FileRecord record : records) {
            if (record instanceof FileVote vote) {
                votes = Math.addExact(votes, vote.count());
                inconsistent += vote.inconsistent() ? vote.count() : 0;
            }
        }
    }

    private ReadReport report(Shape shape, UnknownFields unknown, RowReader reader) {
        List<Notice> notices = new ArrayList<>(unknown.notices(source.name()));
        notices.addAll(reader.notices());
        if (inconsistent > 0) {
            notices.add(new Notice(
                    "inconsistent_ties",
                    source.name() + ": verdicts given as 'tie (inconsistent)' and read as ties: " + inconsistent));
        }
        if (rows == 0) {
            notices.add(new Notice("no_rows", source.name() + ": a header, but no rows"));
        }
        return new ReadReport(source.name(), shape, rows, votes, inconsistent, invalid, notices);
    }
}
