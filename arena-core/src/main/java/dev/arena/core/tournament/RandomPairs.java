package dev.arena.core.tournament;

import dev.arena.core.config.Section;
import dev.arena.ratings.pairing.ComparisonGraph;
import java.util.BitSet;

/**
 * So many matchups, each at most once, over prompts and pairs as evenly as can be. Those that link the contestants come first.
 *
 * @param matchups how many
 * @param k contestants in a battle
 * @param settings where it was written, for messages
 */
record RandomPairs(long matchups, int k, Section settings) implements WholeSchedule {
    @Override
    public String description() {
        return "random, pairs " + matchups + AllPairs.ofK(k);
    }

    @Override
    public void draw(Entries entries, long seed, Drawing drawing) {
        int prompts = entries.prompts().size();
        Dealer dealer = new Dealer(new AllPairs(k).blocks(entries, seed), prompts);
        Drawn drawn = new Drawn(drawing);
        ComparisonGraph graph = new ComparisonGraph(entries.contestants().size());
        dealer.deal((prompt, contestants) -> {
            if (graph.link(contestants)) {
                drawn.add(prompt, contestants);
            }
            drawn.next++;
            return graph.components() > 1;
        });
        requireRoom(drawn);
        drawn.next = 0;
        dealer.deal((prompt, contestants) -> {
            if (!drawn.taken.get(drawn.next)) {
                if (drawn.count == matchups) {
                    return false;
                }
                drawn.add(prompt, contestants);
            }
            drawn.next++;
            return true;
        });
        if (drawn.count < matchups) {
            throw settings.bad(
                    "pairs",
                    Long.toString(matchups),
                    "at most the " + drawn.count + " matchups that prompts and responses allow",
                    "'type: all-pairs' plays all of them.");
        }
    }

    private void requireRoom(Drawn drawn) {
        if (drawn.count > matchups) {
            throw settings.bad(
                    "pairs",
                    Long.toString(matchups),
                    "at least the " + drawn.count + " matchups that link the contestants",
                    "Ratings can be compared only where battles link them.");
        }
    }

    /** What was drawn already, by number in the order of dealing. */
    private static final class Drawn {
        private final Drawing drawing;
        private final BitSet taken = new BitSet();
        private int next;
        private long count;

        Drawn(Drawing drawing) {
            this.drawing = drawing;
        }

        void add(int prompt, int[] contestants) {
            taken.set(next);
            count++;
            drawing.add(prompt, contestants);
        }
    }
}
