package dev.arena.core.exchange;

import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/**
 * Reads files of every shape as a stream: memory does not grow with the file. The syntax (CSV, TSV, JSON list, JSONL, gzip of each) and
 * the {@link Shape} are recognised by content.
 */
public final class ExchangeReader {
    private static final int LOOK_AHEAD = 1 << 16;

    private ExchangeReader() {}

    /**
     * Reads the verdicts of a file, in the order of its rows.
     *
     * @param action told each verdict as soon as its row is read
     * @throws InputException if the file cannot be read, holds no verdicts, or has an invalid row that {@code options} does not set
     *     aside
     */
    public static ReadReport readVotes(Source source, ReadOptions options, Consumer<FileVote> action) {
        return read(source, options, votes(source, action));
    }

    /**
     * Reads whatever a file says, in the order of its rows.
     *
     * @throws InputException if the file cannot be read, or has an invalid row that {@code options} does not set aside
     */
    public static ReadReport readAll(Source source, ReadOptions options, BiConsumer<Shape, FileRecord> action) {
        return read(source, options, (shape, row, records) -> records.forEach(record -> action.accept(shape, record)));
    }

    /**
     * Reads a file of judgments on gold pairs, in the order of its rows; the orders of one pair follow each other.
     *
     * @throws InputException as {@link #readVotes}, or if the file holds something else
     */
    public static ReadReport readGold(Source source, ReadOptions options, Consumer<GoldJudgment> action) {
        return read(source, options, (shape, row, records) -> {
            for (FileRecord record : records) {
                if (!(record instanceof GoldJudgment judgment)) {
                    throw new InputException(new InputProblem(
                            source.name(),
                            0,
                            null,
                            shape.word(),
                            "judgments on gold pairs: " + Shape.words(Shape.Kind.GOLD),
                            ""));
                }
                action.accept(judgment);
            }
        });
    }

    /** Takes verdicts, and refuses all else. */
    static RowSink votes(Source source, Consumer<FileVote> action) {
        return (shape, row, records) -> {
            for (FileRecord record : records) {
                if (record instanceof FileVote vote) {
                    action.accept(vote);
                } else {
                    throw notVotes(source, shape);
                }
            }
        };
    }

    private static InputException notVotes(Source source, Shape shape) {
        return new InputException(new InputProblem(
                source.name(), 0, null, shape.word(), "verdicts: " + Shape.words(Shape.Kind.VOTES), shape.elsewhere()));
    }

    /**
     * Reads a file row by row.
     *
     * @throws InputException if the file cannot be read, its shape is not known, or it has an invalid row that {@code options} does not
     *     set aside
     */
    static ReadReport read(Source source, ReadOptions options, RowSink sink) {
        Reading reading = new Reading(source, options, sink);
        try (RowText text = TextOpener.open(source, options.bytes());
                Rows rows = syntax(source, text)) {
            return reading.run(rows);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    static InputException unreadable(Source source, IOException cause) {
        String name = source.name();
        InputProblem problem;
        if (cause instanceof MalformedTextException text) {
            problem = new InputProblem(
                    name, text.line(), null, "bytes that are not UTF-8", "UTF-8 text", "Convert the file to UTF-8.");
        } else if (cause instanceof EOFException) {
            problem = new InputProblem(
                    name, 0, null, "a gzip file that is cut short", "a whole gzip file", "Fetch it again.");
        } else if (cause instanceof ZipException) {
            String found = "a damaged gzip file: " + cause.getMessage();
            problem = new InputProblem(name, 0, null, found, "a whole gzip file", "Fetch it again.");
        } else if (cause instanceof RowText.RowTooLongException) {
            String found = String.valueOf(cause.getMessage());
            problem = new InputProblem(name, 0, null, found, "rows of bounded length", "Is it the right file?");
        } else {
            String found = String.valueOf(cause.getMessage());
            problem = new InputProblem(name, 0, null, found, "a file that can be read", "Try again.");
        }
        return new InputException(problem, cause);
    }

    /** The shape of a file, told from its beginning. */
    static Shape shapeOf(Source source) {
        ReadOptions options = ReadOptions.strict();
        try (RowText text = TextOpener.open(source, options.bytes());
                Rows rows = syntax(source, text)) {
            return ShapeFinder.find(source.name(), rows);
        } catch (IOException e) {
            throw unreadable(source, e);
        }
    }

    /** The rows of a text, by its first character that is no space. */
    static Rows syntax(Source source, RowText text) throws IOException {
        text.mark(LOOK_AHEAD);
        char[] start = new char[LOOK_AHEAD];
        int length = fill(text, start);
        text.reset();
        int first = 0;
        while (first < length && Character.isWhitespace(start[first])) {
            first++;
        }
        if (first == length) {
            throw new InputException(new InputProblem(
                    source.name(), 0, null, "an empty file", "at least one row", "Check what wrote it."));
        }
        return switch (start[first]) {
            case '[' -> new JsonListRows(source.name(), text);
            case '{' -> new JsonLineRows(source.name(), text);
            default -> new DelimitedRows(source.name(), text, delimiter(start, first, length));
        };
    }

    /** Looks ahead up to bytes that are no text: what is wrong before them is said first. */
    private static int fill(RowText text, char[] target) throws IOException {
        int length = 0;
        while (length < target.length) {
            int read;
            try {
                read = text.read(target, length, target.length - length);
            } catch (MalformedTextException e) {
                if (length == 0) {
                    throw e;
                }
                return length;
            }
            if (read < 0) {
                break;
            }
            length += read;
        }
        return length;
    }

    /** A header with a tab is TSV; no name of a column holds one. */
    private static char delimiter(char[] text, int from, int to) {
        for (int i = from; i < to && text[i] != '\n' && text[i] != '\r'; i++) {
            if (text[i] == '\t') {
                return '\t';
            }
        }
        return ',';
    }

    /** Takes the records of one row, all of them or, by throwing {@link RejectedRow}, none. */
    @FunctionalInterface
    interface RowSink {
        /**
         * @param row the number of the row in its file, from 1; two rows of a JSON list may share a line
         */
        void accept(Shape shape, long row, List<FileRecord> records);
    }

    /** Says that a row which can be read is not acceptable for another reason. */
    static final class RejectedRow extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient InputProblem problem;

        RejectedRow(InputProblem problem) {
            super(problem.message());
            this.problem = problem;
        }

        InputProblem problem() {
            return problem;
        }
    }
}
