package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which votes are rated. An empty set or a null bound lets everything pass.
 *
 * @param studies keys of studies; votes outside studies do not pass
 * @param excludedModels votes in which one of them took part are left out
 * @param sinceMs inclusive, UTC milliseconds; votes without a time do not pass a bound
 * @param untilMs exclusive, UTC milliseconds
 * @param heldBack keys of studies whose votes do not pass
 */
public record VoteFilter(
        Set<String> judges,
        Set<JudgeKind> judgeKinds,
        Set<String> categories,
        Set<String> languages,
        Set<String> runs,
        Set<String> studies,
        Set<String> excludedModels,
        @Nullable Long sinceMs,
        @Nullable Long untilMs,
        Set<String> heldBack) {
    /** Everything passes. */
    public static final VoteFilter ALL =
            new VoteFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), null, null, Set.of());

    public VoteFilter {
        heldBack = Set.copyOf(heldBack);
        judges = Set.copyOf(judges);
        judgeKinds = Set.copyOf(judgeKinds);
        categories = Set.copyOf(categories);
        languages = Set.copyOf(languages);
        runs = Set.copyOf(runs);
        studies = Set.copyOf(studies);
        excludedModels = Set.copyOf(excludedModels);
    }

    /** This filter and also only that category. */
    public VoteFilter withCategory(String category) {
        return new VoteFilter(
                judges,
                judgeKinds,
                Set.of(category),
                languages,
                runs,
                studies,
                excludedModels,
                sinceMs,
                untilMs,
                heldBack);
    }

    /** This filter and also only that language. */
    public VoteFilter withLanguage(String language) {
        return new VoteFilter(
                judges,
                judgeKinds,
                categories,
                Set.of(language),
                runs,
                studies,
                excludedModels,
                sinceMs,
                untilMs,
                heldBack);
    }

    /** This filter and also only that judge. */
    public VoteFilter withJudge(String judge) {
        return new VoteFilter(
                Set.of(judge),
                judgeKinds,
                categories,
                languages,
                runs,
                studies,
                excludedModels,
                sinceMs,
                untilMs,
                heldBack);
    }

    /** This filter and also only judges of that kind. */
    public VoteFilter withJudgeKind(JudgeKind kind) {
        return new VoteFilter(
                judges, Set.of(kind), categories, languages, runs, studies, excludedModels, sinceMs, untilMs, heldBack);
    }

    /** This filter, and no votes of these studies. */
    public VoteFilter withHeldBack(Set<String> keys) {
        return new VoteFilter(
                judges, judgeKinds, categories, languages, runs, studies, excludedModels, sinceMs, untilMs, keys);
    }

    /** This filter and also only that study. */
    public VoteFilter withStudy(String study) {
        return new VoteFilter(
                judges,
                judgeKinds,
                categories,
                languages,
                runs,
                Set.of(study),
                excludedModels,
                sinceMs,
                untilMs,
                heldBack);
    }

    /** This filter and also only votes before a moment. */
    public VoteFilter withUntil(long ms) {
        long first = untilMs == null ? ms : Math.min(ms, untilMs);
        return new VoteFilter(
                judges, judgeKinds, categories, languages, runs, studies, excludedModels, sinceMs, first, heldBack);
    }

    /** What is filtered, for the settings of a table; empty where nothing is. */
    public Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>();
        put(settings, "judge", judges);
        put(settings, "judge_kind", judgeKinds.stream().map(JudgeKind::word).collect(Collectors.toSet()));
        put(settings, "category", categories);
        put(settings, "language", languages);
        put(settings, "run", runs);
        put(settings, "study", studies);
        put(settings, "exclude_models", excludedModels);
        put(settings, "held_back_studies", heldBack);
        if (sinceMs != null) {
            settings.put("since", Instant.ofEpochMilli(sinceMs).toString());
        }
        if (untilMs != null) {
            settings.put("until", Instant.ofEpochMilli(untilMs).toString());
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, Set<String> values) {
        if (!values.isEmpty()) {
            settings.put(name, String.join(",", new TreeSet<>(values)));
        }
    }
}
