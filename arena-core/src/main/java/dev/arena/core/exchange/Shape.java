package dev.arena.core.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the rows of a file are, told by their fields and never by the file's name. The order of the constants is the order in which
 * they are tried.
 */
@SuppressWarnings("ImmutableEnumChecker") // the collections are unmodifiable copies
public enum Shape {
    /** Two models, the first stood first, and a winner or a score. */
    BATTLES(Kind.VOTES, "model_a, model_b, winner|score", Fields.BATTLE, ""),
    /** The same in the words left and right. */
    LEFT_RIGHT(Kind.VOTES, "left, right, winner", Fields.BATTLE, ""),
    /** How often each verdict was given on a pair; nobody knows who stood where. */
    COUNTS(Kind.VOTES, "model_i, model_j, n_i_wins, n_j_wins, n_tie", "n_both_bad, " + Fields.CONTEXT, ""),
    /** The same under other names. */
    COUNTS_AB(Kind.VOTES, "model_a, model_b, a_wins, b_wins, ties", "both_bad, " + Fields.CONTEXT, ""),
    /** A list of models in the order shown and a list of ranks. */
    RANKINGS(Kind.VOTES, "models, ranks", Fields.WEIGHTED, ""),
    /** A row for each model of a ranking. */
    RANKINGS_LONG(Kind.VOTES, "ranking_id, model, rank", "position, " + Fields.CONTEXT, ""),
    /** AlpacaEval's {@code model_outputs.json}. */
    ALPACA_EVAL(Kind.CATALOG, "instruction, output, generator", "dataset, input", ""),
    /** A prompt and one response in a row. */
    COMBINED(Kind.CATALOG, "prompt_id, prompt, model, response", "category, language, reference", ""),
    /** Responses to prompts named by their id. */
    RESPONSES(Kind.CATALOG, "prompt_id, model, response|turns", "attachments", "prompt, rank"),
    /** Prompts. */
    PROMPTS(
            Kind.CATALOG,
            "id, prompt|turns",
            "category, language, reference, attachments",
            "model, models, model_a, model_b, response, output, generator"),
    /** What is known about the contestants. */
    CONTESTANTS(
            Kind.CATALOG,
            "model, organization|license|price|about|family|canary",
            "",
            "prompt_id, question_id, prompt, response, output, rank");

    private final Kind kind;
    private final List<List<String>> required;
    private final Set<String> known;
    private final Set<String> never;
    private final String columns;

    Shape(Kind kind, String required, String optional, String never) {
        this.kind = kind;
        this.columns = required.replace("|", " or ");
        this.required = Fields.split(required).stream()
                .map(group -> List.of(group.split("\\|")))
                .toList();
        this.never = Set.copyOf(Fields.split(never));
        Set<String> all = new TreeSet<>(Fields.split(optional));
        this.required.forEach(all::addAll);
        this.known = Set.copyOf(all);
    }

    /** The word used by {@code --input-format}: {@code battles}, {@code left-right}, … */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether its rows are verdicts, which can be rated. */
    public boolean holdsVotes() {
        return kind == Kind.VOTES;
    }

    /** The columns it must have, in words: {@code model_a, model_b, winner or score}. */
    public String columns() {
        return columns;
    }

    /** Every field that this shape reads. */
    public Set<String> knownFields() {
        return known;
    }

    /** The shape of that word. */
    public static Optional<Shape> ofWord(String word) {
        return Arrays.stream(values())
                .filter(shape -> shape.word().equals(word))
                .findFirst();
    }

    /** All words, for messages and help. */
    public static String words() {
        return Arrays.stream(values()).map(Shape::word).collect(Collectors.joining(", "));
    }

    /** The first shape whose required fields are all there. */
    static Optional<Shape> recognise(Collection<String> fields) {
        return Arrays.stream(values()).filter(shape -> shape.fits(fields)).findFirst();
    }

    private boolean fits(Collection<String> fields) {
        return missing(fields).isEmpty() && fields.stream().noneMatch(never::contains);
    }

    /** The required fields that are not there; alternatives in one entry: {@code winner or score}. */
    List<String> missing(Collection<String> fields) {
        List<String> missing = new ArrayList<>();
        for (List<String> group : required) {
            if (group.stream().noneMatch(fields::contains)) {
                missing.add(String.join(" or ", group));
            }
        }
        return missing;
    }

    /** How many of the required fields are there. */
    int present(Collection<String> fields) {
        return required.size() - missing(fields).size();
    }

    private enum Kind {
        VOTES,
        CATALOG
    }

    /** Lists of field names shared by several shapes. */
    private static final class Fields {
        static final String CONTEXT = "id, judge, judge_kind, prompt_id, question_id, turn, tstamp, category, language";
        static final String WEIGHTED = CONTEXT + ", count, weight";
        static final String BATTLE = WEIGHTED + ", len_a, len_b";

        private Fields() {}

        static List<String> split(String names) {
            return names.isEmpty() ? List.of() : List.of(names.split(", "));
        }
    }
}
