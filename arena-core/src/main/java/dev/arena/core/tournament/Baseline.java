package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.judge.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Everyone meets each baseline on every prompt. With k above 2 a battle is a baseline and k − 1 others, the last one of a prompt
 * possibly smaller; others meet by turns.
 *
 * @param baselines in the order of the file
 * @param k contestants in a battle
 * @param settings where the baselines were named, for messages
 */
record Baseline(List<String> baselines, int k, Section settings) implements WholeSchedule {
    Baseline {
        baselines = List.copyOf(baselines);
    }

    @Override
    public String description() {
        return "baseline " + String.join(", ", baselines) + AllPairs.ofK(k);
    }

    @Override
    public void check(List<String> contestants) {
        for (int i = 0; i < baselines.size(); i++) {
            String name = baselines.get(i);
            String key = settings.isList("baseline") ? "baseline[" + i + "]" : "baseline";
            if (!contestants.contains(name)) {
                String allowed = "one of the contestants " + String.join(", ", contestants);
                throw settings.bad(key, name, allowed, Nearest.hint(name, contestants));
            }
            if (baselines.indexOf(name) < i) {
                throw settings.bad(key, name, "each baseline once", "");
            }
        }
    }

    @Override
    public void draw(Entries entries, long seed, Drawing drawing) {
        PromptBlocks blocks = new Blocks(entries, this, seed);
        int prompts = entries.prompts().size();
        for (int prompt = 0; prompt < prompts; prompt++) {
            drawing.lack(blocks.lacking(prompt));
        }
        new Dealer(blocks, prompts).deal((prompt, contestants) -> {
            drawing.add(prompt, contestants);
            return true;
        });
    }

    private static final class Blocks implements PromptBlocks {
        private final Entries entries;
        private final int k;
        private final int[] baselines;
        private final int[] shuffled;
        /** By baseline: whom it meets where nobody lacks a response. */
        private final int[][] everyOther;

        Blocks(Entries entries, Baseline schedule, long seed) {
            this.entries = entries;
            this.k = schedule.k();
            List<String> names =
                    entries.contestants().stream().map(c -> c.name()).toList();
            baselines = schedule.baselines().stream().mapToInt(names::indexOf).toArray();
            List<Integer> others = new ArrayList<>();
            for (int place : entries.everyone()) {
                others.add(place);
            }
            Collections.shuffle(others, new Random(Hash.seed("matchups", Long.toString(seed))));
            shuffled = others.stream().mapToInt(Integer::intValue).toArray();
            everyOther = new int[baselines.length][];
            for (int b = 0; b < baselines.length; b++) {
                int baseline = b;
                everyOther[b] = Arrays.stream(shuffled)
                        .filter(place -> !metBefore(place, baseline))
                        .toArray();
            }
        }

        @Override
        public int size(int prompt) {
            int size = 0;
            for (int b = 0; b < baselines.length; b++) {
                size += groups(prompt, b);
            }
            return size;
        }

        @Override
        public int[] get(int prompt, int index) {
            int baseline = 0;
            int group = index;
            while (group >= groups(prompt, baseline)) {
                group -= groups(prompt, baseline);
                baseline++;
            }
            int[] others = others(prompt, baseline);
            int from = group * (k - 1);
            int[] block = new int[1 + Math.min(k - 1, others.length - from)];
            block[0] = baselines[baseline];
            for (int i = 1; i < block.length; i++) {
                // turned from prompt to prompt, so that others meet by turns; pairs have nobody else to meet
                int turned = k == 2 ? 0 : prompt;
                block[i] = others[(from + i - 1 + turned) % others.length];
            }
            Arrays.sort(block, 1, block.length);
            return block;
        }

        @Override
        public long lacking(int prompt) {
            long lacking = 0;
            for (int b = 0; b < baselines.length; b++) {
                boolean there = entries.has(prompt, baselines[b]);
                lacking += entries.contestants().size() - 1 - b - (there ? others(prompt, b).length : 0);
            }
            return lacking;
        }

        private int groups(int prompt, int baseline) {
            return entries.has(prompt, baselines[baseline]) ? (others(prompt, baseline).length + k - 2) / (k - 1) : 0;
        }

        /** Whom a baseline still meets on a prompt: not those baselines that have met it already. */
        private int[] others(int prompt, int baseline) {
            if (entries.present(prompt) == shuffled.length) {
                return everyOther[baseline];
            }
            return Arrays.stream(everyOther[baseline])
                    .filter(place -> entries.has(prompt, place))
                    .toArray();
        }

        private boolean metBefore(int place, int baseline) {
            for (int b = 0; b <= baseline; b++) {
                if (baselines[b] == place) {
                    return true;
                }
            }
            return false;
        }
    }
}
