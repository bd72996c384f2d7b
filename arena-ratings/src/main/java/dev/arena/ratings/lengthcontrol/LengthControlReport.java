package dev.arena.ratings.lengthcontrol;

import dev.arena.ratings.ContestantStatus;
import dev.arena.ratings.FitStatus;
import dev.arena.ratings.RatingWarning;
import dev.arena.ratings.WarningCode;
import dev.arena.ratings.internal.Newton;
import dev.arena.ratings.wording.RatingPhrase;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns a fit into an answer with its status and warnings. */
final class LengthControlReport {
    private static final int FEW_PROMPTS = 20;

    private final LengthControl options;
    private final Preferences preferences;
    private final WinRate raw;
    private final List<RatingWarning> warnings = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();

    LengthControlReport(LengthControl options, Preferences preferences) {
        this.options = options;
        this.preferences = preferences;
        raw = WinRate.of(preferences);
        settings.put("length_scale", Double.toString(Design.scale(preferences)));
        settings.put("difficulty", preferences.hasDifficulties() ? "given" : "none");
        settings.put("prior", options.prior().map(BaselinePrior::toString).orElse("none"));
        settings.put("gradient_tolerance", Double.toString(Newton.GRADIENT_TOLERANCE));
    }

    void warnWithoutDifficulty(Sentence found) {
        warn(WarningCode.DIFFICULTY_UNKNOWN, found);
    }

    LengthControlled withoutData() {
        warn(WarningCode.NO_DATA, RatingPhrase.NO_PROMPT.say());
        return without(FitStatus.NO_DATA, ContestantStatus.NO_DATA);
    }

    LengthControlled withoutLength() {
        warn(WarningCode.STYLE_NOT_IDENTIFIED, RatingPhrase.SAME_LENGTHS.say());
        return without(FitStatus.NO_DATA, ContestantStatus.NO_DATA);
    }

    LengthControlled of(LengthFit fit) {
        fit.chosen().ifPresent(c -> settings.put("lasso_c", Double.toString(c)));
        Newton.End end = fit.optimum().end();
        if (end == Newton.End.RECEDING) {
            warn(WarningCode.STYLE_SEPARATED, RatingPhrase.TERMS_PREDICT_ALL.say());
            return without(FitStatus.NOT_CONVERGED, separated());
        }
        if (end != Newton.End.CONVERGED) {
            warn(
                    WarningCode.NOT_CONVERGED,
                    RatingPhrase.STOPPED_AT.say("gradient", fit.optimum().gradient()));
            return without(FitStatus.NOT_CONVERGED, separated());
        }
        boolean penalised = options.prior().isPresent() || options.lasso().isPenalty();
        if (penalised) {
            warn(WarningCode.REGULARISED, RatingPhrase.WEIGHTS_REGULARISED.say());
        }
        if (preferences.size() < FEW_PROMPTS) {
            warn(WarningCode.FEW_COMPARISONS, RatingPhrase.FEW_PROMPTS.say("count", preferences.size()));
        }
        LengthWeights weights = fit.weights();
        OptionalDouble percent = weights.winRate(preferences.difficulties());
        warnWhereExtreme(percent.orElse(0));
        return new LengthControlled(
                raw,
                FitStatus.CONVERGED,
                penalised ? ContestantStatus.REGULARISED : ContestantStatus.OK,
                percent,
                new WinRateError(fit).points(),
                Optional.of(weights),
                settings,
                warnings);
    }

    private void warnWhereExtreme(double percent) {
        double before = raw.percent().orElse(percent);
        if (LengthControlled.isExtreme(before, percent)) {
            warn(
                    WarningCode.LENGTH_CONTROL_EXTREME,
                    RatingPhrase.LENGTH_CONTROL_FAR.say("controlled", percent / 100, "raw", before / 100));
        }
    }

    private ContestantStatus separated() {
        int n = preferences.size();
        int certain = 0;
        int lost = 0;
        for (int r = 0; r < n; r++) {
            certain += preferences.score(r) == 1 ? 1 : 0;
            lost += preferences.score(r) == 0 ? 1 : 0;
        }
        if (certain == n) {
            return ContestantStatus.UNBEATEN;
        }
        return lost == n ? ContestantStatus.WINLESS : ContestantStatus.SEPARATED;
    }

    private LengthControlled without(FitStatus fit, ContestantStatus status) {
        return new LengthControlled(
                raw, fit, status, OptionalDouble.empty(), OptionalDouble.empty(), Optional.empty(), settings, warnings);
    }

    private void warn(WarningCode code, Sentence found) {
        warnings.add(RatingWarning.of(code, found));
    }
}
