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
    /** Votes that Arena exported, those that are not rated and abstentions included. */
    VOTES(
            Kind.VOTES,
            "vote, models, verdict",
            "ranks, margin, score, reason, detail, judge, judge_kind, judge_version, simulated, prompt_id, turn, category,"
                    + " language, order_known, seed, pick_probability, run, count, weight, latency_ms, rationale, cast_at,"
                    + " superseded, excluded, study, study_version, part, source, answers",
            ""),
    /** A list of models in the order shown and a list of ranks. */
    RANKINGS(Kind.VOTES, "models, ranks", Fields.WEIGHTED, ""),
    /** A row for each model of a ranking. */
    RANKINGS_LONG(Kind.VOTES, "ranking_id, model, rank", "position, " + Fields.CONTEXT, ""),
    /** MT-Bench's pairs: two games, each in an order of its own. */
    MT_BENCH_PAIR(
            Kind.VOTES,
            "question_id, model_1, model_2, g1_winner, g2_winner",
            "judge, turn, tstamp, g1_user_prompt, g1_judgment, g2_user_prompt, g2_judgment",
            ""),
    /** Arena-Hard's judgments: two games of a model against a baseline. */
    ARENA_HARD_JUDGMENTS(Kind.VOTES, "uid|question_id, model, games", "baseline, judge, category, tstamp", ""),
    /** AlpacaEval's {@code annotations.json}. */
    ALPACA_EVAL_ANNOTATIONS(
            Kind.VOTES,
            "instruction, generator_1, generator_2, preference",
            "annotator, input, dataset, output_1, output_2",
            ""),
    /** AlpacaEval's preferences by the number of the instruction. */
    ALPACA_EVAL_PREFERENCES(Kind.VOTES, "model, index, preference", "baseline, judge, len_baseline, len_model", ""),
    /** MT-Bench's scores of single answers. */
    MT_BENCH_SINGLE(
            Kind.SCORES, "question_id, model, judge, score", "turn, tstamp, user_prompt, judgment", "model_1, winner"),
    /** JudgeBench's judgments on gold pairs. */
    JUDGEBENCH(Kind.GOLD, "pair_id, label, judge_name, judgments", "source, question, response_A, response_B", ""),
    /** The same with the decisions in columns, the second as it was shown. */
    JUDGEBENCH_COLUMNS(
            Kind.GOLD,
            "pair_id, label, judge_name, decision_order1_AB, decision_order2_BA_as_shown",
            "judge_model, source",
            ""),
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
    /** Questions of MT-Bench and Arena-Hard. */
    QUESTIONS(
            Kind.CATALOG,
            "question_id|uid, prompt|turns",
            "category, reference",
            "model, models, model_id, model_a, model_1, response, output, generator, winner, choices, messages, games"),
    /** Answers to them. */
    ANSWERS(Kind.CATALOG, "question_id|uid, model|model_id, choices|messages", "", ""),
    /** Right answers in the shape of answers; only where asked for, since nothing in them says what they are. */
    REFERENCE_ANSWERS(Kind.CATALOG, "question_id|uid, choices", "", "choices"),
    /** What is known about the contestants. */
    CONTESTANTS(
            Kind.CATALOG,
            "model, organization|license|price|price_input|price_output|context|released|retired|about|family|canary",
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

    /** The words of the shapes that hold verdicts. */
    public static String voteWords() {
        return words(Kind.VOTES);
    }

    /** The words of one kind, for messages. */
    static String words(Kind kind) {
        return Arrays.stream(values())
                .filter(shape -> shape.kind == kind)
                .map(Shape::word)
                .collect(Collectors.joining(", "));
    }

    /** What to do with a file of this shape where it is of no use. */
    String elsewhere() {
        return switch (kind) {
            case VOTES -> "Rate them with 'arena rate', or store them with 'arena import'.";
            case CATALOG -> "Import prompts and responses with 'arena import'.";
            case SCORES ->
                "Scores of single answers are no comparisons; a judge of 'type: replay' in a tournament file"
                        + " compares them.";
            case GOLD -> "Judgments on gold pairs are for 'arena exam'.";
        };
    }

    /** Whether its rows can be stored. */
    boolean importable() {
        return kind == Kind.VOTES || kind == Kind.CATALOG;
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

    /** What the rows are good for. */
    enum Kind {
        /** Verdicts. */
        VOTES,
        /** Prompts, responses, contestants. */
        CATALOG,
        /** Scores of single answers. */
        SCORES,
        /** Judgments on pairs with a known right answer. */
        GOLD
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
