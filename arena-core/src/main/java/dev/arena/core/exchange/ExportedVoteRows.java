package dev.arena.core.exchange;

import dev.arena.core.exchange.FileVote.Exported;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Votes as {@link VoteExport} writes them: each verdict in its own fields, and why it is not rated, where it is not. */
final class ExportedVoteRows implements RowReader {
    private static final String VERDICTS = "ranking, both_bad, preference, abstention";
    private static final String TRUTHS = "true, false";
    private static final int LONGEST_REASON = 100;

    private final Models models = new Models();
    private final Texts texts = new Texts();

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> names = RankingRows.names(row, models);
        Verdict verdict = verdict(row, names.size());
        records.add(new FileVote(
                row.line(),
                names,
                truth(row, "order_known", true),
                verdict,
                false,
                Weights.count(row),
                Weights.weight(row),
                Contexts.exported(row),
                exported(row)));
    }

    private Verdict verdict(Row row, int seats) {
        String word = row.required("verdict", VERDICTS);
        return switch (word) {
            case "ranking" -> RankingRows.verdict(row, "ranks", RankingRows.ranks(row, seats), margin(row, seats));
            case "both_bad" -> Verdict.bothBad();
            case "preference" -> preference(row, seats);
            case "abstention" -> Verdict.abstain(reason(row), texts.text(row, "detail"));
            default -> throw row.invalid("verdict", word, VERDICTS, "");
        };
    }

    private static @Nullable Integer margin(Row row, int seats) {
        Long margin = Values.whole(row, "margin", 1);
        if (margin != null && (margin > 2 || seats > 2)) {
            throw row.invalid("margin", margin.toString(), "1, 2 or null; null on more than two models", "");
        }
        return margin == null ? null : margin.intValue();
    }

    private static Verdict preference(Row row, int seats) {
        String allowed = "a score of the first of two models in [0, 1]";
        Double share = Values.number(row, "score", 0, 1, allowed);
        if (share == null || seats != 2) {
            throw row.invalid("score", row.text("score"), allowed, "");
        }
        return new Verdict.Preference(share);
    }

    private static AbstentionReason reason(Row row) {
        String allowed = Arrays.stream(AbstentionReason.values())
                .map(AbstentionReason::word)
                .collect(Collectors.joining(", "));
        String word = row.required("reason", allowed);
        Optional<AbstentionReason> reason = Arrays.stream(AbstentionReason.values())
                .filter(known -> known.word().equals(word))
                .findFirst();
        return reason.orElseThrow(() -> row.invalid("reason", word, allowed, ""));
    }

    private Exported exported(Row row) {
        String excluded = Optional.ofNullable(row.text("excluded")).orElse("");
        if (excluded.length() > LONGEST_REASON) {
            throw row.invalid("excluded", excluded, "a reason of at most " + LONGEST_REASON + " characters", "");
        }
        // Files of earlier builds say only this much.
        boolean replaced = truth(row, "superseded", false);
        boolean planted = row.has("part") && !"plain".equals(row.text("part"));
        if (excluded.isEmpty() && (replaced || planted)) {
            excluded = replaced ? VoteExport.SUPERSEDED : String.valueOf(row.text("part"));
        }
        return new Exported(
                excluded,
                Optional.ofNullable(row.exact("judge_version")).orElse(""),
                texts.text(row, "rationale"),
                Values.whole(row, "latency_ms", 0),
                row.structure("answers") != null);
    }

    private static boolean truth(Row row, String field, boolean otherwise) {
        var value = row.structure(field);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw row.invalid(field, value.toString(), TRUTHS, "");
        }
        return value.booleanValue();
    }

    @Override
    public List<Notice> notices() {
        return texts.notices();
    }
}
