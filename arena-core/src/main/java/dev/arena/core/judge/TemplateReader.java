package dev.arena.core.judge;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Reads judge templates, strictly: whatever could go wrong with one is found before the first call. */
public final class TemplateReader {
    /** The presets by name. */
    public static final Set<String> PRESETS = Set.of("pair");

    private static final List<String> LATER = List.of("five-step", "scores", "json", "ranking", "logprobs");
    private static final int SEATS = 2;

    private TemplateReader() {}

    /**
     * A template that ships with the program.
     *
     * @param name one of {@link #PRESETS}
     */
    public static JudgeTemplate preset(String name) {
        try (InputStream in = TemplateReader.class.getResourceAsStream(name + ".yaml")) {
            if (in == null) {
                throw new IllegalArgumentException("no preset " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return read(name, YamlDocument.read("preset " + name, text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a template.
     *
     * @param name how judges ask for it
     * @throws UsageException for an unknown key, an unknown name in braces, or a response that is nowhere shown
     */
    public static JudgeTemplate read(String name, Section section) {
        String system = section.findText("system", "a text").orElse(null);
        String user = section.text("user", "a text with {{prompt}} and every {{response_k}}");
        String parse = section.findText("parse", "labels").orElse("labels");
        if (!parse.equals("labels")) {
            String next = LATER.contains(parse) ? "'" + parse + "' is not in this version." : "";
            throw section.bad("parse", parse, "labels", next);
        }
        VerdictParser parser = new LabelParser(labels(section));
        section.finish();
        JudgeTemplate template = new JudgeTemplate(name, system, user, parser);
        checkNames(section, "system", system == null ? "" : system);
        checkNames(section, "user", user);
        checkResponses(section, template);
        return template;
    }

    private static Map<LabelParser.Meaning, String> labels(Section section) {
        Map<LabelParser.Meaning, String> labels = new EnumMap<>(LabelParser.Meaning.class);
        if (!section.has("labels")) {
            labels.put(LabelParser.Meaning.FIRST, "[[A]]");
            labels.put(LabelParser.Meaning.SECOND, "[[B]]");
            labels.put(LabelParser.Meaning.TIE, "[[C]]");
            labels.put(LabelParser.Meaning.BOTH_BAD, "[[D]]");
            return labels;
        }
        Section given = section.findSection("labels", "first, second and optionally tie, both_bad, each with its label")
                .orElseThrow();
        labels.put(LabelParser.Meaning.FIRST, given.text("first", "a label such as [[A]]"));
        labels.put(LabelParser.Meaning.SECOND, given.text("second", "a label such as [[B]]"));
        given.findText("tie", "a label such as [[C]]").ifPresent(l -> labels.put(LabelParser.Meaning.TIE, l));
        given.findText("both_bad", "a label such as [[D]]").ifPresent(l -> labels.put(LabelParser.Meaning.BOTH_BAD, l));
        given.finish();
        checkDistinct(given, labels);
        return labels;
    }

    private static void checkDistinct(Section given, Map<LabelParser.Meaning, String> labels) {
        for (Map.Entry<LabelParser.Meaning, String> one : labels.entrySet()) {
            for (Map.Entry<LabelParser.Meaning, String> other : labels.entrySet()) {
                boolean same = one.getKey() == other.getKey();
                if (!same && folded(other.getValue()).contains(folded(one.getValue()))) {
                    String key = one.getKey().name().toLowerCase(Locale.ROOT);
                    throw given.bad(key, one.getValue(), "labels of which none is part of another", "");
                }
            }
        }
    }

    private static String folded(String label) {
        return label.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static void checkNames(Section section, String key, String text) {
        List<String> allowed = new ArrayList<>(List.of("prompt", "reference"));
        for (int k = 1; k <= SEATS; k++) {
            allowed.add("response_" + k);
        }
        Matcher matcher = JudgeTemplate.NAME.matcher(text);
        while (matcher.find()) {
            String found = matcher.group(1);
            if (!allowed.contains(found)) {
                String names = "the names {{" + String.join("}}, {{", allowed) + "}}";
                throw section.bad(key, "{{" + found + "}}", names, Nearest.hint(found, allowed));
            }
        }
        if (JudgeTemplate.NAME.matcher(text).replaceAll("").contains("{{")) {
            throw section.bad(key, "a text with {{ that does not close", "names in double braces", "Close it with }}.");
        }
    }

    private static void checkResponses(Section section, JudgeTemplate template) {
        for (int k = 1; k <= SEATS; k++) {
            if (!template.names().contains("response_" + k)) {
                String found = "a text without {{response_" + k + "}}";
                throw section.bad("user", found, "a text that shows every response", "Add {{response_" + k + "}}.");
            }
        }
    }
}
