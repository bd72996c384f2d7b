package dev.arena.ratings;

import dev.arena.ratings.wording.Phrase;
import java.util.Locale;

/** Everything a method may warn about, each with what to do. */
public enum WarningCode implements Phrase {
    /** There is nothing to rate. */
    NO_DATA("Collect comparisons, or check the filters that removed them."),
    /** Contestants with so few comparisons that normal intervals are not to be trusted. */
    FEW_COMPARISONS("Collect more comparisons of them before reading their intervals."),
    /** Sets of contestants that no comparison links. */
    DISCONNECTED("Collect comparisons between the groups, or rate each group alone; never compare numbers across."),
    /** Contestants that stand above or below all others by no finite amount. */
    SEPARATED("Collect more comparisons, or ask for a regulariser (ghost or l2) and read the numbers as regularised."),
    /** A position effect that has no finite estimate: some judge's verdicts follow the order shown. */
    POSITION_SEPARATED("Do not trust that judge group's verdicts on their own; show each matchup in both orders."),
    /** A position effect that cannot be told from the strengths. */
    POSITION_NOT_IDENTIFIED("Show matchups in both orders, or switch the position effect off."),
    /** A style effect that has no finite estimate: some verdicts follow the style perfectly. */
    STYLE_SEPARATED("Collect more verdicts, leave that style out, or ask for a penalty on style effects."),
    /** A style effect that cannot be told from the strengths or from other effects. */
    STYLE_NOT_IDENTIFIED("Leave that style out, or collect comparisons in which it varies."),
    /** The difficulties of the prompts are missing. */
    DIFFICULTY_UNKNOWN(
            "Give the published difficulties where there are some; without them the control is a little worse."),
    /** Length control moved a win rate by more than it ever should. */
    LENGTH_CONTROL_EXTREME("Look at the responses: lengths that follow quality, or a contestant that games the judge."),
    /** No pair was compared in both orders. */
    ONE_ORDER_ONLY("Show matchups in both orders, so that a preference for a position can be seen."),
    /** The stop rule was not met. */
    NOT_CONVERGED("Do not publish these numbers; check counts and weights for extreme values."),
    /** A regulariser moved the numbers. */
    REGULARISED("Say so beside the numbers; publish unregularised ones where all contestants are connected."),
    /** Some resamples left contestants without a finite strength. */
    DEGENERATE_RESAMPLES("Prefer the sandwich interval, or collect more comparisons of these contestants."),
    /** BCa bounds were asked for and percentiles given, for some contestants or for all. */
    PERCENTILE_INTERVALS("Read their bounds as percentiles of the draws, without a correction for bias and skewness."),
    /** Too few clusters for the cluster-robust interval. */
    FEW_CLUSTERS("Read the intervals as too short; collect verdicts from more judges or prompts."),
    /** A tie parameter without a finite estimate. */
    TIE_PARAMETER("Use bradley-terry, or collect comparisons with wins of both sides and ties."),
    /** Pairs with so few matchups that people scored that their correction is uncertain. */
    PPI_FEW_MATCHUPS("Collect more verdicts of people there before reading the intervals as exact."),
    /** Pairs of contestants that only the judge compared. */
    PPI_PAIRS_LEFT_OUT("Collect verdicts of people on these pairs; a judge alone cannot be corrected."),
    /** The judge's verdicts do not follow people's, or there is nothing to gain from them. */
    PPI_NO_GAIN("Read the table as people's verdicts alone."),
    /** No finite maximum with the judge's verdicts. */
    PPI_HUMAN_ONLY("Collect more verdicts of people, above all on matchups that the judge saw."),
    /** Estimates whose comparisons all fit exactly, so that their spread says nothing about their error. */
    NOTHING_VARIES("Do not read them as certain: collect more comparisons, or use the model-based interval.");

    private final String advice;

    WarningCode(String advice) {
        this.advice = advice;
    }

    /** What to do about it, in one sentence. */
    public String advice() {
        return advice;
    }

    @Override
    public String prefix() {
        return "advice_";
    }

    @Override
    public String other() {
        return advice;
    }

    /** The word used in files: lower case, underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
