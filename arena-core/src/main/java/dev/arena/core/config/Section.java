package dev.arena.core.config;

import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keys and values of a settings file. Each value is asked for once by its key; {@link #finish()} then refuses every key that
 * nobody asked for. All problems are {@link UsageException}s with file, line, key, value and what is allowed.
 */
public final class Section {
    private final String file;
    private final String path;
    private final YamlNode.Mapping mapping;
    private final Set<String> asked = new LinkedHashSet<>();

    Section(String file, String path, YamlNode.Mapping mapping) {
        this.file = file;
        this.path = path;
        this.mapping = mapping;
    }

    /** The file as the user named it. */
    public String file() {
        return file;
    }

    /** Where this section stands in the file, such as {@code judges[0]}; empty for the whole file. */
    public String path() {
        return path;
    }

    /** The keys as written, for sections whose keys are names. */
    public List<String> keys() {
        asked.addAll(mapping.entries().keySet());
        return List.copyOf(mapping.entries().keySet());
    }

    /** Whether the key is there. */
    public boolean has(String key) {
        asked.add(key);
        return mapping.entries().containsKey(key);
    }

    /** Whether the value is keys and values rather than one word. */
    public boolean isSection(String key) {
        return find(key).filter(YamlNode.Mapping.class::isInstance).isPresent();
    }

    /** Whether the value is a list. */
    public boolean isList(String key) {
        return find(key).filter(YamlNode.Sequence.class::isInstance).isPresent();
    }

    /** A text that must be there and hold more than white space. */
    public String text(String key, String allowed) {
        return findText(key, allowed).orElseThrow(() -> missing(key, allowed, ""));
    }

    /** A text, where the key is there. Numbers and booleans are texts too, as they were written. */
    public Optional<String> findText(String key, String allowed) {
        return find(key).map(node -> textOf(key, node, allowed));
    }

    /** One of the allowed words; the default where the key is missing. */
    public String word(String key, Collection<String> allowed, @Nullable String fallback) {
        String list = String.join(", ", allowed);
        Optional<String> found = findText(key, list);
        if (found.isEmpty() && fallback != null) {
            return fallback;
        }
        String word = found.orElseThrow(() -> missing(key, list, ""));
        if (!allowed.contains(word)) {
            throw bad(key, word, list, Nearest.hint(word, allowed));
        }
        return word;
    }

    /** {@code true} or {@code false}; the default where the key is missing. */
    public boolean flag(String key, boolean fallback) {
        return word(key, List.of("true", "false"), String.valueOf(fallback)).equals("true");
    }

    /** Whether the key is missing or says null: a setting that is not used. */
    public boolean isUnset(String key) {
        return find(key)
                .filter(node -> !(node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NULL))
                .isEmpty();
    }

    /** A whole number within bounds; the default where the key is missing. */
    public long whole(String key, long least, long most, long fallback) {
        String allowed = "a whole number from " + least + " to " + most;
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return fallback;
        }
        String text = textOf(key, node.get(), allowed);
        try {
            long value = Long.parseLong(text);
            if (isNumber(node.get()) && value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw bad(key, text, allowed, "");
        }
        throw bad(key, text, allowed, "");
    }

    /** A finite number within bounds, where the key is there. */
    public OptionalDouble findNumber(String key, double least, double most) {
        String allowed = "a number from " + bound(least) + " to " + bound(most);
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return OptionalDouble.empty();
        }
        String text = textOf(key, node.get(), allowed);
        try {
            double value = Double.parseDouble(text);
            if (isNumber(node.get()) && value >= least && value <= most) {
                return OptionalDouble.of(value);
            }
        } catch (NumberFormatException e) {
            throw bad(key, text, allowed, "");
        }
        throw bad(key, text, allowed, "");
    }

    /** A list of texts, or one text as a list of one; empty where the key is missing. */
    public List<String> texts(String key, String allowed) {
        Optional<YamlNode> node = find(key);
        List<String> texts = new ArrayList<>();
        if (node.isPresent() && node.get() instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                texts.add(textOf(key + "[" + i + "]", sequence.items().get(i), allowed));
            }
            if (texts.isEmpty()) {
                throw bad(key, "an empty list", allowed, "");
            }
        } else if (node.isPresent()) {
            texts.add(textOf(key, node.get(), allowed));
        }
        return texts;
    }

    /** The section under a key, where the key is there. */
    public Optional<Section> findSection(String key, String allowed) {
        return find(key).map(node -> section(key, node, allowed));
    }

    /** Keys with whatever stands under them as maps, lists, texts, numbers, booleans and nulls; empty where the key is missing. */
    public Map<String, @Nullable Object> findTree(String key, String allowed) {
        Optional<YamlNode> node = find(key);
        if (node.isEmpty()) {
            return Map.of();
        }
        if (node.get() instanceof YamlNode.Mapping inner) {
            return YamlTree.of(inner);
        }
        throw bad(key, node.get().shown(), allowed, "");
    }

    /** The sections of a list that must be there and hold at least one. */
    public List<Section> sections(String key, String allowed) {
        YamlNode node = find(key).orElseThrow(() -> missing(key, allowed, ""));
        if (!(node instanceof YamlNode.Sequence sequence) || sequence.items().isEmpty()) {
            throw bad(key, node.shown(), allowed, "");
        }
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i < sequence.items().size(); i++) {
            sections.add(section(key + "[" + i + "]", sequence.items().get(i), allowed));
        }
        return sections;
    }

    /** The sections of a list; empty where the key is missing or the list is. */
    public List<Section> findSections(String key, String allowed) {
        Optional<YamlNode> node = find(key);
        boolean none = isUnset(key)
                || node.filter(found -> found instanceof YamlNode.Sequence sequence
                                && sequence.items().isEmpty())
                        .isPresent();
        return none ? List.of() : sections(key, allowed);
    }

    /** Refuses every key that nobody asked for. */
    public void finish() {
        for (String key : mapping.entries().keySet()) {
            if (!asked.contains(key)) {
                String where = path.isEmpty() ? "the keys " : "in " + path + " the keys ";
                throw new UsageException(new InputProblem(
                        file, lineOf(key), null, key, where + String.join(", ", asked), Nearest.hint(key, asked)));
            }
        }
    }

    /** A problem with the value of a key; {@code found} is null where it is missing. */
    public UsageException bad(String key, @Nullable String found, String allowed, String next) {
        return new UsageException(new InputProblem(file, lineOf(key), pathOf(key), found, allowed, next));
    }

    /** A key that must be there is not; {@code next} is said where no other key looks like a misspelling of it. */
    public UsageException missing(String key, String allowed, String next) {
        Set<String> others = new LinkedHashSet<>(mapping.entries().keySet());
        others.removeAll(asked);
        String hint = Nearest.find(key, others)
                .map(other -> "Is '" + other + "' meant to be '" + key + "'?")
                .orElse(next);
        return bad(key, null, allowed, hint);
    }

    /** The line of a key; of the section itself where the key is missing. */
    public int lineOf(String key) {
        int bracket = key.indexOf('[');
        YamlNode.Entry entry = mapping.entries().get(bracket < 0 ? key : key.substring(0, bracket));
        if (entry == null) {
            return mapping.line();
        }
        if (bracket >= 0 && entry.value() instanceof YamlNode.Sequence sequence) {
            int index = Integer.parseInt(key.substring(bracket + 1, key.length() - 1));
            return index < sequence.items().size() ? sequence.items().get(index).line() : entry.keyLine();
        }
        return entry.keyLine();
    }

    private Optional<YamlNode> find(String key) {
        asked.add(key);
        YamlNode.Entry entry = mapping.entries().get(key);
        return entry == null ? Optional.empty() : Optional.of(entry.value());
    }

    private Section section(String key, YamlNode node, String allowed) {
        if (node instanceof YamlNode.Mapping inner) {
            return new Section(file, pathOf(key), inner);
        }
        throw bad(key, node.shown(), allowed, "");
    }

    private String textOf(String key, YamlNode node, String allowed) {
        if (node instanceof YamlNode.Scalar scalar
                && scalar.kind() != YamlNode.Kind.NULL
                && !scalar.text().isBlank()) {
            return scalar.text();
        }
        throw bad(key, node.shown(), allowed, "");
    }

    private static boolean isNumber(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NUMBER;
    }

    private static String bound(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
