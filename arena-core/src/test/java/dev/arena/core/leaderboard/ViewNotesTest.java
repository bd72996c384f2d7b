package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ViewNotesTest {
    /** Maps that were copied forget their order, and each start of Java finds another one. */
    @Test
    void settings_ofSeveralViews_areInTheOrderOfTheirNames() {
        Map<String, String> even = new TreeMap<>();
        Map<String, String> odd = new TreeMap<>();
        List<String> names = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o", "p");
        names.forEach(name -> (names.indexOf(name) % 2 == 0 ? even : odd).put(name, "on"));

        ViewNotes notes = new ViewNotes(odd, List.of()).and(new ViewNotes(even, List.of()));

        assertThat(notes.settings().keySet()).containsExactlyElementsOf(names);
    }
}
