package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.ForeignTemplate;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.JudgeType;
import dev.arena.core.judge.TemplateReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The templates that the judges of one file may name: the file's own under {@code templates}, the presets, and files beside it.
 * Those from files are carried into the stored text of the tournament.
 */
final class Templates implements JudgeType.TemplateSource {
    private final Map<String, JudgeTemplate> own = new TreeMap<>();
    private final Map<String, String> carried = new TreeMap<>();
    private final @Nullable Path folder;
    private @Nullable Replacement replacement;

    /**
     * A template that stands in for those that judges name.
     *
     * @param judge the only judge for which it does; null for all of them
     */
    record Replacement(JudgeTemplate template, @Nullable String judge) {}

    Templates(Section root, @Nullable Path folder) {
        this.folder = folder;
        root.findSection("templates", "templates by name").ifPresent(section -> {
            for (String name : section.keys()) {
                Section body = section.findSection(name, "the keys system, user, parse, labels")
                        .orElseThrow();
                own.put(name, TemplateReader.read(name, body));
            }
        });
    }

    /** These templates with one that stands in for those that judges name. */
    Templates replacedBy(@Nullable Replacement other) {
        replacement = other;
        return this;
    }

    @Override
    public JudgeTemplate find(Section judge, String key, String fallback) {
        JudgeTemplate named = named(judge, key, fallback);
        Replacement other = replacement;
        boolean replaces =
                other != null && (other.judge() == null || other.judge().equals(judge.text("name", "a name")));
        return other != null && replaces ? other.template() : named;
    }

    private JudgeTemplate named(Section judge, String key, String fallback) {
        Set<String> known = new TreeSet<>(TemplateReader.PRESETS);
        known.addAll(own.keySet());
        String allowed = "a preset (" + String.join(", ", known) + ") or a file";
        if (judge.isSection(key)) {
            return foreign(judge.findSection(key, allowed).orElseThrow());
        }
        String name = judge.findText(key, allowed).orElse(fallback);
        JudgeTemplate found = own.get(name);
        if (found != null) {
            return found;
        }
        if (TemplateReader.PRESETS.contains(name)) {
            return TemplateReader.preset(name);
        }
        if (folder == null || !Files.isRegularFile(folder.resolve(name))) {
            throw judge.bad(key, name, allowed, Nearest.hint(name, known));
        }
        Path file = folder.resolve(name);
        String text = YamlDocument.load(file);
        carried.put(name, text);
        return TemplateReader.read(name, YamlDocument.read(file.toString(), text));
    }

    /** A template in a format of others; its translation is carried, so that a run can be read without the file. */
    private JudgeTemplate foreign(Section section) {
        boolean mtBench = section.has("mt_bench");
        String key = mtBench ? "mt_bench" : "arena_hard";
        String file = section.text(key, "a file beside the tournament");
        String entry = mtBench ? section.text("name", "the name of an entry of the file, such as pair-v2") : key;
        section.finish();
        String name = file + "#" + entry;
        JudgeTemplate found = own.get(name);
        if (found != null) {
            return found;
        }
        if (folder == null || !Files.isRegularFile(folder.resolve(file))) {
            throw section.bad(key, file, "a file beside the tournament", "");
        }
        String path = folder.resolve(file).toString();
        String given = YamlDocument.load(folder.resolve(file));
        String text = mtBench ? ForeignTemplate.mtBench(path, given, entry) : ForeignTemplate.arenaHard(path, given);
        carried.put(name, text);
        return TemplateReader.read(name, YamlDocument.read(path + " as a template", text));
    }

    @Override
    public Path file(String name) {
        return folder == null ? Path.of(name) : folder.resolve(name);
    }

    /** The tournament's text with the templates that came from files in it. */
    String withTemplates(String text) {
        return carried.isEmpty() ? text : YamlDocument.merge(text, "templates", carried);
    }
}
