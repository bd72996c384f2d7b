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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads judge templates, strictly: whatever could go wrong with one is found before the first call. */
public final class TemplateReader {
    /** The presets by name. */
    public static final Set<String> PRESETS =
            Set.of("pair", "pair-reference", "explain", "five-step", "scores", "ranking", "checklist", "logprobs");

    private static final int MOST_SEATS = VerdictParser.LETTERS.length();

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
        VerdictParser parser = ParserReader.read(section);
        section.finish();
        String both = (system == null ? "" : system) + "\n" + user;
        checkNames(section, "system", system == null ? "" : system, parser);
        checkNames(section, "user", user, parser);
        for (String own : parser.texts().keySet()) {
            if (!JudgeTemplate.names(both).contains(own)) {
                String needed = "a text with {{" + own + "}}";
                throw section.bad("user", "a text without {{" + own + "}}", needed, "Add {{" + own + "}}.");
            }
        }
        return new JudgeTemplate(name, system, user, parser, seats(section, both, parser));
    }

    private static void checkNames(Section section, String key, String text, VerdictParser parser) {
        List<String> shown = new ArrayList<>(List.of("prompt", "reference", "responses"));
        shown.addAll(parser.texts().keySet());
        Set<String> allowed = new TreeSet<>(shown);
        for (int k = 1; k <= MOST_SEATS; k++) {
            allowed.add(JudgeTemplate.RESPONSE + k);
        }
        for (String found : JudgeTemplate.names(text)) {
            if (!allowed.contains(found)) {
                String names = "the names {{" + String.join("}}, {{", shown) + "}}, {{response_1}} to {{response_"
                        + MOST_SEATS + "}}";
                throw section.bad(key, "{{" + found + "}}", names, Nearest.hint(found, allowed));
            }
        }
        if (JudgeTemplate.NAME.matcher(text).replaceAll("").contains("{{")) {
            throw section.bad(key, "a text with {{ that does not close", "names in double braces", "Close it with }}.");
        }
    }

    /** How many responses the template shows: any number that the verdicts allow, or those that it shows one by one. */
    private static Seats seats(Section section, String text, VerdictParser parser) {
        List<String> names = JudgeTemplate.names(text);
        Seats allowed = parser.seats();
        int last = names.contains("responses") ? 0 : allowed.least();
        for (int k = 1; k <= MOST_SEATS; k++) {
            last = names.contains(JudgeTemplate.RESPONSE + k) ? Math.max(last, k) : last;
        }
        if (last > allowed.most()) {
            String found = "a text with {{response_" + last + "}}";
            String most = allowed.shown() + " responses, as many as the verdicts of this 'parse' can speak of";
            throw section.bad("user", found, most, "Use 'parse: ranking', scores, checklist or json with ranks.");
        }
        if (names.contains("responses")) {
            return new Seats(Math.max(allowed.least(), last), allowed.most());
        }
        for (int k = 1; k <= last; k++) {
            if (!names.contains(JudgeTemplate.RESPONSE + k)) {
                String missing = "{{response_" + k + "}}";
                String found = "a text without " + missing;
                throw section.bad("user", found, "a text that shows every response", "Add " + missing + ".");
            }
        }
        return new Seats(last, last);
    }
}
