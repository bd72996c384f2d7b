package dev.arena.core.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Prompts of judges as MT-Bench and Arena-Hard keep them, turned into the text of a template. */
public final class ForeignTemplate {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern NAME = Pattern.compile("\\{\\{|}}|\\{(\\w+)}");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("question", "prompt"),
            Map.entry("answer_a", "response_1"),
            Map.entry("answer_b", "response_2"),
            Map.entry("ref_answer_1", "reference"),
            Map.entry("question_1", "prompt"),
            Map.entry("answer_1", "response_1"),
            Map.entry("answer_2", "response_2"),
            Map.entry("QUESTION", "prompt"),
            Map.entry("ANSWER_A", "response_1"),
            Map.entry("ANSWER_B", "response_2"),
            Map.entry("REFERENCE", "reference"));

    private ForeignTemplate() {}

    /**
     * One entry of MT-Bench's {@code judge_prompts.jsonl} that compares two responses.
     *
     * @param file what to call the file in messages
     * @param text its lines, each with {@code name}, {@code type}, {@code system_prompt}, {@code prompt_template} and
     *     {@code output_format}
     * @param entry the {@code name} of the wanted line
     * @return the text of a template
     * @throws UsageException if there is no such entry, or it cannot be a template
     */
    public static String mtBench(String file, String text, String entry) {
        List<String> lines = text.lines().toList();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            Row row = new Row(file, i + 1, json(file, i + 1, lines.get(i)));
            String name = row.text("name");
            if (name.equals(entry)) {
                return mtBench(row);
            }
            names.add(name);
        }
        String hint = Nearest.hint(entry, names);
        throw new Row(file, 0, MAPPER.createObjectNode()).bad("name", entry, String.join(", ", names), hint);
    }

    private static String mtBench(Row row) {
        String type = row.text("type");
        if (!type.equals("pairwise")) {
            throw row.bad("type", type, "pairwise", "Choose an entry that compares two responses.");
        }
        ObjectNode template = MAPPER.createObjectNode();
        template.put("system", row.text("system_prompt"));
        template.put("user", user(row, "prompt_template", row.text("prompt_template")));
        String format = row.text("output_format");
        if (format.equals("[[A]]")) {
            template.put("parse", "labels");
            template.putObject("labels")
                    .put("first", "[[A]]")
                    .put("second", "[[B]]")
                    .put("tie", "[[C]]");
        } else if (format.equals("[[rating_a,rating_b]]")) {
            template.put("parse", "scores");
            template.putObject("scores").put("least", 1).put("most", 10);
        } else {
            throw row.bad("output_format", format, "[[A]], [[rating_a,rating_b]]", "Choose another entry.");
        }
        return template.toString();
    }

    /**
     * The judge's settings of Arena-Hard, a YAML file with {@code system_prompt} and {@code prompt_template}.
     *
     * @param file what to call the file in messages
     * @return the text of a template with five steps
     * @throws UsageException if it cannot be a template
     */
    public static String arenaHard(String file, String text) {
        Section section = YamlDocument.read(file, text);
        String pattern = section.findText("regex_pattern", "a pattern").orElse("AB<>=");
        if (!pattern.contains("AB<>=")) {
            throw section.bad("regex_pattern", pattern, "the five steps of [AB<>=]", "");
        }
        String key = "prompt_template";
        List<String> turns = section.texts(key, "one text with the prompt and both answers");
        if (turns.size() != 1) {
            throw section.bad(key, turns.size() + " texts", "one text with the prompt and both answers", "");
        }
        String next = "Copy the judge's system prompt of Arena-Hard into this file.";
        if (!section.has("system_prompt")) {
            throw section.missing("system_prompt", "a text that names the five steps", next);
        }
        ObjectNode template = MAPPER.createObjectNode();
        template.put("system", section.text("system_prompt", "a text that names the five steps"));
        template.put("user", user(new Row(file, section.lineOf(key), MAPPER.createObjectNode()), key, turns.get(0)));
        template.put("parse", "five-step");
        return template.toString();
    }

    /** The same text with our names in double braces. */
    private static String user(Row row, String key, String text) {
        Matcher matcher = NAME.matcher(text);
        return matcher.replaceAll(match -> {
            String name = match.group(1);
            if (name == null) {
                return match.group().substring(1);
            }
            String ours = NAMES.get(name);
            if (ours == null) {
                throw row.bad(
                        key,
                        "{" + name + "}",
                        "names of a template that shows each response once",
                        "Choose an entry for one turn; it shows all turns of a response together.");
            }
            return "{{" + ours + "}}";
        });
    }

    private static JsonNode json(String file, int line, String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw unreadable(file, line, "a line that is no JSON");
        }
        throw unreadable(file, line, "a line that is no JSON object");
    }

    private static UsageException unreadable(String file, int line, String found) {
        return new UsageException(new InputProblem(file, line, null, found, "one JSON object a line", "").message());
    }

    /** An entry and where it stands. */
    private record Row(String file, int line, JsonNode node) {
        String text(String field) {
            JsonNode value = node.path(field);
            if (!value.isTextual() || value.asText().isBlank()) {
                throw bad(field, value.isMissingNode() ? null : value.toString(), "a text", "");
            }
            return value.asText();
        }

        UsageException bad(String field, @Nullable String found, String allowed, String next) {
            return new UsageException(new InputProblem(file, line, field, found, allowed, next).message());
        }
    }
}
