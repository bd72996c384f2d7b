package dev.arena.core.exchange;

import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the shape of a file from the fields of its header or first row, and says what would do where none fits. */
final class ShapeFinder {
    private static final String SHAPES = Arrays.stream(Shape.values())
            .map(shape -> shape.word() + " (" + shape.columns() + ")")
            .collect(Collectors.joining("; "));

    private ShapeFinder() {}

    /**
     * The shape that fits.
     *
     * @throws InputException if none does: names the fields found, what the nearest shape lacks, and every shape's columns
     */
    static Shape find(String file, Rows rows) throws IOException {
        Collection<String> fields = rows.fields();
        Optional<Shape> fitting = Shape.recognise(fields);
        if (fitting.isPresent()) {
            return fitting.get();
        }
        Optional<Shape> nearest = nearest(fields);
        if (nearest.isPresent()) {
            throw lacking(file, rows, nearest.get(), " The shapes understood: " + SHAPES + ".");
        }
        throw new InputException(new InputProblem(
                file, rows.line(), null, shown(fields), "the columns of one of " + SHAPES, separatorHint(fields)));
    }

    /**
     * The shape asked for.
     *
     * @throws InputException if the header lacks one of its columns; of JSON each row is looked at for itself
     */
    static Shape require(String file, Rows rows, Shape shape) throws IOException {
        if (rows instanceof DelimitedRows && !shape.missing(rows.fields()).isEmpty()) {
            throw lacking(file, rows, shape, "");
        }
        return shape;
    }

    private static InputException lacking(String file, Rows rows, Shape shape, String more) throws IOException {
        Collection<String> fields = rows.fields();
        String hint = separatorHint(fields);
        return new InputException(new InputProblem(
                file,
                rows.line(),
                shape.missing(fields).get(0),
                null,
                "the columns of " + shape.word() + ": " + shape.columns(),
                "Found " + shown(fields) + "." + slips(fields, shape) + (hint.isEmpty() ? "" : " " + hint) + more));
    }

    private static String shown(Collection<String> fields) {
        return fields.isEmpty() ? "no named columns" : String.join(", ", fields);
    }

    /** The shape that a file was probably meant to have: more than half of its required fields are there. */
    private static Optional<Shape> nearest(Collection<String> fields) {
        return Arrays.stream(Shape.values())
                .filter(shape -> !shape.missing(fields).isEmpty())
                .filter(shape -> shape.present(fields) > shape.missing(fields).size())
                .min(Comparator.comparingInt(shape -> shape.missing(fields).size()));
    }

    /** Columns that look like a slip of the pen for one that is missing. */
    private static String slips(Collection<String> fields, Shape shape) {
        List<String> missing = shape.missing(fields).stream()
                .flatMap(names -> Arrays.stream(names.split(" or ")))
                .toList();
        List<String> hints = new ArrayList<>();
        for (String field : fields) {
            UnknownFields.nearest(field, missing)
                    .ifPresent(name -> hints.add(" Did you mean '" + name + "' by '" + field + "'?"));
        }
        return String.join("", hints);
    }

    private static String separatorHint(Collection<String> fields) {
        boolean semicolons = fields.size() == 1 && fields.iterator().next().contains(";");
        return semicolons ? "Columns are separated by ';' here; save the file with commas or tabs." : "";
    }
}
