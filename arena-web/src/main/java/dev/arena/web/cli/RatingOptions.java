package dev.arena.web.cli;

import dev.arena.core.leaderboard.BothBadRule;
import dev.arena.core.leaderboard.ClusterBy;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRequest.CiMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.Display;
import dev.arena.core.leaderboard.LeaderboardRequest.Fitting;
import dev.arena.core.leaderboard.LeaderboardRequest.Inference;
import dev.arena.core.leaderboard.LeaderboardRequest.PositionChoice;
import dev.arena.core.leaderboard.LeaderboardRequest.RankMethod;
import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.TieRule;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.registry.RatingMethods;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Flags of {@code arena rate} and {@code arena export leaderboard} that decide the numbers. */
final class RatingOptions {
    @Option(
            names = {"--method", "--rating-system"},
            paramLabel = "METHOD",
            completionCandidates = MethodNames.class,
            description =
                    "One of: ${COMPLETION-CANDIDATES}; bt and pl are short for two of them. May be repeated, for one"
                            + " table of all (default: bradley-terry).")
    List<String> methods = new ArrayList<>();

    @Option(
            names = "--ties",
            paramLabel = "RULE",
            defaultValue = "half",
            description = "half or drop (default: ${DEFAULT-VALUE}).")
    String ties = "half";

    @Option(
            names = "--both-bad",
            paramLabel = "RULE",
            defaultValue = "tie",
            description = "What both-bad counts as: tie or drop (default: ${DEFAULT-VALUE}).")
    String bothBad = "tie";

    @Option(
            names = {"--swap", "--swap-mode"},
            paramLabel = "POLICY",
            description =
                    "How both orders of one matchup become evidence: raw, tie, sign, half or drop. May be repeated,"
                            + " for a table of each (default: raw).")
    List<String> swaps = new ArrayList<>();

    @Option(
            names = "--position",
            paramLabel = "MODEL",
            description =
                    "Fit a position effect: off, global or judge. May be repeated, for a table of each (default: off"
                            + " for files, judge for the database).")
    List<String> positions = new ArrayList<>();

    @Option(
            names = "--regularise",
            paramLabel = "PENALTY",
            defaultValue = "none",
            description = "none, ghost or l2:LAMBDA; regularised numbers carry the flag (default: ${DEFAULT-VALUE}).")
    String regularise = "none";

    @Option(
            names = "--k",
            paramLabel = "POINTS",
            defaultValue = "4",
            description = "Elo's step (default: ${DEFAULT-VALUE}).")
    double k = 4;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            defaultValue = "file",
            description =
                    "Order in which online methods read votes: file, tstamp or average:N (default: ${DEFAULT-VALUE}).")
    String order = "file";

    @Option(
            names = "--style",
            paramLabel = "FEATURES",
            defaultValue = "off",
            description =
                    "Ratings at equal style of the responses: off, length (len_a and len_b, or stored texts) or all"
                            + " (stored texts) (default: ${DEFAULT-VALUE}).")
    String style = "off";

    @Option(
            names = "--pair-weights",
            paramLabel = "RULE",
            defaultValue = "none",
            description = "Weight of a comparison by how often its pair met: none, min:N or uniform (default:"
                    + " ${DEFAULT-VALUE}).")
    String pairWeights = "none";

    @ArgGroup(validate = false)
    final IntervalOptions interval = new IntervalOptions();

    @ArgGroup(validate = false)
    final ScaleOptions scale = new ScaleOptions();

    /** The methods that there are. */
    static final class MethodNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return RatingMethods.names().iterator();
        }
    }

    /** Flags for intervals and rank ranges. */
    static final class IntervalOptions {
        @Option(
                names = {"--ci", "--ci-method"},
                paramLabel = "METHOD",
                defaultValue = "auto",
                description = "Intervals: auto, sandwich, bootstrap, laplace or none (default: ${DEFAULT-VALUE}).")
        String ci = "auto";

        @Option(
                names = "--level",
                paramLabel = "SHARE",
                defaultValue = "0.95",
                description = "Coverage (default: ${DEFAULT-VALUE}).")
        double level = 0.95;

        @Option(
                names = "--cluster",
                paramLabel = "UNIT",
                defaultValue = "matchup",
                description = "What shares its luck: matchup, none, prompt, judge or prompt+judge (default:"
                        + " ${DEFAULT-VALUE}).")
        String cluster = "matchup";

        @Option(
                names = {"--resamples", "--bootstrap", "--num-bootstrap"},
                paramLabel = "N",
                defaultValue = "1000",
                description = "Resamples of the bootstrap (default: ${DEFAULT-VALUE}).")
        int resamples = 1000;

        @Option(
                names = "--bootstrap-kind",
                paramLabel = "KIND",
                defaultValue = "multinomial",
                description = "How a resample is drawn: multinomial, poisson or bayesian (default: ${DEFAULT-VALUE}).")
        String bootstrapKind = "multinomial";

        @Option(
                names = "--seed",
                paramLabel = "N",
                defaultValue = "42",
                description = "Seed (default: ${DEFAULT-VALUE}).")
        long seed = 42;

        @Option(
                names = "--rank-method",
                paramLabel = "METHOD",
                defaultValue = "difference",
                description = "Rank ranges: difference, arena or simultaneous (default: ${DEFAULT-VALUE}).")
        String rankMethod = "difference";
    }

    /** Flags for the displayed scale. */
    static final class ScaleOptions {
        @Option(
                names = "--center",
                paramLabel = "N",
                defaultValue = "1000",
                description = "Mean rating (default: ${DEFAULT-VALUE}).")
        double center = 1000;

        @Option(
                names = "--scale",
                paramLabel = "N",
                defaultValue = "400",
                description = "Points for odds of 10 to 1 (default: ${DEFAULT-VALUE}).")
        double spread = 400;

        @Option(names = "--anchor", paramLabel = "MODEL=VALUE", description = "Fix one model's rating.")
        @Nullable
        String anchor;
    }

    /**
     * The tables wanted, one for each method, swap policy and position model, without a filter.
     *
     * @param positionDefault what holds when {@code --position} is not given
     * @throws UsageException for a value that is not allowed
     */
    List<LeaderboardRequest> requests(PositionChoice positionDefault) {
        if (!(interval.level > 0 && interval.level < 1)) {
            throw new UsageException(
                    "--level " + interval.level + " is not allowed; use a number between 0 and 1, such as 0.95.");
        }
        if (interval.resamples < 2) {
            throw new UsageException(
                    "--resamples " + interval.resamples + " is not allowed; use 2 or more, such as 1000.");
        }
        List<LeaderboardRequest> requests = new ArrayList<>();
        for (String method : methods.isEmpty() ? List.of("bradley-terry") : methods) {
            for (String swap : swaps.isEmpty() ? List.of("raw") : swaps) {
                for (PositionChoice position : positions(positionDefault)) {
                    requests.add(LeaderboardRequest.forFiles()
                            .with(fitting(method, Words.parse("--swap", swap, SwapPolicy.class), position))
                            .with(inference())
                            .with(display()));
                }
            }
        }
        if (new LinkedHashSet<>(requests).size() < requests.size()) {
            throw new UsageException("--method, --swap or --position names the same table twice; say each value once.");
        }
        return requests;
    }

    private List<PositionChoice> positions(PositionChoice otherwise) {
        return positions.isEmpty()
                ? List.of(otherwise)
                : positions.stream()
                        .map(word -> Words.parse("--position", word, PositionChoice.class))
                        .toList();
    }

    private Fitting fitting(String method, SwapPolicy swap, PositionChoice position) {
        return new Fitting(
                method,
                Words.parse("--ties", ties, TieRule.class),
                Words.parse("--both-bad", bothBad, BothBadRule.class),
                swap,
                position,
                regularise,
                k,
                order,
                pairWeights,
                Words.parse("--style", style, StyleChoice.class));
    }

    private Inference inference() {
        return new Inference(
                Words.parse("--ci", interval.ci, CiMethod.class),
                interval.level,
                Words.parse("--cluster", interval.cluster, ClusterBy.class),
                interval.resamples,
                interval.seed,
                Words.parse("--rank-method", interval.rankMethod, RankMethod.class),
                Words.parse("--bootstrap-kind", interval.bootstrapKind, BootstrapKind.class));
    }

    private Display display() {
        if (scale.anchor == null) {
            return new Display(scale.center, scale.spread, null, 0, true);
        }
        int split = scale.anchor.lastIndexOf('=');
        try {
            double value = Double.parseDouble(scale.anchor.substring(split + 1));
            if (split > 0 && Double.isFinite(value)) {
                return new Display(scale.center, scale.spread, scale.anchor.substring(0, split), value, true);
            }
        } catch (NumberFormatException e) {
            // Said below, together with the missing '='.
        }
        throw new UsageException(
                "--anchor '" + scale.anchor + "' is not allowed; use MODEL=VALUE, such as my-model=1000.");
    }
}
