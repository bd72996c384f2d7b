package dev.arena.core.exchange;

import dev.arena.core.exchange.GoldPair.Label;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads recorded judgments on gold pairs, a row a pair and judge with both orders: {@code pair_id, label, judge_name, judge_model,
 * decision_order1_AB, decision_order2_BA_as_shown} with optional {@code source, response_model} (JudgeBench). A decision names the places,
 * so in the second order {@code A>B} means that response B, shown first, is better; an empty one is no verdict.
 */
public final class GoldDecisions {
    private static final String FIRST_ORDER = "decision_order1_AB";
    private static final String SECOND_ORDER = "decision_order2_BA_as_shown";
    private static final List<String> COLUMNS =
            List.of("pair_id", "label", "judge_name", "judge_model", FIRST_ORDER, SECOND_ORDER);
    private static final Map<String, Label> WORDS = Map.of("A>B", Label.FIRST, "B>A", Label.SECOND, "A=B", Label.TIE);

    private GoldDecisions() {}

    /**
     * One judgment of one pair in one order.
     *
     * @param firstShown whether the pair's first response stood first
     * @param decision which of the pair's responses was preferred, positions taken out; null for no verdict
     */
    public record Decision(
            String item,
            String judge,
            boolean firstShown,
            @Nullable Label decision,
            Label label,
            @Nullable String category) {}

    /**
     * Reads a file, in the order of its rows, the order with the first response first before the other.
     *
     * @throws InputException if the file cannot be read, has other columns or an invalid row
     */
    public static void read(Source source, Consumer<Decision> action) {
        try (RowText text = TextOpener.open(source, bytes -> {});
                Rows rows = ExchangeReader.syntax(source, text)) {
            if (!rows.fields().containsAll(COLUMNS)) {
                throw new InputException(new InputProblem(
                        source.name(),
                        1,
                        null,
                        String.join(", ", rows.fields()),
                        "recorded judgments: " + String.join(", ", COLUMNS),
                        "To ask judges about gold pairs, name their file with --judges."));
            }
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (row instanceof BrokenRow broken) {
                    throw broken.problem();
                }
                read(row, action);
            }
        } catch (IOException e) {
            throw ExchangeReader.unreadable(source, e);
        }
    }

    private static void read(Row row, Consumer<Decision> action) {
        String pair = Values.name(row, "pair_id");
        String model = row.text("response_model");
        String item = model == null ? pair : pair + " of " + model;
        String judge = Values.name(row, "judge_name") + "/" + Values.name(row, "judge_model");
        Label label = word(row, "label");
        if (label == null) {
            throw row.invalid("label", null, "A>B, B>A, A=B", "");
        }
        String category = Values.optionalName(row, "source");
        action.accept(new Decision(item, judge, true, word(row, FIRST_ORDER), label, category));
        action.accept(new Decision(item, judge, false, exchanged(word(row, SECOND_ORDER)), label, category));
    }

    private static @Nullable Label word(Row row, String field) {
        String word = row.text(field);
        if (word == null) {
            return null;
        }
        Label label = WORDS.get(word);
        if (label == null) {
            throw row.invalid(field, word, "A>B, B>A, A=B", "");
        }
        return label;
    }

    private static @Nullable Label exchanged(@Nullable Label shown) {
        if (shown == null || shown == Label.TIE) {
            return shown;
        }
        return shown == Label.FIRST ? Label.SECOND : Label.FIRST;
    }
}
