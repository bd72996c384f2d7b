package dev.arena.core.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How far judges agree with a reference, with all that is needed to read and to repeat it.
 *
 * @param title {@code agreement} or {@code exam}
 * @param rows in the order of the judges asked for, parts of a split by name
 * @param settings every choice that the numbers depend on, by name
 * @param excluded votes that were not compared, by reason
 * @param warnings what a reader must know
 */
public record AgreementReport(
        String title, List<Row> rows, Map<String, String> settings, Map<String, Long> excluded, List<String> warnings) {
    public AgreementReport {
        rows = List.copyOf(rows);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        excluded = Collections.unmodifiableMap(new TreeMap<>(excluded));
        warnings = List.copyOf(warnings);
    }

    /**
     * One comparison.
     *
     * @param judge who is compared
     * @param part what it is one part of, such as {@code turn=1}, or empty
     * @param counts how many of what, by name
     * @param measures in a fixed order; each name once
     */
    public record Row(String judge, String part, Map<String, Long> counts, List<Measure> measures) {
        public Row {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
            measures = List.copyOf(measures);
        }

        /** The measure of that name. */
        public Measure measure(String name) {
            return measures.stream()
                    .filter(measure -> measure.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("there is no measure '" + name + "'"));
        }
    }
}
