package dev.arena.core.explore;

import dev.arena.core.explore.BattlesView.Filter;
import dev.arena.core.explore.BattlesView.Order;
import dev.arena.core.explore.BattlesView.Wanted;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.SearchWords;
import dev.arena.core.store.StoredStudy;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Picks the matchups that pass a filter, and puts them in order. */
final class MatchupSearch {
    private final MatchupIndex index;
    private final Filter filter;
    private final Strengths strengths;
    private final boolean nobody;
    private final @Nullable ContestantId contestant;
    private final @Nullable ContestantId other;
    private final @Nullable Set<StudyVersionId> study;
    private @Nullable Set<PromptId> prompts;
    private Set<ResponseId> responses = Set.of();

    MatchupSearch(MatchupIndex index, Filter filter, Strengths strengths, ArenaStore store) {
        this.index = index;
        this.filter = filter;
        this.strengths = strengths;
        contestant = id(filter.contestant());
        other = id(filter.other());
        study = filter.study() == null
                ? null
                : store.studies()
                        .find(filter.study())
                        .map(stored -> stored.versions().stream()
                                .map(StoredStudy.Version::id)
                                .collect(Collectors.toSet()))
                        .orElse(null);
        nobody = (filter.contestant() != null && contestant == null)
                || (filter.other() != null && other == null)
                || (filter.study() != null && study == null);
        SearchWords words = SearchWords.of(filter.q() == null ? "" : filter.q());
        if (!words.isEmpty()) {
            responses = store.search().findResponses(words);
            Set<PromptId> found = new HashSet<>();
            for (Prompt prompt : index.prompts()) {
                if (words.isIn(
                        prompt.key() + "\n" + String.join("\n", prompt.text().turns()))) {
                    found.add(prompt.id());
                }
            }
            prompts = found;
        }
    }

    private @Nullable ContestantId id(@Nullable String name) {
        return index.contestants().stream()
                .filter(one -> one.name().equals(name))
                .map(Contestant::id)
                .findFirst()
                .orElse(null);
    }

    /**
     * A matchup and what it is sorted by.
     *
     * @param key more comes first
     */
    record Hit(Matchup matchup, double key) implements Comparable<Hit> {
        @Override
        public int compareTo(Hit after) {
            int byKey = Double.compare(after.key, key);
            return byKey != 0 ? byKey : Long.compare(after.matchup.id.value(), matchup.id.value());
        }

        /** Where a page ends that ends here. */
        String cursor() {
            return Long.toHexString(Double.doubleToLongBits(key)) + "-" + Long.toHexString(matchup.id.value());
        }

        /** Whether it comes after a place where a page ended. */
        private boolean isAfter(Place place) {
            int byKey = Double.compare(key, place.key());
            return byKey < 0 || (byKey == 0 && matchup.id.value() < place.id());
        }
    }

    /** Where a page ended. */
    record Place(double key, long id) {
        /** The place that a cursor names; empty where it names none. */
        static Optional<Place> of(String cursor) {
            int dash = cursor.indexOf('-');
            try {
                return dash < 0
                        ? Optional.empty()
                        : Optional.of(new Place(
                                Double.longBitsToDouble(Long.parseUnsignedLong(cursor.substring(0, dash), 16)),
                                Long.parseLong(cursor.substring(dash + 1), 16)));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }

    /** What was found, in order, from a place on. */
    record Hits(List<Hit> page, boolean more, long total) {}

    Hits hits(@Nullable Place after, int most) {
        List<Hit> rest = new ArrayList<>();
        long total = 0;
        for (Matchup matchup : index.all()) {
            if (!passes(matchup)) {
                continue;
            }
            Hit hit = hit(matchup);
            if (hit != null) {
                total++;
                if (after == null || hit.isAfter(after)) {
                    rest.add(hit);
                }
            }
        }
        rest.sort(null);
        return new Hits(List.copyOf(rest.subList(0, Math.min(most, rest.size()))), rest.size() > most, total);
    }

    private @Nullable Hit hit(Matchup matchup) {
        if (filter.order() == Order.UPSET) {
            Strengths.Upset upset = strengths.upset(matchup);
            return upset == null ? null : new Hit(matchup, -upset.probability());
        }
        double key = filter.order() == Order.DISAGREEMENT ? matchup.disagreement() : matchup.lastMs;
        return new Hit(matchup, key);
    }

    private boolean passes(Matchup matchup) {
        return !nobody
                && (contestant == null || matchup.has(contestant))
                && (other == null || matchup.has(other))
                && is(filter.category(), index.category(matchup))
                && is(filter.language(), index.language(matchup))
                && passesSaid(matchup)
                && (filter.outcome() != Wanted.SPLIT || matchup.outcomes().size() > 1)
                && holdsWords(matchup);
    }

    private static boolean is(@Nullable String wanted, @Nullable String value) {
        return wanted == null || wanted.equals(value);
    }

    private boolean holdsWords(Matchup matchup) {
        return prompts == null
                || (matchup.prompt != null && prompts.contains(matchup.prompt))
                || matchup.hasAnyOf(responses);
    }

    private boolean passesSaid(Matchup matchup) {
        if (filter.judge() == null && filter.judgeKind() == null && filter.outcome() == null && study == null) {
            return true;
        }
        return matchup.said.stream()
                .anyMatch(said -> is(filter.judge(), said.judge().name())
                        && is(filter.judgeKind(), said.judge().kind().word())
                        && (study == null || (said.study() != null && study.contains(said.study())))
                        && isWanted(said.outcome()));
    }

    private boolean isWanted(Outcome outcome) {
        Wanted wanted = filter.outcome();
        if (wanted == null || wanted == Wanted.SPLIT) {
            return true;
        }
        return switch (wanted) {
            case WON -> contestant != null && outcome.won(contestant);
            case LOST -> contestant != null && outcome.lost(contestant);
            default ->
                outcome.kind()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.name().toLowerCase(Locale.ROOT));
        };
    }
}
