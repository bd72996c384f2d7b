package dev.arena.core.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.judge.LabelParser.Meaning;
import dev.arena.core.model.Verdict;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a word in a field of the last JSON object of the reply that has the field. Any other word is no verdict. */
final class JsonVerdictParser implements VerdictParser {
    private final String field;
    private final Map<Meaning, String> words;

    /** A parser of that field; the words differ in more than case. */
    JsonVerdictParser(String field, Map<Meaning, String> words) {
        this.field = field;
        this.words = new TreeMap<>(words);
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        Optional<JsonNode> object = JsonReply.last(ReplyText.of(reply).text(), node -> node.has(field));
        if (object.isEmpty()) {
            return VerdictParser.unparsed("the reply holds no JSON object with the field '" + field + "'");
        }
        JsonNode value = object.get().get(field);
        String word = value.isTextual() ? folded(value.asText()) : "";
        for (Map.Entry<Meaning, String> entry : words.entrySet()) {
            if (folded(entry.getValue()).equals(word)) {
                return entry.getKey().verdict();
            }
        }
        return VerdictParser.unparsed("the field '" + field + "' is " + value + ", none of " + shown());
    }

    @Override
    public String description() {
        return "json-1 " + field + " " + words;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no verdict that can be read. Write one JSON object alone, with the field \"" + field
                + "\", whose value is one of: " + shown();
    }

    @Override
    public Seats seats() {
        return Seats.PAIR;
    }

    private String shown() {
        return "\"" + String.join("\", \"", words.values()) + "\"";
    }

    static String folded(String word) {
        return word.strip().toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }
}
