package dev.arena.ratings.uncertainty;

import java.util.Locale;

/** When one contestant counts as standing above another in a rank set. */
public enum RankMethod {
    /** Two contestants differ where their marginal intervals share no point: the rule of the Arena boards. */
    ARENA,
    /**
     * For each contestant by itself the rank set holds its true rank with the stated level: a difference counts where
     * |d_ij| exceeds q_i·se(d_ij), q_i being the quantile of max_j |t_ij| (Dunnett type).
     */
    DIFFERENCE,
    /** All rank sets hold at once with the stated level: q is the quantile of max over all pairs of |t_ij|. */
    SIMULTANEOUS;

    /** The word used in files: lower case. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
