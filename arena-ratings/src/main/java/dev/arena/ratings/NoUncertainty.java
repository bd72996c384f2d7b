package dev.arena.ratings;

/**
 * The method gives no error of its own.
 *
 * @param reason one sentence, with what to use instead
 */
public record NoUncertainty(String reason) implements Uncertainty {
    @Override
    public String method() {
        return "none";
    }
}
