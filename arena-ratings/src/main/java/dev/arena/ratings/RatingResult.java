package dev.arena.ratings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a method says about the evidence.
 *
 * @param method name of the method
 * @param unit what the strengths mean
 * @param ratings one a contestant, in dense order
 * @param uncertainty the error of the strengths
 * @param effects fitted nuisances
 * @param diagnostics how the fit went
 * @param settings every option of the method, in a fixed order, as text
 * @param warnings what a reader must know
 * @param extras further numbers a contestant
 */
public record RatingResult(
        String method,
        StrengthUnit unit,
        List<Rating> ratings,
        Uncertainty uncertainty,
        List<Effect> effects,
        Diagnostics diagnostics,
        Map<String, String> settings,
        List<RatingWarning> warnings,
        List<Extra> extras) {
    /** Copies everything; the order of the settings is kept. */
    public RatingResult {
        ratings = List.copyOf(ratings);
        effects = List.copyOf(effects);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        warnings = List.copyOf(warnings);
        extras = List.copyOf(extras);
    }

    /** A result without effects, settings, warnings, extras or uncertainty; add them with the {@code with} methods. */
    public static RatingResult of(String method, StrengthUnit unit, List<Rating> ratings, Diagnostics diagnostics) {
        NoUncertainty none = NoUncertainty.here();
        return new RatingResult(method, unit, ratings, none, List.of(), diagnostics, Map.of(), List.of(), List.of());
    }

    /** How many contestants there are. */
    public int contestants() {
        return ratings.size();
    }

    /** The rating of a contestant by dense index. */
    public Rating rating(int contestant) {
        return ratings.get(contestant);
    }

    /** The same result with another uncertainty, as after a bootstrap. */
    public RatingResult withUncertainty(Uncertainty other) {
        return new RatingResult(method, unit, ratings, other, effects, diagnostics, settings, warnings, extras);
    }

    /** The same result with these effects. */
    public RatingResult withEffects(List<Effect> other) {
        return new RatingResult(method, unit, ratings, uncertainty, other, diagnostics, settings, warnings, extras);
    }

    /** The same result with other diagnostics. */
    public RatingResult withDiagnostics(Diagnostics other) {
        return new RatingResult(method, unit, ratings, uncertainty, effects, other, settings, warnings, extras);
    }

    /** The same result with these settings. */
    public RatingResult withSettings(Map<String, String> other) {
        return new RatingResult(method, unit, ratings, uncertainty, effects, diagnostics, other, warnings, extras);
    }

    /** The same result with further warnings at the end. */
    public RatingResult withWarnings(List<RatingWarning> further) {
        List<RatingWarning> all = new ArrayList<>(warnings);
        all.addAll(further);
        return new RatingResult(method, unit, ratings, uncertainty, effects, diagnostics, settings, all, extras);
    }

    /** The same result with these extras. */
    public RatingResult withExtras(List<Extra> other) {
        return new RatingResult(method, unit, ratings, uncertainty, effects, diagnostics, settings, warnings, other);
    }
}
