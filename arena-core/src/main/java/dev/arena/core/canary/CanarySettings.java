package dev.arena.core.canary;

import dev.arena.core.config.Section;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Which canaries a tournament plants.
 *
 * @param prompts how many prompts each kind is tried on, drawn from the seed; 0 for no canaries
 * @param tolerance the share of its battles that a canary may win before a judge has failed
 */
public record CanarySettings(int prompts, Set<CanaryKind> kinds, double tolerance) {
    /** No canaries. */
    public static final CanarySettings NONE = new CanarySettings(0, Set.of(), 0);

    private static final int DEFAULT_PROMPTS = 10;
    private static final int MOST_PROMPTS = 10_000;
    /** The share of its battles that a canary may win where nobody says another. */
    public static final double DEFAULT_TOLERANCE = 0.05;

    public CanarySettings {
        kinds = kinds.isEmpty() ? Set.of() : Set.copyOf(kinds);
    }

    /**
     * Reads {@code canaries: {prompts, kinds, tolerance}}.
     *
     * @throws dev.arena.core.problem.UsageException for an unknown key, a wrong value or an unknown kind
     */
    public static CanarySettings read(Optional<Section> section) {
        if (section.isEmpty()) {
            return NONE;
        }
        Section settings = section.get();
        int prompts = (int) settings.whole("prompts", 1, MOST_PROMPTS, DEFAULT_PROMPTS);
        double tolerance = settings.findNumber("tolerance", 0, 1).orElse(DEFAULT_TOLERANCE);
        List<String> words = settings.texts("kinds", "kinds of canaries: " + words());
        Set<CanaryKind> kinds = EnumSet.noneOf(CanaryKind.class);
        for (String word : words) {
            kinds.add(Arrays.stream(CanaryKind.values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> settings.bad("kinds", word, words(), "")));
        }
        settings.finish();
        return new CanarySettings(prompts, kinds.isEmpty() ? EnumSet.allOf(CanaryKind.class) : kinds, tolerance);
    }

    /** Equal words, equal canaries. */
    public String description() {
        return prompts == 0
                ? "none"
                : String.format(
                        Locale.ROOT,
                        "%d prompts, %s",
                        prompts,
                        kinds.stream().map(CanaryKind::word).sorted().toList());
    }

    private static String words() {
        return String.join(
                ", ", Arrays.stream(CanaryKind.values()).map(CanaryKind::word).toList());
    }
}
