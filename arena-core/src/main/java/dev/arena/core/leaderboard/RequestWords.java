package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A request in words: the choices in which it differs from the default table of a database, under the names of the parameters of {@code GET
 * /api/leaderboard}, which are the flags of {@code arena rate} with underscores. Equal requests give equal words.
 */
public final class RequestWords {
    private RequestWords() {}

    /**
     * A choice.
     *
     * @param otherwise what holds by default; empty for a filter
     */
    public record Choice(String name, String value, String otherwise) {}

    /** Choices other than filters, in a fixed order. */
    public static List<Choice> choices(LeaderboardRequest request) {
        LeaderboardRequest usual = LeaderboardRequest.forDatabase();
        List<Choice> own = all(request);
        List<Choice> defaults = all(usual);
        List<Choice> changed = new ArrayList<>();
        for (int k = 0; k < own.size(); k++) {
            String value = own.get(k).value();
            String otherwise = defaults.get(k).value();
            if (!value.equals(otherwise)) {
                changed.add(new Choice(own.get(k).name(), value, otherwise));
            }
        }
        return changed;
    }

    /** Filters, by name and value. */
    public static List<Choice> filters(VoteFilter filter) {
        List<Choice> filters = new ArrayList<>();
        add(filters, "category", filter.categories());
        add(filters, "exclude_models", filter.excludedModels());
        add(filters, "judge", filter.judges());
        add(
                filters,
                "judge_kind",
                filter.judgeKinds().stream().map(JudgeKind::word).toList());
        add(filters, "language", filter.languages());
        add(filters, "run", filter.runs());
        add(filters, "study", filter.studies());
        add(filters, "since", filter.sinceMs());
        add(filters, "until", filter.untilMs());
        return filters;
    }

    /** The query string of an address that shows the table, percent-encoded, without a question mark; empty for the default. */
    public static String query(LeaderboardRequest request) {
        List<Choice> all = new ArrayList<>(choices(request));
        all.addAll(filters(request.filter()));
        return query(all);
    }

    /** Choices as a query string. */
    public static String query(List<Choice> choices) {
        return choices.stream()
                .map(choice -> choice.name() + "=" + URLEncoder.encode(choice.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static List<Choice> all(LeaderboardRequest request) {
        LeaderboardRequest.Fitting fitting = request.fitting();
        LeaderboardRequest.Inference inference = request.inference();
        LeaderboardRequest.Display display = request.display();
        List<Choice> all = new ArrayList<>();
        add(all, "method", fitting.method());
        add(all, "ties", fitting.ties().word());
        add(all, "both_bad", fitting.bothBad().word());
        add(all, "swap", fitting.swap().word());
        add(all, "position", word(fitting.position()));
        add(all, "style", word(fitting.style()));
        add(all, "ci", word(inference.ci()));
        add(all, "rank_method", word(inference.rankMethod()));
        add(all, "regularise", fitting.regularise());
        add(all, "k", Double.toString(fitting.k()));
        add(all, "order", fitting.order());
        add(all, "pair_weights", fitting.pairWeights());
        add(all, "level", Double.toString(inference.level()));
        add(all, "cluster", inference.cluster().word());
        add(all, "resamples", Integer.toString(inference.resamples()));
        add(all, "seed", Long.toString(inference.seed()));
        add(all, "bootstrap_kind", word(inference.bootstrapKind()));
        add(all, "center", Double.toString(display.center()));
        add(all, "scale", Double.toString(display.spread()));
        add(all, "anchor", display.anchor().orElse(""));
        add(all, "jury", request.jury().settings().getOrDefault("jury", ""));
        return all;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void add(List<Choice> choices, String name, String value) {
        choices.add(new Choice(name, value, ""));
    }

    private static void add(List<Choice> choices, String name, Collection<String> values) {
        new TreeSet<>(values).forEach(value -> add(choices, name, value));
    }

    private static void add(List<Choice> choices, String name, @Nullable Long ms) {
        if (ms != null) {
            add(choices, name, Instant.ofEpochMilli(ms).toString());
        }
    }
}
