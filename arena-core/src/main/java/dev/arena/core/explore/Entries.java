package dev.arena.core.explore;

import dev.arena.core.explore.BattlesView.Entry;
import dev.arena.core.explore.BattlesView.OutcomeCount;
import dev.arena.core.model.Prompt;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Matchups as lists show them. */
final class Entries {
    private static final int SHOWN = 200;

    private final MatchupIndex index;
    private final Strengths strengths;

    Entries(MatchupIndex index, Strengths strengths) {
        this.index = index;
        this.strengths = strengths;
    }

    Entry entry(Matchup matchup) {
        Prompt prompt = index.prompt(matchup);
        List<OutcomeCount> outcomes = matchup.outcomes().entrySet().stream()
                .map(one -> new OutcomeCount(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(OutcomeCount::count).reversed().thenComparing(OutcomeCount::outcome))
                .toList();
        return new Entry(
                Long.toString(matchup.id.value()),
                prompt == null ? "" : prompt.key(),
                beginning(prompt),
                index.category(matchup),
                index.language(matchup),
                matchup.seats.stream()
                        .map(seat -> index.name(seat.contestant()))
                        .sorted()
                        .toList(),
                outcomes.stream().mapToLong(OutcomeCount::count).sum(),
                (int) matchup.said.stream()
                        .map(said -> said.judge().id())
                        .distinct()
                        .count(),
                outcomes,
                matchup.said.stream()
                        .filter(said -> said.outcome().abstained())
                        .mapToLong(Matchup.Said::count)
                        .sum(),
                matchup.disagreement(),
                upset(strengths.upset(matchup)),
                Instant.ofEpochMilli(matchup.lastMs).toString());
    }

    /** A verdict that the table gave less than even odds; null for any other. */
    BattlesView.@Nullable Upset upset(Strengths.@Nullable Upset upset) {
        return upset == null || !upset.isOne()
                ? null
                : new BattlesView.Upset(index.name(upset.winner()), index.name(upset.loser()), upset.probability());
    }

    /** The first characters of a prompt; whole code points. */
    static String beginning(@Nullable Prompt prompt) {
        if (prompt == null || prompt.text().turns().isEmpty()) {
            return "";
        }
        String text = prompt.text().turns().get(0);
        if (text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
