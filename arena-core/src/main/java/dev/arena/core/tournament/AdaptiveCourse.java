package dev.arena.core.tournament;

import dev.arena.core.judge.Hash;
import dev.arena.ratings.pairing.BlockPicker;
import dev.arena.ratings.pairing.ComparisonGraph;
import dev.arena.ratings.pairing.PairGains;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** The rounds of an adaptive schedule. */
final class AdaptiveCourse implements Course {
    private final Adaptive schedule;
    private final Draft draft;
    private final Entries entries;
    private final Played played;
    private final List<Integer> deal;
    /** Sets of contestants that no response to a common prompt links. */
    private final int linkable;
    /** The floor of each contestant, as far as its responses allow. */
    private final int[] floors;

    AdaptiveCourse(Adaptive schedule, Draft draft) {
        this.schedule = schedule;
        this.draft = draft;
        this.entries = draft.entries();
        this.played = new Played(entries);
        this.deal = Swiss.shuffled(entries.prompts().size(), "deal", draft.seed());
        ComparisonGraph graph = new ComparisonGraph(entries.contestants().size());
        floors = new int[entries.contestants().size()];
        for (int prompt : deal) {
            int[] present = entries.presentOn(prompt);
            for (int contestant : present) {
                int most = schedule.k() == 2 ? present.length - 1 : Math.min(1, present.length - 1);
                floors[contestant] = Math.min(schedule.floor(), floors[contestant] + most);
            }
            if (present.length > 1) {
                graph.link(present);
            }
        }
        linkable = graph.components();
    }

    @Override
    public Optional<Round> next(Standings soFar) {
        int number = played.rounds() + 1;
        Drawing drawing = new Drawing(soFar, number);
        Draft.Collector collector = draft.round(number);
        long left = schedule.matchups() == 0 ? Long.MAX_VALUE : schedule.matchups() - played.matchups();
        long wanted = Math.min(left, schedule.batch(entries.contestants().size()));
        for (long i = 0; i < wanted && drawing.draw(collector); i++) {
            drawing.count++;
        }
        return drawing.count == 0 ? Optional.empty() : Optional.of(collector.round());
    }

    @Override
    public void take(Round round) {
        played.add(round);
    }

    @Override
    public String ending() {
        return schedule.matchups() > 0 && played.matchups() >= schedule.matchups()
                ? "all " + schedule.matchups() + " matchups were played"
                : "after round " + played.rounds() + " no matchup was left that had not been played";
    }

    /** The draws of one round, each reckoning with those before it. */
    private final class Drawing {
        private final Played tried = played.copy();
        private final boolean[] exhausted = new boolean[deal.size()];
        private final PairGains gains;
        private final BlockPicker picker;
        private final long[] lots;
        private long count;

        Drawing(Standings soFar, int round) {
            int contestants = entries.contestants().size();
            gains = soFar.planning().map(PairGains::of).orElseGet(() -> PairGains.flat(contestants));
            SplittableRandom random =
                    new SplittableRandom(Hash.seed("round", Long.toString(draft.seed()), Integer.toString(round)));
            lots = random.longs(contestants, 0, Integer.MAX_VALUE).toArray();
            picker = new BlockPicker(schedule.law(), schedule.k(), random);
        }

        /** Draws one matchup on the prompt that has had fewest; false where no prompt has any left. */
        boolean draw(Draft.Collector collector) {
            BlockPicker.Aims aims = aims();
            while (true) {
                int prompt = nextPrompt();
                if (prompt < 0) {
                    return false;
                }
                Optional<BlockPicker.Pick> pick = picker.draw(entries.presentOn(prompt), tried.on(prompt), aims);
                if (pick.isPresent()) {
                    take(prompt, pick.get(), collector);
                    return true;
                }
                exhausted[prompt] = true;
            }
        }

        private void take(int prompt, BlockPicker.Pick pick, Draft.Collector collector) {
            int[] contestants = pick.contestants();
            collector.add(prompt, contestants, pick.probability());
            tried.add(prompt, contestants);
            for (int i = 0; i < contestants.length; i++) {
                for (int j = i + 1; j < contestants.length; j++) {
                    gains.expect(contestants[i], contestants[j]);
                }
            }
        }

        private int nextPrompt() {
            int best = -1;
            for (int prompt : deal) {
                boolean fewer =
                        best < 0 || tried.on(prompt).size() < tried.on(best).size();
                best = !exhausted[prompt] && fewer ? prompt : best;
            }
            return best;
        }

        private BlockPicker.Aims aims() {
            int n = lots.length;
            boolean linking = tried.graph().components() > linkable;
            boolean covering = !linking && anyBelowFloor();
            double[][] gain = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < i; j++) {
                    gain[i][j] = linking
                            ? tried.graph().linked(i, j) ? 0 : 1
                            : covering
                                    ? belowFloor(i) + belowFloor(j)
                                    : schedule.policy().gain(gains, i, j);
                    gain[j][i] = gain[i][j];
                }
            }
            long[] preference = new long[n];
            for (int i = 0; i < n; i++) {
                // fewer matchups first, then by lot
                preference[i] = ((long) tried.battles(i) << Integer.SIZE) + lots[i];
            }
            return new BlockPicker.Aims(gain, linking || covering, preference);
        }

        private boolean anyBelowFloor() {
            for (int i = 0; i < lots.length; i++) {
                if (belowFloor(i) > 0) {
                    return true;
                }
            }
            return false;
        }

        private double belowFloor(int contestant) {
            return tried.battles(contestant) < floors[contestant] ? 1 : 0;
        }
    }
}
