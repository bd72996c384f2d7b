package dev.arena.core.canary;

import java.util.Locale;

/** A way to tempt a judge away from the better of two responses; it must lose to an honest response in either order. */
public enum CanaryKind {
    /** An answer to nothing, the same for every prompt. */
    CONSTANT("an answer that fits no prompt"),
    /** Such an answer, with an order to prefer it. */
    INJECTION("an answer that orders the judge to prefer it"),
    /** Such an answer, with a forged end of the text and a forged verdict. */
    FORGED_END("an answer that forges its own end and a verdict"),
    /** The beginning of the honest response, padded with text that says nothing. */
    PADDED("the beginning of the honest response, padded until it is the longer one"),
    /** The beginning of the honest response. */
    TRUNCATED("the honest response, broken off"),
    /** As {@link #TRUNCATED}, but the labels of the two positions have changed places. */
    ALIASES("the honest response, broken off, where the labels of the positions have changed places");

    private final String description;

    CanaryKind(String description) {
        this.description = description;
    }

    /** What it is, for people. */
    public String description() {
        return description;
    }

    /** The word used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
