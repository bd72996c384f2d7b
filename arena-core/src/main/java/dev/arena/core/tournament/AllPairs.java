package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.ratings.pairing.CoveringDesign;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Everyone meets everyone on every prompt.
 *
 * @param k contestants in a battle; with more than two, every pair meets in at least one of few battles
 */
record AllPairs(int k) implements WholeSchedule {
    @Override
    public String description() {
        return "all-pairs" + ofK(k);
    }

    /** How a number of contestants other than two is written in descriptions. */
    static String ofK(int k) {
        return k == 2 ? "" : ", k " + k;
    }

    @Override
    public void draw(Entries entries, long seed, Drawing drawing) {
        PromptBlocks blocks = blocks(entries, seed);
        int prompts = entries.prompts().size();
        for (int prompt = 0; prompt < prompts; prompt++) {
            drawing.lack(blocks.lacking(prompt));
        }
        new Dealer(blocks, prompts).deal((prompt, contestants) -> {
            drawing.add(prompt, contestants);
            return true;
        });
    }

    PromptBlocks blocks(Entries entries, long seed) {
        return new Blocks(entries, k, seed);
    }

    /** A design for each number of contestants that answered a prompt, its places turned from prompt to prompt. */
    private static final class Blocks implements PromptBlocks {
        private final Entries entries;
        private final int k;
        private final long seed;
        private final Map<Integer, int[][]> designs = new HashMap<>();

        Blocks(Entries entries, int k, long seed) {
            this.entries = entries;
            this.k = k;
            this.seed = seed;
        }

        @Override
        public int size(int prompt) {
            return design(entries.present(prompt)).length;
        }

        @Override
        public int[] get(int prompt, int index) {
            int present = entries.present(prompt);
            int turned = k == 2 ? 0 : prompt % present;
            int[] block = design(present)[index].clone();
            for (int i = 0; i < block.length; i++) {
                block[i] = entries.presentAt(prompt, (block[i] + turned) % present);
            }
            Arrays.sort(block);
            return block;
        }

        @Override
        public long lacking(int prompt) {
            return pairs(entries.contestants().size()) - pairs(entries.present(prompt));
        }

        private static long pairs(long contestants) {
            return contestants * (contestants - 1) / 2;
        }

        private int[][] design(int contestants) {
            int[][] known = designs.get(contestants);
            if (known == null) {
                known = contestants < 2 ? new int[0][] : shuffled(contestants);
                designs.put(contestants, known);
            }
            return known;
        }

        private int[][] shuffled(int contestants) {
            long drawn = Hash.seed("matchups", Long.toString(seed));
            int[][] design = CoveringDesign.of(contestants, k, new SplittableRandom(drawn));
            List<Integer> names = IntStream.range(0, contestants).boxed().collect(Collectors.toList());
            Collections.shuffle(names, new Random(drawn));
            int[][] shuffled = new int[design.length][];
            for (int b = 0; b < design.length; b++) {
                shuffled[b] = Arrays.stream(design[b]).map(names::get).toArray();
            }
            return shuffled;
        }
    }
}
