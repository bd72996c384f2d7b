package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.LeaderboardRequest.StyleChoice;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.Extra;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingScale;
import dev.arena.ratings.style.StandardisedStyle;
import dev.arena.ratings.style.StyleComparison;
import dev.arena.ratings.style.StyleFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/** Style control of a table: which votes can have it, and what stands beside the controlled ratings. */
final class StyleControl {
    /** Why a vote of a database is left out: a response of it has no text. */
    private static final String NO_TEXT = Exclusion.NO_TEXT.word();

    private static final String MORE_THAN_TWO = Exclusion.MORE_THAN_TWO.word();

    private final StyleChoice choice;
    private final RatingSource source;
    private final String split;

    StyleControl(StyleChoice choice, RatingSource source, String split) {
        this.choice = choice;
        this.source = source;
        this.split = split;
    }

    /** What the table is one part of, or empty. */
    String split() {
        return split;
    }

    boolean isOff() {
        return choice == StyleChoice.OFF;
    }

    /** The features that are fitted. */
    List<StyleFeature> features() {
        return switch (choice) {
            case OFF -> List.of();
            case LENGTH -> List.of(StyleFeature.LENGTH);
            case ALL -> List.of(StyleFeature.values());
        };
    }

    /**
     * The votes whose styles are known, on two responses: a style is a difference between two. Of a database, rankings of more and those whose
     * responses have no text are left out and counted; a file may not have the former, and has to say the lengths on every row.
     *
     * @throws UsageException if votes cannot have style control
     */
    Selection rated(Selection selection) {
        if (isOff()) {
            return selection;
        }
        return source.revision() == null ? ofFiles(selection) : ofDatabase(selection);
    }

    private Selection ofFiles(Selection selection) {
        if (choice == StyleChoice.ALL) {
            throw new UsageException("--style all needs the texts of the responses, which files of votes do not hold."
                    + " Import them and rate the database, or use --style length with len_a and len_b.");
        }
        VoteTable table = selection.table();
        long wide = votes(selection, row -> isWide(table, row));
        if (wide > 0) {
            throw new UsageException(flag() + ": " + wide + " of " + votes(selection, row -> true)
                    + " votes rank more than two responses, and a style is a difference between two. Use --style off,"
                    + " or rate the battles of two alone.");
        }
        long without = votes(selection, row -> table.firstLength(row) == VoteTable.NO_LENGTH);
        if (without > 0) {
            throw new UsageException(flag() + " needs len_a and len_b on every row; " + without + " of "
                    + votes(selection, row -> true) + " votes of " + source.name()
                    + " have none. Fill both columns, take those rows out, or use --style off.");
        }
        return selection;
    }

    private Selection ofDatabase(Selection selection) {
        VoteTable table = selection.table();
        Selection known = selection
                .where(row -> !isWide(table, row), MORE_THAN_TWO)
                .where(row -> table.styles(row) != 0, NO_TEXT);
        if (known.size() == 0 && selection.size() > 0 && split.isEmpty()) {
            throw new UsageException(flag() + " needs the texts of the responses; none of "
                    + votes(selection, row -> true)
                    + " votes is on two stored responses. Import responses and vote on them, or use --style off.");
        }
        return known;
    }

    private static boolean isWide(VoteTable table, int row) {
        return table.lineups.seats(table.lineupOf(row)).length > 2;
    }

    private static long votes(Selection selection, Selection.Rows rows) {
        long votes = 0;
        for (int k = 0; k < selection.size(); k++) {
            votes += rows.holds(selection.row(k)) ? selection.table().count(selection.row(k)) : 0;
        }
        return votes;
    }

    /**
     * The controlled result with raw rating, raw rank and difference of each contestant, and with the scale of each feature among its
     * settings.
     *
     * @param style the evidence of both
     */
    RatingResult beside(RatingResult raw, RatingResult controlled, RatingScale scale, StandardisedStyle style) {
        Map<String, String> settings = new LinkedHashMap<>(controlled.settings());
        List<String> names = style.evidence().featureNames();
        for (int f = 0; f < names.size(); f++) {
            OptionalDouble rms = style.scales().get(f);
            settings.put(
                    "style_rms_" + names.get(f),
                    rms.isPresent() ? Double.toString(rms.getAsDouble()) : "none, it never differs");
        }
        List<StyleComparison> rows = StyleComparison.of(raw, controlled, scale);
        List<Extra> extras = new ArrayList<>(controlled.extras());
        extras.add(extra(rows, LeaderboardRow.RATING_RAW, "rating without style control", StyleComparison::raw));
        extras.add(extra(rows, LeaderboardRow.RANK_RAW, "rank by rating_raw", row -> number(row.rawRank())));
        extras.add(extra(rows, LeaderboardRow.RATING_DELTA, "rating minus rating_raw", StyleComparison::delta));
        return controlled.withSettings(settings).withExtras(extras);
    }

    private static Extra extra(
            List<StyleComparison> rows, String name, String meaning, Function<StyleComparison, OptionalDouble> value) {
        return new Extra(name, meaning, rows.stream().map(value).toList());
    }

    private static OptionalDouble number(OptionalInt rank) {
        return rank.isPresent() ? OptionalDouble.of(rank.getAsInt()) : OptionalDouble.empty();
    }

    private String flag() {
        return "--style " + choice.name().toLowerCase(Locale.ROOT);
    }
}
