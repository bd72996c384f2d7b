package dev.arena.core.exchange;

import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads gold pairs from CSV, TSV, JSON or JSONL: {@code prompt, response_a, response_b, label} (JudgeBench's names {@code question,
 * response_A, response_B} are read too) with optional {@code reference, category}; or {@code prompt_id, model_a, model_b, winner} on
 * responses of a database.
 */
public final class GoldPairs {
    private static final String LABELS = "A>B, B>A, A=B, first, second, tie, model_a, model_b, both_bad, tie (bothbad)";
    private static final Map<String, GoldPair.Label> LABEL_WORDS = Map.of(
            "A>B",
            GoldPair.Label.FIRST,
            "B>A",
            GoldPair.Label.SECOND,
            "A=B",
            GoldPair.Label.TIE,
            "first",
            GoldPair.Label.FIRST,
            "second",
            GoldPair.Label.SECOND,
            "tie",
            GoldPair.Label.TIE,
            "model_a",
            GoldPair.Label.FIRST,
            "model_b",
            GoldPair.Label.SECOND,
            "both_bad",
            GoldPair.Label.TIE,
            "tie (bothbad)",
            GoldPair.Label.TIE);

    private final Source source;
    private final Texts texts = new Texts();

    private GoldPairs(Source source) {
        this.source = source;
    }

    /**
     * All pairs of a file, in its order.
     *
     * @throws InputException if the file cannot be read, has other columns or an invalid row
     */
    public static List<GoldPair> read(Source source) {
        GoldPairs pairs = new GoldPairs(source);
        try (RowText text = TextOpener.open(source, bytes -> {});
                Rows rows = ExchangeReader.syntax(source, text)) {
            return pairs.read(rows);
        } catch (IOException e) {
            throw ExchangeReader.unreadable(source, e);
        }
    }

    private List<GoldPair> read(Rows rows) throws IOException {
        Columns columns = columns(rows.fields());
        List<GoldPair> pairs = new ArrayList<>();
        for (Row row = rows.next(); row != null; row = rows.next()) {
            if (row instanceof BrokenRow broken) {
                throw broken.problem();
            }
            pairs.add(pair(row, columns));
        }
        return pairs;
    }

    /**
     * What the columns of a file are called.
     *
     * @param prompt the text of the prompt; null where {@code prompt_id} names it
     */
    private record Columns(@Nullable String prompt, String first, String second, String label) {}

    private Columns columns(Collection<String> fields) {
        String prompt = fields.contains("prompt") ? "prompt" : "question";
        String first = fields.contains("response_a") ? "response_a" : "response_A";
        String second = fields.contains("response_b") ? "response_b" : "response_B";
        if (fields.containsAll(List.of(prompt, first, second, "label"))) {
            return new Columns(prompt, first, second, "label");
        }
        if (fields.containsAll(List.of("prompt_id", "model_a", "model_b", "winner"))) {
            return new Columns(null, "model_a", "model_b", "winner");
        }
        throw new InputException(new InputProblem(
                source.name(),
                1,
                null,
                String.join(", ", fields),
                "gold pairs: prompt, response_a, response_b, label; or prompt_id, model_a, model_b, winner",
                "Optional columns are reference and category."));
    }

    private GoldPair pair(Row row, Columns columns) {
        String word = row.required(columns.label(), LABELS);
        GoldPair.Label label = LABEL_WORDS.get(word);
        if (label == null) {
            throw row.invalid(columns.label(), word, LABELS, "");
        }
        String category = Values.optionalName(row, row.has("category") ? "category" : "source");
        return new GoldPair(source.name(), row.line(), label, category, content(row, columns, category));
    }

    private GoldPair.Content content(Row row, Columns columns, @Nullable String category) {
        String prompt = columns.prompt();
        if (prompt == null) {
            String first = Values.name(row, columns.first());
            String second = Values.name(row, columns.second());
            if (first.equals(second)) {
                throw row.invalid(columns.second(), second, "another model than in '" + columns.first() + "'", "");
            }
            return new GoldPair.Named(Values.name(row, "prompt_id"), first, second);
        }
        String first = text(row, columns.first());
        String second = text(row, columns.second());
        if (first.equals(second)) {
            throw row.invalid(
                    columns.second(),
                    second,
                    "another text than in '" + columns.first() + "'",
                    "Equal texts say nothing about a judge; leave the row out.");
        }
        String question = text(row, prompt);
        Texts.requireAsked(row, prompt, List.of(question));
        PromptText asked =
                new PromptText(List.of(question), category, null, PromptRows.reference(texts, row), List.of());
        return new GoldPair.Shown(asked, ResponseText.of(first), ResponseText.of(second));
    }

    private String text(Row row, String field) {
        String text = texts.text(row, field);
        if (text == null) {
            throw row.invalid(field, null, "a text", "");
        }
        return text;
    }
}
