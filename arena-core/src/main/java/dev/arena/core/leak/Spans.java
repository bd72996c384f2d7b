package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Leaks of a response as a short text for the store: {@code turn start end reason;…}. */
final class Spans {
    private static final int PARTS = 4;

    private Spans() {}

    static String write(List<Leak> leaks) {
        StringBuilder text = new StringBuilder();
        for (Leak leak : leaks) {
            text.append(leak.turn())
                    .append(' ')
                    .append(leak.start())
                    .append(' ')
                    .append(leak.end());
            text.append(' ').append(leak.reason().word()).append(';');
        }
        return text.toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static List<Leak> read(String text) {
        List<Leak> leaks = new ArrayList<>();
        for (String span : text.split(";", -1)) {
            if (span.isEmpty()) {
                continue;
            }
            String[] parts = span.split(" ", -1);
            if (parts.length != PARTS) {
                throw new IllegalArgumentException("no span: " + span);
            }
            leaks.add(new Leak(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Leak.Reason.valueOf(parts[3].toUpperCase(Locale.ROOT))));
        }
        return leaks;
    }
}
