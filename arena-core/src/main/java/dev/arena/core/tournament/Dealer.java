package dev.arena.core.tournament;

/**
 * Puts the matchups of all prompts into one order: round after round each prompt gets one matchup, and going on from prompt to prompt
 * and from round to round the matchups come in turn, so that any beginning has seen all prompts, and all pairs, about equally often.
 */
final class Dealer {
    private final PromptBlocks blocks;
    private final int prompts;

    Dealer(PromptBlocks blocks, int prompts) {
        this.blocks = blocks;
        this.prompts = prompts;
    }

    /** Takes matchups as they are dealt. */
    interface Taker {
        /** Takes a matchup; false ends the dealing. */
        boolean take(int prompt, int[] contestants);
    }

    /** Deals all matchups, or as many as are taken. */
    void deal(Taker taker) {
        int rounds = 0;
        for (int prompt = 0; prompt < prompts; prompt++) {
            rounds = Math.max(rounds, blocks.size(prompt));
        }
        for (int round = 0; round < rounds; round++) {
            for (int prompt = 0; prompt < prompts; prompt++) {
                int size = blocks.size(prompt);
                if (round < size && !taker.take(prompt, blocks.get(prompt, index(round, prompt, size)))) {
                    return;
                }
            }
        }
    }

    /** Each matchup of a prompt once over its rounds: steps by the number of prompts, shifted by one after each full turn. */
    private int index(int round, int prompt, int size) {
        int turn = size / commonDivisor(prompts, size);
        return (int) (((long) round * prompts + prompt + round / turn) % size);
    }

    private static int commonDivisor(int one, int other) {
        int large = one;
        int small = other;
        while (small != 0) {
            int rest = large % small;
            large = small;
            small = rest;
        }
        return large;
    }
}
