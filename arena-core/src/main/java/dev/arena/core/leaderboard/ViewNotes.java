package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.Warning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a reader must know of the view through which votes were rated: settings and warnings that the table carries.
 *
 * @param settings in the order of their names, so that every start writes the same bytes of the same view
 */
record ViewNotes(Map<String, String> settings, List<Warning> warnings) {
    /** Nothing to say. */
    static final ViewNotes NONE = new ViewNotes(Map.of(), List.of());

    ViewNotes {
        settings = Collections.unmodifiableMap(new TreeMap<>(settings));
        warnings = List.copyOf(warnings);
    }

    /** These and others. */
    ViewNotes and(ViewNotes other) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(other.settings);
        List<Warning> both = new ArrayList<>(warnings);
        other.warnings.stream().filter(warning -> !both.contains(warning)).forEach(both::add);
        return new ViewNotes(all, both);
    }
}
