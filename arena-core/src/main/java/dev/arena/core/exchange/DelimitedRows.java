package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** CSV or TSV with a header: quotes as in RFC 4180, cells over several lines, empty lines skipped, unnamed columns ignored. */
final class DelimitedRows implements Rows {
    private final String file;
    private final RowText text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final int width;
    private final long headerLine;
    private long line;

    DelimitedRows(String file, RowText text, char delimiter) throws IOException {
        this.file = file;
        this.text = text;
        this.parser = CSVParser.builder()
                .setReader(text)
                .setFormat(CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter)
                        .setIgnoreEmptyLines(false)
                        .get())
                .get();
        this.records = parser.iterator();
        CSVRecord header = read();
        this.headerLine = header == null ? 0 : line;
        this.width = header == null ? 0 : header.size();
        if (header != null) {
            nameColumns(header.toList());
        }
    }

    private void nameColumns(List<String> header) {
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i).strip();
            if (!name.isEmpty() && columns.putIfAbsent(name, i) != null) {
                throw new InputException(new InputProblem(
                        file, line, name, "named twice", "each column name once", "Rename or remove one of them."));
            }
        }
    }

    @Override
    public Collection<String> fields() {
        return columns.keySet();
    }

    @Override
    public long line() {
        return headerLine;
    }

    @Override
    public @Nullable Row next() throws IOException {
        CSVRecord record = read();
        if (record == null) {
            return null;
        }
        if (record.size() != width) {
            return ragged(record);
        }
        return new DelimitedRow(file, line, columns, record);
    }

    private BrokenRow ragged(CSVRecord record) {
        ArrayNode cells = JsonNodeFactory.instance.arrayNode();
        record.forEach(cells::add);
        InputProblem problem = new InputProblem(
                file,
                line,
                null,
                record.size() + " cells: " + String.join(",", record.toList()),
                "as many cells as the header has, " + width,
                "Put quotes around cells that hold a comma, a tab or a quote.");
        return new BrokenRow(problem, cells);
    }

    /** The next record that is not an empty line, leaving its first line in {@link #line}; null at the end. */
    private @Nullable CSVRecord read() throws IOException {
        try {
            while (true) {
                line = parser.getCurrentLineNumber() + 1;
                text.beginRow();
                if (!records.hasNext()) {
                    return null;
                }
                CSVRecord record = records.next();
                if (record.size() > 1 || !record.get(0).isBlank()) {
                    return record;
                }
            }
        } catch (UncheckedIOException e) {
            throw broken(Objects.requireNonNull(e.getCause()));
        }
    }

    private InputException broken(IOException problem) throws IOException {
        String found;
        if (problem instanceof CSVException) {
            found = String.valueOf(problem.getMessage()).contains("EOF")
                    ? "an opening quote that is never closed"
                    : "text between a closing quote and the end of its cell";
        } else if (problem instanceof RowText.RowTooLongException) {
            found = problem.getMessage() + ", perhaps an opening quote that is never closed";
        } else {
            throw problem;
        }
        return new InputException(
                new InputProblem(
                        file,
                        line,
                        null,
                        found,
                        "cells in which every opening quote is closed, and a quote inside a quoted cell is doubled",
                        "Nothing after this row can be read; mend the quotes."),
                problem);
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
