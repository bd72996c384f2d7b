package dev.arena.core.exchange;

import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells the shape of a file from the fields of its header or first row, and says what would do where none fits. */
final class ShapeFinder {
    private ShapeFinder() {}

    /**
     * The shape that fits.
     *
     * @throws InputException if none does: names the fields found, the nearest shape with what it lacks, and every shape's columns
     */
    static Shape find(String file, Collection<String> fields) {
        return Shape.recognise(fields)
                .orElseThrow(() -> new InputException(new InputProblem(
                        file,
                        1,
                        null,
                        shown(fields),
                        "one of the shapes " + shapes(),
                        nearest(fields) + separatorHint(fields))));
    }

    /** The shape asked for, if the file has its fields. */
    static Shape require(String file, Collection<String> fields, Shape shape) {
        List<String> missing = shape.missing(fields);
        if (!missing.isEmpty()) {
            throw new InputException(new InputProblem(
                    file,
                    1,
                    missing.get(0),
                    null,
                    "the columns of " + shape.word() + ": " + shape.columns(),
                    "Found " + shown(fields) + "." + slips(fields, shape) + separatorHint(fields)));
        }
        return shape;
    }

    private static String shown(Collection<String> fields) {
        return fields.isEmpty() ? "no named columns" : String.join(", ", fields);
    }

    private static String shapes() {
        return Arrays.stream(Shape.values())
                .map(shape -> shape.word() + " (" + shape.columns() + ")")
                .collect(Collectors.joining("; "));
    }

    private static String nearest(Collection<String> fields) {
        Optional<Shape> nearest = Arrays.stream(Shape.values())
                .filter(shape -> shape.present(fields) > 0)
                .filter(shape -> !shape.missing(fields).isEmpty())
                .min(Comparator.comparingInt(shape -> shape.missing(fields).size()));
        return nearest.map(shape -> "Nearest is " + shape.word() + ", which lacks "
                        + String.join(" and ", shape.missing(fields)) + "." + slips(fields, shape))
                .orElse("");
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
        return semicolons ? " Columns are separated by ';' here; save the file with commas or tabs." : "";
    }
}
