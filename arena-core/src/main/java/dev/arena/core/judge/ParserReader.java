package dev.arena.core.judge;

import dev.arena.core.config.Section;
import dev.arena.core.judge.LabelParser.Meaning;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the part of a template that says how a reply is read: {@code parse} and the keys of that parser. */
final class ParserReader {
    static final List<String> WORDS =
            List.of("labels", "five-step", "scores", "json", "ranking", "checklist", "logprobs");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final double MOST_SCORE = 1_000_000;
    private static final double DEFAULT_MOST_SCORE = 10;
    private static final double MOST_WEIGHT = 1000;
    private static final double LEAST_WEIGHT = 0.001;
    private static final double DEFAULT_MASS = 0.5;
    private static final Map<Meaning, String> LETTERS =
            Map.of(Meaning.FIRST, "[[A]]", Meaning.SECOND, "[[B]]", Meaning.TIE, "[[C]]", Meaning.BOTH_BAD, "[[D]]");

    private ParserReader() {}

    static VerdictParser read(Section section) {
        return switch (section.word("parse", WORDS, "labels")) {
            case "five-step" -> new FiveStepParser();
            case "scores" -> scores(section);
            case "json" -> json(section);
            case "ranking" ->
                new RankingParser(section.word("best_only", List.of("true", "false"), "false")
                        .equals("true"));
            case "checklist" -> checklist(section);
            case "logprobs" -> logprobs(section);
            default -> new LabelParser(labels(section, LETTERS));
        };
    }

    private static VerdictParser scores(Section section) {
        Section given = section.findSection("scores", "the keys least, most, tie_within")
                .orElse(null);
        if (given == null) {
            return new ScoresParser(0, DEFAULT_MOST_SCORE, 0);
        }
        double least = given.findNumber("least", -MOST_SCORE, MOST_SCORE).orElse(0);
        double most = given.findNumber("most", -MOST_SCORE, MOST_SCORE).orElse(DEFAULT_MOST_SCORE);
        if (!(least < most)) {
            String found = String.format(Locale.ROOT, "%s, with least %s", most, least);
            throw given.bad("most", found, "a number above least", "");
        }
        double tieWithin = given.findNumber("tie_within", 0, most - least).orElse(0);
        given.finish();
        return new ScoresParser(least, most, tieWithin);
    }

    private static VerdictParser json(Section section) {
        String keys = "the keys verdict, first, second, tie, both_bad, or the key ranks";
        Section given = section.findSection("json", keys).orElse(null);
        if (given == null) {
            return new JsonVerdictParser("verdict", words());
        }
        if (given.has("ranks")) {
            String field = given.text("ranks", "the name of a field");
            given.finish();
            return new JsonRanksParser(field);
        }
        String field = given.findText("verdict", "the name of a field").orElse("verdict");
        Map<Meaning, String> words = words();
        boolean own = given.has("first") || given.has("second") || given.has("tie") || given.has("both_bad");
        if (own) {
            words = meanings(given, words);
            Set<String> seen = new HashSet<>();
            for (Map.Entry<Meaning, String> word : words.entrySet()) {
                if (!seen.add(JsonVerdictParser.folded(word.getValue()))) {
                    throw given.bad(word.getKey().word(), word.getValue(), "words that differ in more than case", "");
                }
            }
        }
        given.finish();
        return new JsonVerdictParser(field, words);
    }

    private static Map<Meaning, String> words() {
        Map<Meaning, String> words = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            words.put(meaning, meaning.word());
        }
        return words;
    }

    private static VerdictParser checklist(Section section) {
        List<ChecklistParser.Item> items = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section item :
                section.sections("checklist", "a list of items, each with item, ask and optionally weight")) {
            String name = item.text("item", "a short name, such as correct");
            if (!names.add(name)) {
                throw item.bad("item", name, "a name that no other item has", "");
            }
            String ask = item.text("ask", "a question about one response that yes or no can answer");
            OptionalDouble weight = item.findNumber("weight", LEAST_WEIGHT, MOST_WEIGHT);
            item.finish();
            items.add(new ChecklistParser.Item(name, ask, weight.orElse(1)));
        }
        return new ChecklistParser(items, section.findNumber("tie_within", 0, 1).orElse(0));
    }

    private static VerdictParser logprobs(Section section) {
        Map<Meaning, String> labels = labels(section, Map.of(Meaning.FIRST, "A", Meaning.SECOND, "B"));
        for (Map.Entry<Meaning, String> label : labels.entrySet()) {
            if (label.getKey() == Meaning.BOTH_BAD
                    || !WORD.matcher(label.getValue()).matches()) {
                String allowed = "for first, second and optionally tie a label of letters and digits, best one letter";
                throw section.bad("labels", label.getKey().word() + ": " + label.getValue(), allowed, "");
            }
        }
        return new LogprobsParser(labels, section.findNumber("min_mass", 0, 1).orElse(DEFAULT_MASS));
    }

    private static Map<Meaning, String> labels(Section section, Map<Meaning, String> fallback) {
        Section given = section.findSection("labels", "first, second and optionally tie, both_bad, each with its label")
                .orElse(null);
        if (given == null) {
            return fallback;
        }
        Map<Meaning, String> labels = meanings(given, LETTERS);
        given.finish();
        checkApart(given, labels);
        return labels;
    }

    private static Map<Meaning, String> meanings(Section given, Map<Meaning, String> examples) {
        Map<Meaning, String> labels = new EnumMap<>(Meaning.class);
        for (Meaning meaning : Meaning.values()) {
            String allowed = "a label such as " + examples.get(meaning);
            if (meaning == Meaning.FIRST || meaning == Meaning.SECOND) {
                labels.put(meaning, given.text(meaning.word(), allowed));
            } else {
                given.findText(meaning.word(), allowed).ifPresent(label -> labels.put(meaning, label));
            }
        }
        return labels;
    }

    private static void checkApart(Section given, Map<Meaning, String> labels) {
        for (Map.Entry<Meaning, String> one : labels.entrySet()) {
            for (Map.Entry<Meaning, String> other : labels.entrySet()) {
                boolean same = one.getKey() == other.getKey();
                String whole = JsonVerdictParser.folded(other.getValue());
                if (!same && whole.contains(JsonVerdictParser.folded(one.getValue()))) {
                    throw given.bad(one.getKey().word(), one.getValue(), "labels of which none is part of another", "");
                }
            }
        }
    }
}
