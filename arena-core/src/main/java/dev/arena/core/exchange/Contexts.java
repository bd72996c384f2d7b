package dev.arena.core.exchange;

import dev.arena.core.model.JudgeKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what stands around a verdict: judge, prompt, turn, time, category, language, lengths. */
final class Contexts {
    private static final String KIND_WORDS =
            Arrays.stream(JudgeKind.values()).map(JudgeKind::word).collect(Collectors.joining(", "));

    private Contexts() {}

    /** The context of a row; {@link VoteContext#NONE} where it gives none. */
    static VoteContext read(Row row) {
        VoteContext context = new VoteContext(
                row.text("id"),
                judge(row, "judge"),
                judgeKind(row),
                prompt(row),
                turn(row),
                Values.time(row, "tstamp"),
                row.text("category"),
                row.text("language"),
                lengths(row));
        return context.equals(VoteContext.NONE) ? VoteContext.NONE : context;
    }

    /**
     * The context of a judgment that another tool recorded: its judge is a replayed one.
     *
     * @param judge the field that names the judge
     * @param prompt the key of the prompt
     */
    static VoteContext recorded(Row row, String judge, String prompt) {
        return new VoteContext(
                null,
                judge(row, judge),
                JudgeKind.REPLAY,
                prompt,
                turn(row),
                Values.time(row, "tstamp"),
                row.text("category"),
                null,
                null);
    }

    /** The context of a vote that Arena exported: its own id keeps it apart from every other. */
    static VoteContext exported(Row row) {
        return new VoteContext(
                Values.name(row, "vote"),
                judge(row, "judge"),
                judgeKind(row),
                prompt(row),
                turn(row),
                Values.time(row, "cast_at"),
                row.text("category"),
                row.text("language"),
                null);
    }

    /** The id of a question under either of the names in use. */
    static String question(Row row) {
        String number = Values.optionalName(row, "question_id");
        return number == null ? Values.name(row, "uid") : number;
    }

    /** A judge's name; some files give a list (name and template), which is joined by a slash. */
    private static @Nullable String judge(Row row, String field) {
        if (!row.isList(field)) {
            return Values.optionalName(row, field);
        }
        List<String> parts = Values.texts(row, field);
        String name = parts == null ? "" : String.join("/", parts);
        Values.checkName(row, field, name);
        return name;
    }

    private static @Nullable JudgeKind judgeKind(Row row) {
        String word = row.text("judge_kind");
        if (word == null) {
            return null;
        }
        return Arrays.stream(JudgeKind.values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> row.invalid("judge_kind", word, KIND_WORDS, ""));
    }

    private static @Nullable String prompt(Row row) {
        String prompt = Values.optionalName(row, "prompt_id");
        String question = Values.optionalName(row, "question_id");
        if (prompt != null && question != null && !prompt.equals(question)) {
            throw row.invalid("question_id", question, "the same as prompt_id, or nothing", "Keep one of the columns.");
        }
        return prompt == null ? question : prompt;
    }

    private static @Nullable Integer turn(Row row) {
        Long turn = Values.whole(row, "turn", 1);
        if (turn != null && turn > Integer.MAX_VALUE) {
            throw row.invalid("turn", turn.toString(), "the number of a turn, from 1", "");
        }
        return turn == null ? null : turn.intValue();
    }

    private static VoteContext.@Nullable Lengths lengths(Row row) {
        Double first = length(row, "len_a");
        Double second = length(row, "len_b");
        if (first == null && second == null) {
            return null;
        }
        if (first == null || second == null) {
            throw row.invalid(first == null ? "len_a" : "len_b", null, "both lengths, or neither", "");
        }
        return new VoteContext.Lengths(first, second);
    }

    static @Nullable Double length(Row row, String field) {
        return Values.number(row, field, 0, Double.MAX_VALUE, "a length of at least 0");
    }
}
