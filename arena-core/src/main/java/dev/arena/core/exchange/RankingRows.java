package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ranking in a row: the models in the order shown, and their ranks. */
final class RankingRows implements RowReader {
    static final String RANKS =
            "a rank for each model: 1 is best, equal ranks tie, null is not ranked, as in 1, 2, 2, 4";

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> names = names(row, models);
        List<Integer> ranks = ranks(row, names.size());
        Verdict verdict = verdict(row, "ranks", ranks, null);
        records.add(new FileVote(
                row.line(),
                names,
                true,
                verdict,
                false,
                Weights.count(row),
                Weights.weight(row),
                Contexts.read(row),
                null));
    }

    /** The models of a row in the order shown. */
    static List<String> names(Row row, Models models) {
        List<String> given = Values.texts(row, "models");
        if (given == null) {
            throw row.invalid("models", null, "a list of 2 to 32 names of models", "");
        }
        List<String> names = new ArrayList<>();
        for (String name : given) {
            names.add(models.keep(row, "models", name.strip()));
        }
        RankedModels.check(row, "models", names);
        return names;
    }

    /** A rank for each of so many models, 0 = not ranked. */
    static List<Integer> ranks(Row row, int count) {
        List<JsonNode> given = Values.list(row, "ranks");
        if (given == null) {
            throw row.invalid("ranks", null, RANKS, "");
        }
        List<Integer> ranks = new ArrayList<>();
        for (JsonNode rank : given) {
            if (rank.isNull()) {
                ranks.add(0);
            } else if (rank.canConvertToExactIntegral() && rank.canConvertToInt() && rank.asInt() >= 1) {
                ranks.add(rank.asInt());
            } else {
                throw row.invalid("ranks", rank.toString(), RANKS, "");
            }
        }
        if (ranks.size() != count) {
            throw row.invalid("ranks", shown(ranks), "one rank for each of the " + count + " models", "");
        }
        return ranks;
    }

    /** The ranking of these ranks, 0 = not ranked. */
    static Verdict verdict(Row row, String field, List<Integer> ranks, @Nullable Integer margin) {
        try {
            return new Verdict.Ranking(ranks, margin);
        } catch (IllegalArgumentException e) {
            throw row.invalid(field, shown(ranks), RANKS, "");
        }
    }

    private static String shown(List<Integer> ranks) {
        return ranks.stream().map(rank -> rank == 0 ? "null" : rank.toString()).collect(Collectors.joining(", "));
    }
}
