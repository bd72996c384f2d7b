package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.ratings.RatingResult;
import dev.arena.ratings.pairing.SwissPairing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Rounds of battles between neighbours of the standing who have not met as often; no question is asked twice.
 *
 * @param rounds how many
 * @param promptsPerRound on how many prompts each battle of a round is fought; 0 for all
 * @param k contestants in a battle
 */
record Swiss(int rounds, int promptsPerRound, int k) implements RoundSchedule {
    @Override
    public String description() {
        return "swiss, rounds " + rounds + (promptsPerRound == 0 ? "" : ", prompts per round " + promptsPerRound)
                + AllPairs.ofK(k);
    }

    @Override
    public Course course(Draft draft) {
        return new Way(this, draft);
    }

    @Override
    public long most(Entries entries) {
        int prompts = entries.prompts().size();
        int contestants = entries.contestants().size();
        int left = contestants % k;
        int blocks = contestants / k + (left > 1 ? 1 : 0);
        return (long) rounds * blocks * Math.min(prompts, promptsPerRound == 0 ? prompts : promptsPerRound);
    }

    /** Contestants or prompts in an order that a seed draws. */
    static List<Integer> shuffled(int size, String what, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(Hash.seed(what, Long.toString(seed))));
        return order;
    }

    private static final class Way implements Course {
        private final Swiss schedule;
        private final Draft draft;
        private final Entries entries;
        private final Played played;
        private final List<Integer> lots;
        private final List<Integer> deal;

        Way(Swiss schedule, Draft draft) {
            this.schedule = schedule;
            this.draft = draft;
            this.entries = draft.entries();
            this.played = new Played(entries);
            this.lots = shuffled(entries.contestants().size(), "lots", draft.seed());
            this.deal = shuffled(entries.prompts().size(), "deal", draft.seed());
        }

        @Override
        public Optional<Round> next(Standings soFar) {
            if (played.rounds() == schedule.rounds()) {
                return Optional.empty();
            }
            List<int[]> blocks = SwissPairing.blocks(standing(soFar), played.meetings(), played.rests(), schedule.k());
            Draft.Collector collector = draft.round(played.rounds() + 1);
            int wanted = schedule.promptsPerRound() == 0 ? deal.size() : schedule.promptsPerRound();
            int first = (int) ((long) played.rounds() * wanted % deal.size());
            int[] fought = new int[blocks.size()];
            for (int i = 0; i < deal.size(); i++) {
                int prompt = deal.get((first + i) % deal.size());
                for (int b = 0; b < fought.length; b++) {
                    int[] there = there(blocks.get(b), prompt);
                    if (fought[b] < wanted && there.length > 1 && !played.met(prompt, there)) {
                        collector.add(prompt, there);
                        fought[b]++;
                    }
                }
            }
            Round round = collector.round();
            return round.battles().isEmpty() && round.identical().isEmpty() ? Optional.empty() : Optional.of(round);
        }

        /** From the top; equals, as all are at first, by lot. */
        private int[] standing(Standings soFar) {
            double[] strength = new double[lots.size()];
            Optional<RatingResult> fit = soFar.planning();
            Arrays.setAll(
                    strength,
                    i -> fit.map(result -> result.rating(i).strength().orElse(0))
                            .orElse(0.0));
            return lots.stream()
                    .sorted(Comparator.comparingDouble((Integer i) -> -strength[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private int[] there(int[] block, int prompt) {
            return Arrays.stream(block).filter(c -> entries.has(prompt, c)).toArray();
        }

        @Override
        public void take(Round round) {
            played.add(round);
        }

        @Override
        public String ending() {
            return played.rounds() == schedule.rounds()
                    ? "all " + schedule.rounds() + " rounds were played"
                    : "after round " + played.rounds() + " no matchup was left that had not been played";
        }
    }
}
