package dev.arena.core.agreement;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.problem.UsageException;
import dev.arena.core.tournament.Tournament;
import dev.arena.core.tournament.TournamentReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The tournament that an exam is, from a file that names judges: a tournament file, of which all but its judges, templates, budget and
 * seed is set aside, or a file of these alone.
 */
public final class ExamTournament {
    private static final Set<String> KEPT = Set.of("judges", "templates", "budget", "seed");

    private ExamTournament() {}

    /**
     * The tournament.
     *
     * @param keys prompts of the gold pairs
     * @throws UsageException if the file is not in order
     */
    public static Tournament read(Path file, List<String> keys) {
        String text = YamlDocument.load(file);
        Section root = YamlDocument.read(file.toString(), text);
        Path folder = file.toAbsolutePath().getParent();
        if (root.has("schedule")) {
            // says what is wrong with it under its own lines
            var unused = TournamentReader.read(file);
        } else {
            requireKnown(root);
        }
        Map<String, Object> added = new TreeMap<>();
        added.put("name", "exam");
        added.put("contestants", List.of(Exam.FIRST, Exam.SECOND));
        added.put("prompts", Map.of("ids", keys));
        added.put("schedule", Map.of("type", "all-pairs"));
        added.put("orders", "both");
        return TournamentReader.read(file.toString(), YamlDocument.with(text, KEPT, added), folder);
    }

    private static void requireKnown(Section root) {
        for (String key : root.keys()) {
            if (!KEPT.contains(key) && !key.equals("name")) {
                throw root.bad(
                        key,
                        "",
                        String.join(", ", new TreeSet<>(KEPT)) + ", or a whole tournament file",
                        "An exam asks both orders of every gold pair.");
            }
        }
    }
}
