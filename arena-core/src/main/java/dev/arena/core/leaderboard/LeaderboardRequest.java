package dev.arena.core.leaderboard;

import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which table is wanted: the method and every choice that moves a number. */
public record LeaderboardRequest(Fitting fitting, Inference inference, Display display, VoteFilter filter, Jury jury) {
    /** A table without a jury. */
    public LeaderboardRequest(Fitting fitting, Inference inference, Display display, VoteFilter filter) {
        this(fitting, inference, display, filter, Jury.NONE);
    }

    /** Bradley-Terry with the defaults for files. */
    public static LeaderboardRequest forFiles() {
        return new LeaderboardRequest(
                Fitting.defaults(PositionChoice.OFF), Inference.defaults(), Display.defaults(), VoteFilter.ALL);
    }

    /** Bradley-Terry with the defaults for a database: a position effect for each judge. */
    public static LeaderboardRequest forDatabase() {
        return new LeaderboardRequest(
                Fitting.defaults(PositionChoice.JUDGE), Inference.defaults(), Display.defaults(), VoteFilter.ALL);
    }

    /** This request with another filter. */
    public LeaderboardRequest with(VoteFilter other) {
        return new LeaderboardRequest(fitting, inference, display, other, jury);
    }

    /** This request with another fitting. */
    public LeaderboardRequest with(Fitting other) {
        return new LeaderboardRequest(other, inference, display, filter, jury);
    }

    /** This request with another inference. */
    public LeaderboardRequest with(Inference other) {
        return new LeaderboardRequest(fitting, other, display, filter, jury);
    }

    /** This request with another display. */
    public LeaderboardRequest with(Display other) {
        return new LeaderboardRequest(fitting, inference, other, filter, jury);
    }

    /** This request with another jury. */
    public LeaderboardRequest with(Jury other) {
        return new LeaderboardRequest(fitting, inference, display, filter, other);
    }

    /** The raw table that stands beside one with style control: the same without it, and without intervals of its own. */
    LeaderboardRequest withoutStyle() {
        Inference bare = new Inference(
                CiMethod.NONE,
                inference.level(),
                inference.cluster(),
                inference.resamples(),
                inference.seed(),
                inference.rankMethod(),
                inference.bootstrapKind());
        return with(fitting.withStyle(StyleChoice.OFF)).with(bare);
    }

    /** This request with each judge's consistency under swapping beside the table. */
    public LeaderboardRequest withJudgeReports() {
        return with(
                new Display(display.center(), display.spread(), display.anchorModel(), display.anchorValue(), true));
    }

    /** Whether a position effect is fitted. */
    public enum PositionChoice {
        OFF,
        GLOBAL,
        JUDGE
    }

    /**
     * How strengths are estimated.
     *
     * @param method a name or an alias of the registry
     * @param regularise {@code none}, {@code ghost} or {@code l2:LAMBDA}
     * @param k Elo's step, in rating points
     * @param order {@code file}, {@code tstamp} or {@code average:N}
     * @param pairWeights {@code none}, {@code min:N} or {@code uniform}
     * @param style which features of the responses are fitted beside the strengths
     */
    public record Fitting(
            String method,
            TieRule ties,
            BothBadRule bothBad,
            SwapPolicy swap,
            PositionChoice position,
            String regularise,
            double k,
            String order,
            String pairWeights,
            StyleChoice style) {
        static Fitting defaults(PositionChoice position) {
            return new Fitting(
                    "bradley-terry",
                    TieRule.HALF,
                    BothBadRule.TIE,
                    SwapPolicy.RAW,
                    position,
                    "none",
                    4,
                    "file",
                    "none",
                    StyleChoice.OFF);
        }

        /** The same choices for another method. */
        public Fitting withMethod(String other) {
            return new Fitting(other, ties, bothBad, swap, position, regularise, k, order, pairWeights, style);
        }

        /** The same choices with other weights of pairs. */
        public Fitting withPairWeights(String other) {
            return new Fitting(method, ties, bothBad, swap, position, regularise, k, order, other, style);
        }

        /** The same choices with another position effect. */
        public Fitting withPosition(PositionChoice other) {
            return new Fitting(method, ties, bothBad, swap, other, regularise, k, order, pairWeights, style);
        }

        /** The same choices with other features. */
        public Fitting withStyle(StyleChoice other) {
            return new Fitting(method, ties, bothBad, swap, position, regularise, k, order, pairWeights, other);
        }
    }

    /** Which features of the responses are fitted beside the strengths. */
    public enum StyleChoice {
        OFF,
        LENGTH,
        ALL
    }

    /** How intervals are made. */
    public enum CiMethod {
        AUTO,
        SANDWICH,
        BOOTSTRAP,
        LAPLACE,
        NONE
    }

    /** How rank sets are made. */
    public enum RankMethod {
        DIFFERENCE,
        ARENA,
        SIMULTANEOUS
    }

    /**
     * How uncertainty is stated.
     *
     * @param level coverage, in (0, 1)
     * @param resamples of the bootstrap
     * @param bootstrapKind how a resample is drawn
     */
    public record Inference(
            CiMethod ci,
            double level,
            ClusterBy cluster,
            int resamples,
            long seed,
            RankMethod rankMethod,
            BootstrapKind bootstrapKind) {
        static Inference defaults() {
            return new Inference(
                    CiMethod.AUTO, 0.95, ClusterBy.MATCHUP, 1000, 42, RankMethod.DIFFERENCE, BootstrapKind.MULTINOMIAL);
        }
    }

    /**
     * The displayed scale.
     *
     * @param anchorModel the contestant whose rating is fixed, or null
     * @param anchorValue its rating
     * @param judges whether each judge's consistency under swapping stands beside the table
     */
    public record Display(
            double center, double spread, @Nullable String anchorModel, double anchorValue, boolean judges) {
        static Display defaults() {
            return new Display(1000, 400, null, 0, false);
        }

        /** The anchor as written on the command line. */
        public Optional<String> anchor() {
            return anchorModel == null ? Optional.empty() : Optional.of(anchorModel + "=" + anchorValue);
        }
    }
}
