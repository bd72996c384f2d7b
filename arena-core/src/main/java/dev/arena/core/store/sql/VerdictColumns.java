package dev.arena.core.store.sql;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A verdict as columns of the table vote. */
record VerdictColumns(
        String kind,
        @Nullable String ranks,
        @Nullable Integer margin,
        @Nullable Double preference,
        @Nullable String reason,
        @Nullable String detail) {

    static VerdictColumns of(Verdict verdict) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return new VerdictColumns("ranking", join(ranking.ranks()), ranking.margin(), null, null, null);
        }
        if (verdict instanceof Verdict.Preference preference) {
            return new VerdictColumns("preference", null, null, preference.first(), null, null);
        }
        if (verdict instanceof Verdict.Abstention abstention) {
            String reason = abstention.reason().word();
            return new VerdictColumns("abstention", null, null, null, reason, abstention.detail());
        }
        return new VerdictColumns("both_bad", null, null, null, null, null);
    }

    Verdict verdict() {
        if (ranks != null) {
            return new Verdict.Ranking(split(ranks), margin);
        }
        if (preference != null) {
            return new Verdict.Preference(preference);
        }
        if (reason != null) {
            return new Verdict.Abstention(AbstentionReason.valueOf(reason.toUpperCase(Locale.ROOT)), detail);
        }
        return Verdict.bothBad();
    }

    private static String join(List<Integer> ranks) {
        StringBuilder text = new StringBuilder();
        for (Integer rank : ranks) {
            text.append(text.length() == 0 ? "" : ",").append(rank);
        }
        return text.toString();
    }

    private static List<Integer> split(String ranks) {
        List<Integer> values = new ArrayList<>();
        int value = 0;
        for (int i = 0; i < ranks.length(); i++) {
            char c = ranks.charAt(i);
            if (c == ',') {
                values.add(value);
                value = 0;
            } else if (c >= '0' && c <= '9') {
                value = 10 * value + (c - '0');
            } else {
                throw new IllegalArgumentException("ranks in the database must be numbers with commas, found " + ranks);
            }
        }
        values.add(value);
        return values;
    }
}
