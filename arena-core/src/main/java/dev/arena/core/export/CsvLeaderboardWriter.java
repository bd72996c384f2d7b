package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The rows as RFC 4180 CSV with the names and the full precision of the JSON; null is an empty cell. The columns {@code method},
 * {@code split}, {@code level}, {@code ci_method}, {@code rank_method} and {@code votes_sha256} repeat on each row, so that no
 * number travels without them; so does {@code variant} where tables of several choices stand beside each other. Further numbers that only some methods have follow, a column each.
 */
final class CsvLeaderboardWriter implements LeaderboardWriter {
    private static final List<String> COLUMNS = List.of(
            "rank",
            "rank_lower",
            "rank_upper",
            "model_name",
            "strength",
            "rating",
            "rating_lower",
            "rating_upper",
            "variance",
            "std_error",
            "quasi_std_error",
            "p_best",
            "tie_group",
            "vote_count",
            "wins",
            "losses",
            "ties",
            "both_bad",
            "status",
            "method",
            "split",
            "level",
            "ci_method",
            "rank_method",
            "simulated",
            "votes_sha256");

    @Override
    public void write(List<Leaderboard> boards, Appendable out) throws IOException {
        SortedSet<String> extras = new TreeSet<>();
        boards.forEach(
                board -> board.rows().forEach(row -> extras.addAll(row.extras().keySet())));
        List<String> header = new ArrayList<>(COLUMNS);
        boolean variants = boards.stream().anyMatch(board -> !board.variant().isEmpty());
        if (variants) {
            header.add("variant");
        }
        header.addAll(extras);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setRecordSeparator("\n")
                .setHeader(header.toArray(new String[0]))
                .get();
        CSVPrinter printer = new CSVPrinter(out, format);
        for (Leaderboard board : boards) {
            for (LeaderboardRow row : board.rows()) {
                List<@Nullable Object> cells = cells(board, row);
                if (variants) {
                    cells.add(board.variant());
                }
                extras.forEach(name -> cells.add(row.extras().get(name)));
                printer.printRecord(cells);
            }
        }
        printer.flush();
    }

    private static List<@Nullable Object> cells(Leaderboard board, LeaderboardRow row) {
        return new ArrayList<>(Arrays.asList(
                row.rank(),
                row.rankLower(),
                row.rankUpper(),
                row.modelName(),
                row.strength(),
                row.rating(),
                row.ratingLower(),
                row.ratingUpper(),
                row.variance(),
                row.stdError(),
                row.quasiStdError(),
                row.pBest(),
                row.tieGroup(),
                row.counts().votes(),
                row.counts().wins(),
                row.counts().losses(),
                row.counts().ties(),
                row.counts().bothBad(),
                row.status(),
                board.method(),
                board.split(),
                board.level(),
                board.ciMethod(),
                board.rankMethod(),
                board.provenance().simulated(),
                board.provenance().votesSha256()));
    }
}
