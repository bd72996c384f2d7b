package dev.arena.web.cli;

import dev.arena.core.agreement.JudgeSelector;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.PpiBoards;
import dev.arena.core.leaderboard.PpiRequest;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Flags for ratings of people's votes that a judge's votes sharpen. */
final class PpiOptions {
    @Option(
            names = "--ppi",
            paramLabel = "WHO",
            description =
                    "Rate people's votes, sharpened by those of this judge (prediction-powered): a name (* for any"
                            + " characters), all, or a kind such as llm; may be repeated.")
    List<String> judges = new ArrayList<>();

    @Option(
            names = "--ppi-human",
            paramLabel = "WHO",
            description = "Whose votes --ppi sharpens; may be repeated (default: human).")
    List<String> people = new ArrayList<>();

    @Option(
            names = "--ppi-strata",
            paramLabel = "UNIT",
            defaultValue = "pair",
            description = "Correct the judge within each pair of models, or over all pairs: pair or none (default:"
                    + " ${DEFAULT-VALUE}).")
    String strata = "pair";

    /** Whether such tables are wanted. */
    boolean isAsked() {
        return !judges.isEmpty();
    }

    /**
     * A table for each request and part.
     *
     * @throws UsageException if no vote passes the filter, or a flag does not go with these tables
     */
    List<Leaderboard> boards(VotePool pool, SplitBy split, VoteFilter filter, List<LeaderboardRequest> requests) {
        if (!strata.equals("pair") && !strata.equals("none")) {
            throw new UsageException("--ppi-strata '" + strata + "' is not allowed; use one of: pair, none.");
        }
        pool.requireSome(filter);
        List<JudgeSelector> judge = selectors("--ppi", judges);
        List<JudgeSelector> human =
                people.isEmpty() ? List.of(JudgeSelector.people()) : selectors("--ppi-human", people);
        String words = human + " with " + judge;
        PpiRequest ppi = new PpiRequest(
                (name, kind) -> human.stream().anyMatch(some -> some.matches(name, kind)),
                (name, kind) -> judge.stream().anyMatch(some -> some.matches(name, kind)),
                strata.equals("pair"),
                words.replaceAll("[\\[\\]]", ""));
        List<Leaderboard> boards = new ArrayList<>();
        for (LeaderboardRequest request : requests) {
            for (SplitBy.Part part : split.parts(pool, filter)) {
                boards.add(PpiBoards.board(
                        pool.select(part.filter()), ppi, request.with(part.filter()), pool.source(), part.name()));
            }
        }
        return boards;
    }

    private static List<JudgeSelector> selectors(String flag, List<String> words) {
        return words.stream().map(word -> JudgeSelector.parse(flag, word)).toList();
    }
}
