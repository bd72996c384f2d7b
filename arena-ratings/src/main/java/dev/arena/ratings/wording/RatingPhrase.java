package dev.arena.ratings.wording;

/** What methods find and a reader must know; what to do about it stands in the advice of the warning's code. */
public enum RatingPhrase implements Phrase {
    NOTHING_WEIGHS("No comparison carries weight."),
    PARTS("The comparisons fall into {count} parts that nothing links."),
    GROUPS("The contestants fall into {count} groups that differ by no finite amount."),
    FEW_COMPARISONS(
            "{count} contestant has fewer than {limit} comparisons.",
            "{count} contestants have fewer than {limit} comparisons."),
    ONE_ORDER_ONLY("No pair was compared in both orders."),
    POSITION_SEPARATED("The position effect has no finite estimate for {judges}."),
    POSITION_NOT_IDENTIFIED("The position effect cannot be told from the strengths for {judges}."),
    STOPPED_AT("The fit stopped with gradient {gradient:exact}."),
    NOT_SETTLED("The iteration did not settle."),
    UPDATES_UNFINISHED("{count} updates ended before their stop rule was met."),
    STRENGTHS_REGULARISED("Strengths are regularised ({how})."),
    STYLES_REGULARISED("Style effects are regularised ({how})."),
    WEIGHTS_REGULARISED("The weights are regularised."),

    RESAMPLES_DEGENERATE("{count} of {of} resamples left some contestant without a finite strength."),
    RESAMPLES_ALIKE("Every resample gives the same number, so there is no interval."),
    TOO_MANY_UNITS("There are {count} different units, too many to leave out."),
    LOST_WITHOUT_A_UNIT(
            "{count} contestant loses its finite strength when a single unit is left out.",
            "{count} contestants lose their finite strength when a single unit is left out."),
    FEW_CLUSTERS("The interval rests on {count} clusters only."),
    EXACT_CONTESTANTS(
            "There is no interval for {count} contestant, since the comparisons fit exactly.",
            "There is no interval for {count} contestants, since the comparisons fit exactly."),
    EXACT_CONTESTANTS_AND_EFFECT(
            "There is no interval for {count} contestant and an effect, since the comparisons fit exactly.",
            "There is no interval for {count} contestants and an effect, since the comparisons fit exactly."),
    EXACT_EFFECT("There is no interval for an effect, since the comparisons fit exactly."),

    ONLY_TIES(
            "Nothing but ties was seen among contestants with finite strengths, so that the tie parameter has no finite"
                    + " estimate and these strengths are equal."),
    NO_TIE("No tie was seen, so that the tie parameter has no finite estimate; strengths are those of bradley-terry."),
    TIES_RUN_AWAY("The tie parameter has no finite estimate: no circle of contestants has more wins than ties."),
    TIES_OF_SIZES("The tie parameter has no finite estimate for ties of {sizes}."),
    TIES_WITHOUT_END(
            "No circle of comparisons holds more wins than ties, so the share of ties has no finite estimate."),
    NO_TIE_TO_SHARE("No comparison is a tie: the strengths are those of bradley-terry."),

    STYLE_SEPARATED("The style effect has no finite estimate for {styles}."),
    STYLE_NOT_IDENTIFIED(
            "The style effect cannot be told from strengths and other effects, or the style never differs, for {styles}."),

    NO_PROMPT("There is no prompt with a verdict."),
    FEW_PROMPTS("There are only {count} prompts."),
    SAME_LENGTHS("The difference of lengths is the same on every prompt; its effect cannot be told from the strength."),
    TERMS_PREDICT_ALL("The terms of the model predict every verdict perfectly."),
    LENGTH_CONTROL_FAR(
            "The length-controlled win rate {controlled:percent1} is very far from the raw one, {raw:percent1}."),
    DIFFICULTIES_NOT_KNOWN("The difficulties of the prompts are not known."),
    DIFFICULTIES_NOT_TOLD("The difficulties of the prompts cannot be told from the other terms."),

    PPI_NO_GAIN("The judge's verdicts do not make the ratings more certain."),
    PPI_FEW_MATCHUPS("{count} of {of} pairs have fewer than {limit} matchups scored by people."),
    PPI_PAIRS_LEFT_OUT("{count} pairs were scored by only one side and are left out."),
    PPI_PEOPLE_ALONE("These are people's verdicts alone, since {why}."),

    NO_INTERVAL_OF_METHOD("{method} gives no interval of its own; use the bootstrap."),
    NO_INTERVAL_HERE("This method gives no interval of its own; use the bootstrap."),
    NO_INTERVAL_OF_COUNTS("A count gives no interval of its own; use the bootstrap."),
    NO_INTERVAL_ASKED("No interval was asked for."),
    NO_COVARIANCE("No covariance was asked for, or there is nothing to fit."),
    TIES_SAY_NOTHING(
            "Nothing but ties was seen among contestants with finite strengths, which says how often ties are and"
                    + " not how near strengths are."),
    FITS_SAY_NOTHING("Every comparison fits exactly, so that their spread says nothing about errors.");

    private final String one;
    private final String other;

    RatingPhrase(String template) {
        this(template, template);
    }

    RatingPhrase(String one, String other) {
        this.one = one;
        this.other = other;
    }

    @Override
    public String prefix() {
        return "";
    }

    @Override
    public String one() {
        return one;
    }

    @Override
    public String other() {
        return other;
    }
}
