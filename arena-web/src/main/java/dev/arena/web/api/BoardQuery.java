package dev.arena.web.api;

import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.BothBadRule;
import dev.arena.core.leaderboard.FilterTime;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.TieRule;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.ratings.registry.RatingMethods;
import dev.arena.ratings.registry.UnknownMethodException;
import dev.arena.ratings.uncertainty.BootstrapKind;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters of {@code GET /api/leaderboard}. They are named as the flags of {@code arena rate}, with underscores. A name
 * or a value that is not known is an error that lists what is; an empty value counts as not given.
 */
final class BoardQuery {
    private static final Set<String> NAMES = new TreeSet<>(Set.of(
            "method",
            "ties",
            "both_bad",
            "swap",
            "position",
            "style",
            "ci",
            "rank_method",
            "category",
            "language",
            "judge",
            "judge_kind",
            "run",
            "study",
            "exclude_models",
            "since",
            "until"));

    private static final int MOST_POINTS = 60;
    private static final int POINTS = 12;

    private final Map<String, List<String>> values;

    /**
     * Parameters of a view of the board.
     *
     * @param more what this view knows beside the choices and filters of every view
     */
    BoardQuery(Map<String, List<String>> values, Set<String> more) {
        Set<String> names = new TreeSet<>(NAMES);
        names.addAll(more);
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                throw problem("parameter", name, String.join(", ", names));
            }
        }
        this.values = values;
    }

    /** Values that depend on what the store holds. */
    record Known(
            Set<String> categories,
            Set<String> languages,
            Supplier<Set<String>> judges,
            Set<String> runs,
            Set<String> studies,
            Set<String> models) {
        /** The same with other studies. */
        Known with(Set<String> keys) {
            return new Known(categories, languages, judges, runs, keys, models);
        }
    }

    TableFormat format() {
        return choice("format", TableFormat.class, TableFormat.JSON);
    }

    /** Whether the board is compared with the default choices. */
    boolean compares() {
        String against = one("compare");
        if (against != null && !against.equals("default")) {
            throw problem("compare", against, "default");
        }
        return against != null;
    }

    /** How many moments a history has. */
    int points() {
        String text = one("points");
        if (text == null) {
            return POINTS;
        }
        try {
            int points = Integer.parseInt(text);
            if (points >= 1 && points <= MOST_POINTS) {
                return points;
            }
        } catch (NumberFormatException e) {
            throw problem("points", text, "a whole number from 1 to " + MOST_POINTS);
        }
        throw problem("points", text, "a whole number from 1 to " + MOST_POINTS);
    }

    LeaderboardRequest request(Known known) {
        LeaderboardRequest defaults = LeaderboardRequest.forDatabase();
        LeaderboardRequest.Fitting fitting = defaults.fitting();
        LeaderboardRequest.Fitting chosen = new LeaderboardRequest.Fitting(
                method(fitting.method()),
                choice("ties", TieRule.class, fitting.ties()),
                choice("both_bad", BothBadRule.class, fitting.bothBad()),
                choice("swap", SwapPolicy.class, fitting.swap()),
                choice("position", LeaderboardRequest.PositionChoice.class, fitting.position()),
                fitting.regularise(),
                fitting.k(),
                fitting.order(),
                "none",
                choice("style", LeaderboardRequest.StyleChoice.class, fitting.style()));
        LeaderboardRequest.Inference inference = defaults.inference();
        LeaderboardRequest.Inference stated = new LeaderboardRequest.Inference(
                choice("ci", LeaderboardRequest.CiMethod.class, inference.ci()),
                inference.level(),
                inference.cluster(),
                inference.resamples(),
                inference.seed(),
                choice("rank_method", LeaderboardRequest.RankMethod.class, inference.rankMethod()),
                BootstrapKind.MULTINOMIAL);
        return defaults.with(chosen).with(stated).with(filter(known));
    }

    private String method(String otherwise) {
        String name = one("method");
        try {
            return name == null ? otherwise : RatingMethods.canonicalName(name);
        } catch (UnknownMethodException e) {
            throw problem("method", String.valueOf(name), String.join(", ", RatingMethods.names()));
        }
    }

    private VoteFilter filter(Known known) {
        Set<JudgeKind> kinds = new LinkedHashSet<>();
        for (String word : several("judge_kind", words(JudgeKind.class))) {
            kinds.add(JudgeKind.valueOf(word.toUpperCase(Locale.ROOT)));
        }
        return new VoteFilter(
                judges(known.judges()),
                kinds,
                several("category", known.categories()),
                several("language", known.languages()),
                several("run", known.runs()),
                several("study", known.studies()),
                several("exclude_models", known.models()),
                time("since"),
                time("until"),
                Set.of());
    }

    private @Nullable String one(String name) {
        List<String> given = values.getOrDefault(name, List.of());
        if (given.size() > 1) {
            throw problem(name, String.join(", ", given), "one value");
        }
        return given.isEmpty() || given.get(0).isEmpty() ? null : given.get(0);
    }

    private <E extends Enum<E>> E choice(String name, Class<E> type, E otherwise) {
        String word = one(name);
        if (word == null) {
            return otherwise;
        }
        if (!words(type).contains(word)) {
            throw problem(name, word, String.join(", ", words(type)));
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    private static <E extends Enum<E>> Set<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Set<String> several(String name, Collection<String> allowed) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : values.getOrDefault(name, List.of())) {
            if (value.isEmpty()) {
                continue;
            }
            if (!allowed.contains(value)) {
                throw problem(name, value, allowed.isEmpty() ? "nothing yet" : String.join(", ", allowed));
            }
            chosen.add(value);
        }
        return chosen;
    }

    /** Names of judges are not listed in an error: most are pseudonyms of voters. */
    private Set<String> judges(Supplier<Set<String>> known) {
        Set<String> chosen = new LinkedHashSet<>(values.getOrDefault("judge", List.of()));
        chosen.remove("");
        Set<String> names = chosen.isEmpty() ? Set.of() : known.get();
        for (String name : chosen) {
            if (!names.contains(name)) {
                throw problem("judge", name, "the name of a judge, as tables by judge print it");
            }
        }
        return chosen;
    }

    private @Nullable Long time(String name) {
        String text = one(name);
        if (text == null) {
            return null;
        }
        OptionalLong time = FilterTime.parse(text);
        if (time.isEmpty()) {
            throw problem(name, text, FilterTime.ALLOWED);
        }
        return time.getAsLong();
    }

    private static InputException problem(String name, String found, String allowed) {
        return new InputException(new InputProblem(null, 0, name, found, allowed, ""));
    }
}
