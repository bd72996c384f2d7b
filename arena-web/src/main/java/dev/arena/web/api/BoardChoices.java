package dev.arena.web.api;

import dev.arena.core.export.BoardJson;
import dev.arena.core.leaderboard.BothBadRule;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.SwapPolicy;
import dev.arena.core.leaderboard.TieRule;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.Run;
import dev.arena.core.model.StudyState;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import dev.arena.ratings.registry.RatingMethods;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a board can be asked for.
 *
 * @param known values that a query may name
 * @param filters what a page offers: people are not among the judges, since their names are pseudonyms
 * @param facts what is known about each contestant
 */
record BoardChoices(BoardQuery.Known known, Filters filters, Map<String, Map<String, String>> facts) {
    /** What a page offers, in the order to offer it. */
    record Filters(
            List<String> methods,
            List<String> styleMethods,
            List<String> judgeKinds,
            List<String> categories,
            List<String> languages,
            List<String> judges,
            List<RunName> runs,
            List<String> studies,
            List<String> models,
            List<String> styles,
            List<String> ties,
            List<String> bothBad,
            List<String> swap,
            List<String> positions,
            List<String> rankMethods,
            List<String> cis) {
        /** The same with other studies. */
        Filters with(List<String> keys) {
            return new Filters(
                    methods,
                    styleMethods,
                    judgeKinds,
                    categories,
                    languages,
                    judges,
                    runs,
                    keys,
                    models,
                    styles,
                    ties,
                    bothBad,
                    swap,
                    positions,
                    rankMethods,
                    cis);
        }
    }

    /** A run by id and name. */
    record RunName(String id, String name) {}

    static BoardChoices read(ArenaStore store, LeaderboardService service, StudyService studies) {
        LeaderboardService.Choices voted = service.choices();
        Set<String> categories = new TreeSet<>(voted.categories());
        Set<String> languages = new TreeSet<>(voted.languages());
        for (Prompt prompt : store.catalog().listPrompts()) {
            addKnown(categories, prompt.text().category());
            addKnown(languages, prompt.text().language());
        }
        Set<String> named = new TreeSet<>();
        for (Judge judge : store.judges().listOthers()) {
            if (judge.kind() != JudgeKind.RULE) {
                named.add(judge.name());
            }
        }
        List<Run> runs = store.runs().listRuns();
        Set<String> ids = new TreeSet<>();
        runs.forEach(run -> ids.add(run.id().value()));
        Map<String, Map<String, String>> facts =
                BoardJson.Content.facts(store.catalog().listContestants());
        BoardQuery.Known known = new BoardQuery.Known(
                categories, languages, () -> judges(store, service), ids, studies(studies), facts.keySet());
        return new BoardChoices(known, filters(known, named, runs, voted.judgeKinds()), facts);
    }

    /** The same with other studies to choose from. */
    BoardChoices with(Set<String> keys) {
        return new BoardChoices(known.with(keys), filters.with(List.copyOf(keys)), facts);
    }

    /** Keys of the studies that voters can know of; asked for each time, since a new study is no change that can move a rating. */
    static Set<String> studies(StudyService studies) {
        Set<String> keys = new TreeSet<>();
        studies.list().stream()
                .filter(study -> study.state() != StudyState.DRAFT)
                .forEach(study -> keys.add(study.key()));
        return keys;
    }

    /** Of all judges, voters among them: there may be very many. */
    private static Set<String> judges(ArenaStore store, LeaderboardService service) {
        Set<String> judges = new TreeSet<>(service.judges());
        store.judges().listJudges().forEach(judge -> judges.add(judge.name()));
        return judges;
    }

    private static Filters filters(BoardQuery.Known known, Set<String> judges, List<Run> runs, List<String> kinds) {
        return new Filters(
                RatingMethods.names(),
                RatingMethods.namesWithStyle(),
                kinds,
                List.copyOf(known.categories()),
                List.copyOf(known.languages()),
                List.copyOf(judges),
                runs.stream()
                        .map(run -> new RunName(run.id().value(), run.name()))
                        .toList(),
                List.copyOf(known.studies()),
                List.copyOf(known.models()),
                words(LeaderboardRequest.StyleChoice.values()),
                words(TieRule.values()),
                words(BothBadRule.values()),
                words(SwapPolicy.values()),
                words(LeaderboardRequest.PositionChoice.values()),
                words(LeaderboardRequest.RankMethod.values()),
                words(LeaderboardRequest.CiMethod.values()));
    }

    private static List<String> words(Enum<?>[] values) {
        return Arrays.stream(values)
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static void addKnown(Set<String> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }
}
