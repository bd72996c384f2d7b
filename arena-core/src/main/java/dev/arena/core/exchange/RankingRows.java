package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A ranking in a row: the models in the order shown, and their ranks. */
final class RankingRows implements RowReader {
    static final String RANKS =
            "a rank for each model: 1 is best, equal ranks tie, null is not ranked, as in 1, 2, 2, 4";

    private final Models models = new Models();

    @Override
    public void read(Row row, List<FileRecord> records) {
        List<String> names = names(row);
        List<Integer> ranks = ranks(row);
        if (ranks.size() != names.size()) {
            throw row.invalid("ranks", shown(ranks), "one rank for each of the " + names.size() + " models", "");
        }
        Verdict verdict = verdict(row, "ranks", ranks);
        records.add(new FileVote(
                row.line(), names, true, verdict, false, Weights.count(row), Weights.weight(row), Contexts.read(row)));
    }

    private List<String> names(Row row) {
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

    private static List<Integer> ranks(Row row) {
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
        return ranks;
    }

    /** The ranking of these ranks, 0 = not ranked. */
    static Verdict verdict(Row row, String field, List<Integer> ranks) {
        try {
            return new Verdict.Ranking(ranks, null);
        } catch (IllegalArgumentException e) {
            throw row.invalid(field, shown(ranks), RANKS, "");
        }
    }

    private static String shown(List<Integer> ranks) {
        return ranks.stream().map(rank -> rank == 0 ? "null" : rank.toString()).collect(Collectors.joining(", "));
    }
}
