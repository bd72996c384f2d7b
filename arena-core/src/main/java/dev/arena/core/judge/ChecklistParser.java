package dev.arena.core.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads yes or no for every item and every position in the last JSON object of the reply that has a letter of a position:
 * {@code {"A": {"correct": "yes"}, "B": {"correct": "no"}}}. A position's score is the weighted share of yes. An item that is
 * missing, unknown or answered otherwise makes the whole reply unreadable.
 */
final class ChecklistParser implements VerdictParser {
    private final List<Item> items;
    private final double tieWithin;

    /**
     * One question of the list.
     *
     * @param name by which the reply answers it
     * @param weight above 0
     */
    record Item(String name, String ask, double weight) {}

    /** A parser of these items; scores at most {@code tieWithin} apart tie. */
    ChecklistParser(List<Item> items, double tieWithin) {
        this.items = List.copyOf(items);
        this.tieWithin = tieWithin;
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        Optional<JsonNode> object = JsonReply.last(ReplyText.of(reply).text(), node -> node.has("A") || node.has("B"));
        if (object.isEmpty()) {
            return VerdictParser.unparsed("the reply holds no JSON object with the field 'A'");
        }
        List<Double> scores = new ArrayList<>();
        for (int position = 0; position < LETTERS.length(); position++) {
            String letter = LETTERS.substring(position, position + 1);
            JsonNode answers = object.get().path(letter);
            if (position >= seats && !answers.isMissingNode()) {
                return VerdictParser.unparsed("the reply answers for " + letter + ", which was not shown");
            }
            if (position < seats) {
                Optional<String> problem = problem(letter, answers);
                if (problem.isPresent()) {
                    return VerdictParser.unparsed(problem.get());
                }
                scores.add(score(answers));
            }
        }
        return Ranks.byScore(scores, tieWithin);
    }

    private Optional<String> problem(String letter, JsonNode answers) {
        if (!answers.isObject()) {
            return Optional.of("the reply holds no answers for " + letter);
        }
        for (Item item : items) {
            JsonNode answer = answers.path(item.name());
            if (!isYes(answer) && !isNo(answer)) {
                String found = answer.isMissingNode() ? "is missing" : "is " + answer + ", not yes or no";
                return Optional.of("the item '" + item.name() + "' of " + letter + " " + found);
            }
        }
        return answers.size() == items.size()
                ? Optional.empty()
                : Optional.of("the reply answers items of " + letter + " that were not asked");
    }

    private double score(JsonNode answers) {
        double yes = 0;
        double all = 0;
        for (Item item : items) {
            all += item.weight();
            yes += isYes(answers.path(item.name())) ? item.weight() : 0;
        }
        return yes / all;
    }

    private static boolean isYes(JsonNode answer) {
        return answer.isBoolean()
                ? answer.booleanValue()
                : answer.asText().strip().equalsIgnoreCase("yes");
    }

    private static boolean isNo(JsonNode answer) {
        return answer.isBoolean()
                ? !answer.booleanValue()
                : answer.asText().strip().equalsIgnoreCase("no");
    }

    @Override
    public String description() {
        return "checklist-1 " + items + " " + tieWithin;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no answers that can be read. Write one JSON object alone. Its fields are "
                + String.join(", ", VerdictParser.letters(seats).split("")) + "; each holds an object with the fields "
                + String.join(", ", items.stream().map(Item::name).toList()) + ", each \"yes\" or \"no\".";
    }

    @Override
    public Seats seats() {
        return new Seats(2, LETTERS.length());
    }

    @Override
    public Map<String, String> texts() {
        List<String> lines = items.stream()
                .map(item -> "- \"" + item.name() + "\": " + item.ask().strip())
                .toList();
        return Map.of("checklist", String.join("\n", lines));
    }
}
