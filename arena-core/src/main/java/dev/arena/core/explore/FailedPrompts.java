package dev.arena.core.explore;

import dev.arena.core.explore.ContestantView.FailedPrompt;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The prompts on which a contestant scores below one half, and how others do on them: a hard prompt, or a weakness of its own. */
final class FailedPrompts {
    private static final int SHOWN = 10;
    private static final double HALF = 0.5;

    private final MatchupIndex index;
    private final ContestantId contestant;
    private final Map<PromptId, OnPrompt> prompts = new TreeMap<>();

    /** Scores on a prompt, by contestant: their sum and how many there are. */
    private static final class OnPrompt {
        private final Map<ContestantId, double[]> scores = new TreeMap<>();
        private long id = Long.MAX_VALUE;
        private long battles;

        private double mean(ContestantId contestant) {
            double[] sums = scores.getOrDefault(contestant, new double[] {0, 0});
            return sums[1] == 0 ? Double.NaN : sums[0] / sums[1];
        }
    }

    FailedPrompts(MatchupIndex index, ContestantId contestant) {
        this.index = index;
        this.contestant = contestant;
        for (Matchup matchup : index.all()) {
            if (matchup.prompt != null) {
                add(matchup, prompts.computeIfAbsent(matchup.prompt, key -> new OnPrompt()));
            }
        }
    }

    private void add(Matchup matchup, OnPrompt on) {
        boolean own = matchup.has(contestant);
        on.id = own ? Math.min(on.id, matchup.id.value()) : on.id;
        for (Matchup.Said said : matchup.said) {
            on.battles += own && !said.outcome().abstained() ? said.count() : 0;
            for (Seat seat : matchup.seats) {
                double score = said.outcome().score(seat.contestant());
                if (!Double.isNaN(score) && !said.outcome().abstained()) {
                    double[] sums = on.scores.computeIfAbsent(seat.contestant(), key -> new double[2]);
                    sums[0] += score * said.count();
                    sums[1] += said.count();
                }
            }
        }
    }

    /** The worst ones first. */
    List<FailedPrompt> worst() {
        Map<PromptId, Prompt> known = new TreeMap<>();
        index.prompts().forEach(prompt -> known.put(prompt.id(), prompt));
        List<FailedPrompt> failed = new ArrayList<>();
        prompts.forEach((id, on) -> {
            Prompt prompt = known.get(id);
            if (on.mean(contestant) < HALF && prompt != null) {
                failed.add(failed(prompt, on));
            }
        });
        failed.sort(Comparator.comparingDouble(FailedPrompt::score)
                .thenComparing(Comparator.comparingLong(FailedPrompt::battles).reversed())
                .thenComparing(FailedPrompt::promptKey));
        return List.copyOf(failed.subList(0, Math.min(SHOWN, failed.size())));
    }

    private FailedPrompt failed(Prompt prompt, OnPrompt on) {
        List<ContestantId> others =
                on.scores.keySet().stream().filter(id -> !id.equals(contestant)).toList();
        long failing = others.stream().filter(id -> on.mean(id) < HALF).count();
        return new FailedPrompt(
                prompt.key(),
                Entries.beginning(prompt),
                prompt.text().category(),
                on.battles,
                on.mean(contestant),
                others.isEmpty() ? null : (double) failing / others.size(),
                others.size(),
                Long.toString(on.id));
    }
}
