package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.exchange.GoldJudgment.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JudgeBench's judgments: two responses of one model to a question, one of them objectively right, judged in both orders.
 *
 * <p>JudgeBench's own files hold a list {@code judgments} of one or two entries, the second of which was judged with B first and has its
 * decision exchanged back already. As columns, {@code decision_order2_BA_as_shown} is what was said with B standing at A.
 */
final class GoldRows implements RowReader {
    private static final Map<String, Choice> CHOICES = Map.of("A>B", Choice.A, "B>A", Choice.B, "A=B", Choice.TIE);
    private static final String ALLOWED = "A>B, B>A, A=B";
    private static final String FIRST_COLUMN = "decision_order1_AB";
    private static final String SECOND_COLUMN = "decision_order2_BA_as_shown";
    private static final int ORDERS = 2;

    private final boolean columns;

    /**
     * @param columns whether the decisions stand in columns rather than in a list
     */
    GoldRows(boolean columns) {
        this.columns = columns;
    }

    @Override
    public void read(Row row, List<FileRecord> records) {
        if (columns) {
            String judge = judge(row, row.text("judge_model"));
            Choice second = choice(row, SECOND_COLUMN, row.text(SECOND_COLUMN));
            add(row, records, judge, 1, choice(row, FIRST_COLUMN, row.text(FIRST_COLUMN)));
            add(row, records, judge, 2, second == null ? null : second.exchanged());
            return;
        }
        List<JsonNode> judgments = Values.list(row, "judgments");
        if (judgments == null || judgments.isEmpty() || judgments.size() > ORDERS) {
            String found = judgments == null ? null : judgments.size() + " judgments";
            throw row.invalid("judgments", found, "a list of one or two judgments, the second with B first", "");
        }
        for (int i = 0; i < judgments.size(); i++) {
            JsonNode judgment = judgments.get(i);
            JsonNode model = judgment.path("judgment").path("judge_model");
            JsonNode decision = judgment.path("decision");
            String word = decision.isTextual() ? decision.asText() : null;
            if (!decision.isTextual() && !decision.isNull() && !decision.isMissingNode()) {
                throw row.invalid("judgments", decision.toString(), ALLOWED + " as decision, or null", "");
            }
            String judge = judge(row, model.isTextual() ? model.asText() : null);
            add(row, records, judge, i + 1, choice(row, "judgments", word));
        }
    }

    private static void add(Row row, List<FileRecord> records, String judge, int order, @Nullable Choice decision) {
        Choice label = choice(row, "label", row.required("label", "A>B, B>A"));
        if (label == null || label == Choice.TIE) {
            throw row.invalid("label", row.text("label"), "A>B, B>A", "A gold pair has one right response.");
        }
        String item = Values.name(row, "pair_id");
        records.add(new GoldJudgment(row.line(), item, judge, order, decision, label, row.text("source")));
    }

    /** The protocol with the model behind it, where both are known. */
    private static String judge(Row row, @Nullable String model) {
        String protocol = Values.name(row, "judge_name");
        String judge = model == null || model.isBlank() ? protocol : protocol + "/" + model.strip();
        Values.checkName(row, "judge_name", judge);
        return judge;
    }

    private static @Nullable Choice choice(Row row, String field, @Nullable String word) {
        if (word == null) {
            return null;
        }
        Choice choice = CHOICES.get(word.strip());
        if (choice == null) {
            throw row.invalid(field, word, ALLOWED, "");
        }
        return choice;
    }
}
