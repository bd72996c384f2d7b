package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Fields that a shape does not know are ignored; one that looks like a slip of the pen is worth a notice. */
final class UnknownFields {
    private static final int REMEMBERED = 1000;

    private final Set<String> known;
    private final Set<String> seen = new HashSet<>();
    private final TreeMap<String, String> slips = new TreeMap<>();

    UnknownFields(Shape shape) {
        this.known = shape.knownFields();
    }

    void see(Row row) {
        JsonNode raw = row.raw();
        if (raw instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(this::see);
        }
    }

    void see(Collection<String> fields) {
        fields.forEach(this::see);
    }

    private void see(String field) {
        if (known.contains(field) || seen.size() >= REMEMBERED || !seen.add(field)) {
            return;
        }
        nearest(field, known).ifPresent(meant -> {
            if (!seen.contains(meant)) {
                slips.put(field, meant);
            }
        });
    }

    List<Notice> notices(String file) {
        List<Notice> notices = new ArrayList<>();
        slips.forEach((field, meant) -> notices.add(new Notice(
                "unknown_column", file + ": column '" + field + "' is ignored; did you mean '" + meant + "'?")));
        return notices;
    }

    /** The known name that a field was probably meant to be: one slip away, or two in a long name. */
    static Optional<String> nearest(String field, Collection<String> names) {
        int most = field.length() < 6 ? 1 : 2;
        String best = null;
        int least = most + 1;
        for (String name : new TreeSet<>(names)) {
            int distance = distance(field, name);
            if (distance < least && distance < name.length() - 1) {
                least = distance;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Edits from one to the other: insert, delete, replace, or swap two neighbours. */
    private static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, i, j, from, to);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, int i, int j, String from, String to) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        int least = Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
