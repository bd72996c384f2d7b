package dev.arena.core.model;

import java.util.Locale;

/** Why a judge gave no usable verdict; none of these is ever counted as a tie. */
public enum AbstentionReason {
    /** A person skipped the battle. */
    SKIPPED,
    /** A person took a vote back. */
    WITHDRAWN,
    /** A person of a study did not vote for as long as the battle was kept for them. */
    EXPIRED,
    /** The judge's reply held no readable verdict. */
    UNPARSED,
    /** The judge declined to judge. */
    REFUSED,
    /** The judge could not be asked, or did not answer. */
    FAILED,
    /** The judge needs something the battle lacks, such as a reference. */
    NOT_APPLICABLE;

    /** The word used in files and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
