package dev.arena.ratings;

import dev.arena.ratings.wording.RatingPhrase;
import dev.arena.ratings.wording.Sentence;

/**
 * There is no error.
 *
 * @param why one sentence, with what to use instead
 * @param forBootstrap whether the method has no error of its own and the bootstrap gives one; where it has one but these
 *     data say nothing about errors, resamples of them say no more
 */
public record NoUncertainty(Sentence why, boolean forBootstrap) implements Uncertainty {
    /** The method has an error, but not here. */
    public static NoUncertainty because(Sentence why) {
        return new NoUncertainty(why, false);
    }

    /** The method, by the word that starts the sentence, has no error of its own. */
    public static NoUncertainty ofMethod(String method) {
        return new NoUncertainty(RatingPhrase.NO_INTERVAL_OF_METHOD.say("method", method), true);
    }

    /** A count has no error of its own. */
    public static NoUncertainty ofCounts() {
        return new NoUncertainty(RatingPhrase.NO_INTERVAL_OF_COUNTS.say(), true);
    }

    /** A method that is not named has no error of its own. */
    static NoUncertainty here() {
        return new NoUncertainty(RatingPhrase.NO_INTERVAL_HERE.say(), true);
    }

    /** Why, in English. */
    public String reason() {
        return why.message();
    }

    @Override
    public String method() {
        return "none";
    }
}
