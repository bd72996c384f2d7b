package dev.arena.core.judge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads ranks, 1 the best and equal numbers for ties, in a field of the last JSON object of the reply that has the field: a list in
 * the order shown, or an object by letter. Both ways of counting after a tie are read: 1, 2, 2, 4 and 1, 2, 2, 3.
 */
final class JsonRanksParser implements VerdictParser {
    private final String field;

    JsonRanksParser(String field) {
        this.field = field;
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        Optional<JsonNode> object = JsonReply.last(ReplyText.of(reply).text(), node -> node.has(field));
        if (object.isEmpty()) {
            return VerdictParser.unparsed("the reply holds no JSON object with the field '" + field + "'");
        }
        JsonNode value = object.get().get(field);
        List<Integer> given = value.size() == seats ? numbers(value, seats) : List.of();
        List<Integer> ranks = competition(given);
        if (given.size() != seats || !(given.equals(ranks) || given.equals(dense(given)))) {
            return VerdictParser.unparsed(
                    "the field '" + field + "' is " + value + ", no ranks of " + seats + " responses");
        }
        return new Verdict.Ranking(ranks, null);
    }

    private static List<Integer> numbers(JsonNode value, int seats) {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            JsonNode rank = value.isArray() ? value.path(i) : value.path(LETTERS.substring(i, i + 1));
            if (rank.isInt()) {
                numbers.add(rank.intValue());
            }
        }
        return numbers;
    }

    private static List<Integer> competition(List<Integer> given) {
        return given.stream()
                .map(rank ->
                        1 + (int) given.stream().filter(other -> other < rank).count())
                .toList();
    }

    private static List<Integer> dense(List<Integer> given) {
        return given.stream()
                .map(rank -> 1
                        + (int) given.stream()
                                .filter(other -> other < rank)
                                .distinct()
                                .count())
                .toList();
    }

    @Override
    public String description() {
        return "json-ranks-1 " + field;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no verdict that can be read. Write one JSON object alone, with the field \"" + field
                + "\", whose value is a list of " + seats
                + " ranks, one for each response in the order shown, 1 for the best, equal numbers for equal ones.";
    }

    @Override
    public Seats seats() {
        return new Seats(2, LETTERS.length());
    }
}
