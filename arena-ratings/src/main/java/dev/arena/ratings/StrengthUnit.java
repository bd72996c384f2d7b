package dev.arena.ratings;

/**
 * What the number in {@link Rating#strength()} means, and so how it is displayed.
 *
 * <p>Natural strengths are moved to a displayed scale by {@link RatingScale}; a method with a scale of its own (a win
 * share, a TrueSkill mean) is shown as it is.
 */
public sealed interface StrengthUnit {
    /** Log-odds θ: the odds of i over j are exp(θi − θj). Displayed through a {@link RatingScale}. */
    record Natural() implements StrengthUnit {}

    /**
     * The method's own scale, shown without a {@link RatingScale}.
     *
     * @param name short name, such as {@code win share}
     * @param meaning one sentence for the reader of a table
     */
    record Own(String name, String meaning) implements StrengthUnit {}

    /** Log-odds θ. */
    static StrengthUnit natural() {
        return new Natural();
    }
}
