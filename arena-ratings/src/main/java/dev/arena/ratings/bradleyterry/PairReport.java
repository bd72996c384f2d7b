package dev.arena.ratings.bradleyterry;

import dev.arena.ratings.Comparisons;
import dev.arena.ratings.Connectivity;
import dev.arena.ratings.Diagnostics;
import dev.arena.ratings.Effect;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.Rating;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.StrengthUnit;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.Crossings;
import dev.arena.ratings.internal.FitErrors;
import dev.arena.ratings.internal.FitStructure;
import dev.arena.ratings.internal.FitWarnings;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.wording.RatingPhrase;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Turns a finished fit into a result: statuses, strengths, errors, effects and warnings. */
final class PairReport {
    private final PairFit fit;
    private final PairOptions options;
    private final FitStructure structure;
    private final FitScope scope;
    private final List<RatingWarning> warnings = new ArrayList<>();

    PairReport(PairFit fit) {
        this.fit = fit;
        options = fit.options();
        structure = fit.structure();
        scope = fit.scope();
    }

    RatingResult result(Comparisons rows) {
        warnings.addAll(structure.warnings());
        if (fit.evidenceGraph().connectivity().components() > 0) {
            warnAboutEffects();
        }
        FitErrors errors = PairCovariance.errors(fit, rows);
        warnings.addAll(errors.warnings());
        return RatingResult.of(options.method(), StrengthUnit.natural(), ratings(), diagnostics(rows))
                .withUncertainty(errors.uncertainty())
                .withEffects(effects(errors))
                .withSettings(settings())
                .withWarnings(warnings);
    }

    private List<Rating> ratings() {
        return structure.ratings(fit.optimum().parameters(), scope.strengths(), scope::parameterOf);
    }

    private Diagnostics diagnostics(Comparisons rows) {
        Newton.Result optimum = fit.optimum();
        boolean nothing = scope.parameters() == 0;
        boolean converged = optimum.end() == Newton.End.CONVERGED;
        FitStatus status = converged ? FitStatus.CONVERGED : FitStatus.NOT_CONVERGED;
        return new Diagnostics(
                nothing ? FitStatus.NO_DATA : status,
                optimum.iterations(),
                OptionalDouble.of(0.0 - fit.loss().dataValue(optimum.parameters())),
                OptionalDouble.of(optimum.gradient()),
                connectivity(rows));
    }

    private Connectivity connectivity(Comparisons rows) {
        Connectivity groups = structure.connectivity();
        return structure.hasOrder()
                ? Crossings.in(groups, rows, structure::group, r -> options.counts(rows, r))
                : groups;
    }

    private List<Effect> effects(FitErrors errors) {
        List<Effect> effects = new ArrayList<>();
        PositionColumns positions = fit.positions();
        for (int c = 0; c < positions.size(); c++) {
            int parameter = scope.parameterOfColumn(c);
            effects.add(new Effect(
                    Effect.POSITION,
                    positions.label(c),
                    estimate(parameter),
                    errors.of(parameter),
                    positions.comparisons(c)));
        }
        if (fit.ties() != TieState.NONE) {
            int parameter = scope.tieParameter();
            effects.add(new Effect(Effect.TIE, "all", estimate(parameter), errors.of(parameter), comparisons()));
        }
        StyleColumns styles = fit.table().styles();
        for (int s = 0; s < styles.size(); s++) {
            int parameter = scope.parameterOfStyle(s);
            effects.add(new Effect(styles.label(s), "all", estimate(parameter), errors.of(parameter), comparisons()));
        }
        return effects;
    }

    private OptionalDouble estimate(int parameter) {
        return parameter < 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(fit.optimum().parameters()[parameter]);
    }

    private double comparisons() {
        double twice = 0;
        for (int i = 0; i < fit.table().contestants(); i++) {
            twice += fit.table().comparisonsOf(i);
        }
        return twice / 2;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        boolean tieParameter = options.model().hasTieParameter();
        settings.put(
                "ties",
                tieParameter ? options.model().label() : options.ties().name().toLowerCase(Locale.ROOT));
        settings.put("position", options.position().name().toLowerCase(Locale.ROOT));
        settings.put("covariance", options.covariance().name().toLowerCase(Locale.ROOT));
        settings.put("regularise", options.regularisation().label());
        settings.put("pair_weights", options.pairWeights().label());
        settings.put("style", options.style().label());
        settings.put("gradient_tolerance", Double.toString(Newton.GRADIENT_TOLERANCE));
        return settings;
    }

    private void warnAboutEffects() {
        warnAboutTies();
        warnings.addAll(FitWarnings.positions(fit.runawayLabels(), fit.aliasedLabels()));
        if (fit.table().oneOrderOnly()) {
            warnings.add(FitWarnings.oneOrderOnly());
        }
        warnAboutStyles();
        FitWarnings.fewComparisons(fit.table().contestants(), fit.table()::comparisonsOf)
                .ifPresent(warnings::add);
        if (scope.parameters() > 0) {
            FitWarnings.notConverged(fit.optimum()).ifPresent(warnings::add);
        }
    }

    private void warnAboutTies() {
        if (fit.ties() == TieState.NO_TIES) {
            warn(WarningCode.TIE_PARAMETER, RatingPhrase.NO_TIE.say());
        } else if (fit.ties() == TieState.ONLY_TIES) {
            warnings.add(FitWarnings.onlyTies());
        } else if (fit.ties() == TieState.RUNAWAY) {
            warn(WarningCode.TIE_PARAMETER, RatingPhrase.TIES_RUN_AWAY.say());
        }
    }

    private void warnAboutStyles() {
        if (!fit.runawayStyles().isEmpty()) {
            warn(WarningCode.STYLE_SEPARATED, RatingPhrase.STYLE_SEPARATED.say("styles", fit.runawayStyles()));
        }
        if (!fit.aliasedStyles().isEmpty()) {
            warn(
                    WarningCode.STYLE_NOT_IDENTIFIED,
                    RatingPhrase.STYLE_NOT_IDENTIFIED.say("styles", fit.aliasedStyles()));
        }
        if (options.style().ridge() > 0 && fit.table().styles().size() > 0) {
            warn(
                    WarningCode.REGULARISED,
                    RatingPhrase.STYLES_REGULARISED.say(
                            "how", "l2:" + options.style().ridge()));
        }
    }

    private void warn(WarningCode code, Sentence found) {
        warnings.add(RatingWarning.of(code, found));
    }
}
