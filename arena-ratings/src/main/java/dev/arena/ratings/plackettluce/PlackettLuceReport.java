package dev.arena.ratings.plackettluce;

import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.Effect;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rankings;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.FitErrors;
import dev.arena.ratings.internal.FitStructure;
import dev.arena.ratings.internal.FitWarnings;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.wording.RatingPhrase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/** Turns a finished fit into a result: statuses, strengths, errors, effects and warnings. */
final class PlackettLuceReport {
    private final PlackettLuceFit fit;
    private final PlackettLuce options;
    private final int contestants;
    private final Parameters parameters;
    private final FitStructure structure;
    private final List<RatingWarning> warnings = new ArrayList<>();

    PlackettLuceReport(PlackettLuceFit fit, PlackettLuce options) {
        this.fit = fit;
        this.options = options;
        contestants = fit.contestants();
        parameters = fit.parameters();
        structure = fit.structure();
    }

    RatingResult result(Rankings rows) {
        warnings.addAll(structure.warnings());
        if (structure.connectivity().components() > 0) {
            warnAboutEffects();
            FitWarnings.fewComparisons(contestants, fit.choices().rankings()::rankingsOf)
                    .ifPresent(warnings::add);
        }
        FitErrors errors = PlackettLuceCovariance.errors(fit, options.covariance(), rows);
        warnings.addAll(errors.warnings());
        return RatingResult.of(options.name(), StrengthUnit.natural(), ratings(), diagnostics())
                .withUncertainty(errors.uncertainty())
                .withEffects(effects(errors))
                .withSettings(settings())
                .withWarnings(warnings);
    }

    private List<Rating> ratings() {
        return structure.ratings(fit.optimum().parameters(), parameters.strengths(), parameters::ofContestant);
    }

    private Diagnostics diagnostics() {
        Newton.Result optimum = fit.optimum();
        boolean converged = optimum.end() == Newton.End.CONVERGED;
        FitStatus status = converged ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
        return new Diagnostics(
                parameters.strengths() == 0 ? FitStatus.NO_DATA : status,
                optimum.iterations(),
                OptionalDouble.of(fit.hasOnlyTies() ? 0 : 0.0 - fit.loss().dataValue(optimum.parameters())),
                OptionalDouble.of(optimum.gradient()),
                structure.connectivity());
    }

    private List<Effect> effects(FitErrors errors) {
        List<Effect> effects = new ArrayList<>();
        PositionColumns positions = fit.positions();
        for (int c = 0; c < positions.size(); c++) {
            int parameter = fit.isRunaway(c) ? Parameters.NONE : parameters.ofColumn(c);
            // the column holds how far the position is ahead of the first, the effect how far the first is ahead
            effects.add(new Effect(
                    name(Effect.POSITION, positions.place(c)),
                    positions.judge(c),
                    estimate(parameter, -1),
                    errors.of(parameter),
                    positions.rankings(c)));
        }
        for (int size : fit.tieSizes()) {
            int parameter = fit.hasOnlyTies() ? Parameters.NONE : parameters.ofTieSize(size);
            effects.add(new Effect(
                    name(Effect.TIE, size),
                    "all",
                    estimate(parameter, 1),
                    errors.of(parameter),
                    fit.choices().rankings().total()));
        }
        return effects;
    }

    private static String name(String kind, int number) {
        return number == 2 ? kind : kind + "_" + number;
    }

    private OptionalDouble estimate(int parameter, int sign) {
        return parameter < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(0.0 + sign * fit.optimum().parameters()[parameter]);
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("ties", "davidson-luce");
        settings.put("position", options.position().name().toLowerCase(Locale.ROOT));
        settings.put("covariance", options.covariance().name().toLowerCase(Locale.ROOT));
        settings.put("regularise", options.regularisation().label());
        settings.put("gradient_tolerance", Double.toString(Newton.GRADIENT_TOLERANCE));
        return settings;
    }

    private void warnAboutEffects() {
        warnings.addAll(FitWarnings.positions(judges(fit::isRunaway), judges(fit::isAliased)));
        if (fit.positions().oneOrderOnly()) {
            warnings.add(FitWarnings.oneOrderOnly());
        }
        warnAboutTies();
        if (parameters.strengths() > 0) {
            FitWarnings.notConverged(fit.optimum()).ifPresent(warnings::add);
        }
    }

    private void warnAboutTies() {
        if (fit.hasOnlyTies()) {
            warnings.add(FitWarnings.onlyTies());
            return;
        }
        List<String> without = new ArrayList<>();
        for (int size : fit.tieSizes()) {
            if (parameters.ofTieSize(size) < 0) {
                without.add(Integer.toString(size));
            }
        }
        if (!without.isEmpty()) {
            warnings.add(RatingWarning.of(WarningCode.TIE_PARAMETER, RatingPhrase.TIES_OF_SIZES.say("sizes", without)));
        }
    }

    /** Labels of the judges of some position effects. */
    private List<String> judges(IntPredicate chosen) {
        TreeSet<String> judges = new TreeSet<>();
        for (int c = 0; c < fit.positions().size(); c++) {
            if (chosen.test(c)) {
                judges.add(fit.positions().judge(c));
            }
        }
        return List.copyOf(judges);
    }
}
