package dev.arena.ratings;

import java.util.Locale;

/** What the evidence says about one contestant, and why it has a strength or has none. */
public enum ContestantStatus {
    /** A finite strength, comparable with every other contestant that is OK. */
    OK,
    /** Never lost nor tied: stands above its opponents by no finite amount. No strength. */
    UNBEATEN,
    /** Never won nor tied: stands below its opponents by no finite amount. No strength. */
    WINLESS,
    /**
     * Some group of contestants stands above or below this one's group by no finite amount. The strength, where there
     * is one, is comparable only inside {@link Rating#group()}.
     */
    SEPARATED,
    /** No chain of comparisons links this contestant to all others. The strength is comparable only in its group. */
    DISCONNECTED,
    /** No comparison of this contestant carries weight. No strength. */
    NO_DATA,
    /** The strength is finite because a regulariser pulled it in, whatever the evidence alone would say. */
    REGULARISED;

    /** The word used in files: lower case, underscores. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
