package dev.arena.core.battle;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws a share of the battles uniformly and the others by what votes have shown.
 *
 * <p><b>Model.</b> P(matchup) = ε·U + (1 − ε)·A given what this voter saw. U is {@link UniformMatchmaker}. A first looks whether
 * contestants are behind: those with fewer battles than {@code coverage}, or else newcomers, which have fewer than half of the battles
 * of the median contestant and fewer than {@link #SETTLED}. Where some are, a prompt is drawn uniformly among those on which one of
 * them has a matchup that was not seen, and one of them is first; otherwise a prompt is drawn uniformly among all. On the prompt the
 * matchup is drawn by {@link PromptLaw}, uniformly where that has nothing left.
 *
 * <p><b>Output.</b> The exact probability of the pick, over everything that could have been drawn.
 */
final class AimedMatchmaker implements Matchmaker {
    /** With so many battles a contestant is no newcomer; K-Sort Arena places a new one after about as many. */
    static final int SETTLED = 30;

    private final MatchmakerSettings settings;
    private final MatchmakerState state;
    private final Aiming aiming;
    private final UniformMatchmaker uniform = new UniformMatchmaker();
    private volatile @Nullable IndexPlaces places;
    private volatile @Nullable Plan plan;

    /** How a standing becomes aims. */
    interface Aiming {
        PairAims of(MatchmakerStanding standing);
    }

    AimedMatchmaker(MatchmakerSettings settings, MatchmakerState state) {
        this(settings, state, standing -> PairAims.of(settings.type(), standing));
    }

    AimedMatchmaker(MatchmakerSettings settings, MatchmakerState state, Aiming aiming) {
        this.settings = settings;
        this.state = state;
        this.aiming = aiming;
    }

    /**
     * What follows from a standing for every voter.
     *
     * @param behind contestants that are drawn first
     * @param prompts on which one of these has a response, ascending
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Plan(IndexPlaces places, PairAims aims, BitSet behind, int[] prompts) {}

    @Override
    public Optional<Pick> pick(CandidateIndex index, SeenMatchups seen, RandomGenerator chance) {
        if (seen.exhausted().size() == index.promptCount()) {
            return Optional.empty();
        }
        Voter voter = new Voter(plan(index), seen);
        int position;
        long number;
        if (chance.nextDouble() < settings.explore()) {
            Pick pick = uniform.pick(index, seen, chance).orElseThrow();
            position = index.position(pick.prompt());
            number = index.space(position)
                    .number(pick.matchup().stream().map(head -> head.id()).toList())
                    .orElseThrow();
        } else {
            position = voter.drawPrompt(chance);
            number = voter.drawNumber(position, chance);
        }
        double probability = voter.probability(position, number);
        return Optional.of(
                new Pick(index.prompt(position), index.space(position).matchup(number), probability));
    }

    /** The probability with which a matchup that was not seen would be drawn now. */
    double probability(CandidateIndex index, SeenMatchups seen, int position, long number) {
        return new Voter(plan(index), seen).probability(position, number);
    }

    private Plan plan(CandidateIndex index) {
        IndexPlaces known = places;
        if (known == null || known.index() != index) {
            known = new IndexPlaces(index);
            places = known;
        }
        MatchmakerStanding standing = state.standing(known.contestants());
        Plan made = plan;
        if (made == null || made.places() != known || made.aims().standing() != standing) {
            BitSet behind = behind(standing);
            made = new Plan(known, aiming.of(standing), behind, known.promptsOf(behind));
            plan = made;
        }
        return made;
    }

    private BitSet behind(MatchmakerStanding standing) {
        int n = standing.contestants().size();
        BitSet behind = below(standing, settings.coverage());
        if (!behind.isEmpty() || !settings.newcomers() || n == 0) {
            return behind;
        }
        long[] battles = new long[n];
        Arrays.setAll(battles, standing::battles);
        Arrays.sort(battles);
        double half = battles[n / 2] / 2.0;
        return below(standing, Math.min(SETTLED, half));
    }

    private static BitSet below(MatchmakerStanding standing, double floor) {
        BitSet below = new BitSet();
        for (int i = 0; i < standing.contestants().size(); i++) {
            below.set(i, standing.battles(i) < floor);
        }
        return below;
    }

    /** A plan for one voter. */
    private final class Voter {
        private final Plan plan;
        private final SeenMatchups seen;
        private final CandidateIndex index;
        /** Ranks among the plan's prompts of those on which nobody who is behind has anything left. */
        private final SortedSet<Long> spent = new TreeSet<>();
        /** The law that was needed last. */
        private @Nullable PromptLaw law;

        private int lawPosition = -1;

        Voter(Plan plan, SeenMatchups seen) {
            this.plan = plan;
            this.seen = seen;
            this.index = plan.places().index();
            for (int position : plan.behind().isEmpty() ? new TreeSet<Integer>() : seen.prompts()) {
                int rank = Arrays.binarySearch(plan.prompts(), position);
                if (rank >= 0 && isSpent(position)) {
                    spent.add((long) rank);
                }
            }
        }

        private boolean isSpent(int position) {
            MatchupSpace space = index.space(position);
            if (space.groupCount() > space.k() && seen.ofPrompt(position).size() < space.groupCount() - 1) {
                // each response is in so many matchups at least
                return false;
            }
            BitSet places = plan.places().placesOf(position, plan.behind());
            long all = space.size() - space.countWithout(places);
            long gone = seen.ofPrompt(position).stream()
                    .filter(number -> Arrays.stream(space.places(number)).anyMatch(places::get))
                    .count();
            return gone == all;
        }

        private long promptsBehind() {
            return (long) plan.prompts().length - spent.size();
        }

        private long promptsLeft() {
            return (long) index.promptCount() - seen.exhausted().size();
        }

        int drawPrompt(RandomGenerator chance) {
            if (promptsBehind() > 0) {
                return plan.prompts()[(int) UniformMatchmaker.free(chance.nextLong(promptsBehind()), spent)];
            }
            return (int) UniformMatchmaker.free(chance.nextLong(promptsLeft()), seen.exhausted());
        }

        long drawNumber(int position, RandomGenerator chance) {
            return isUniform() || law(position).isSpent()
                    ? UniformMatchmaker.free(chance.nextLong(left(position)), seen.ofPrompt(position))
                    : law(position).draw(chance);
        }

        private boolean isUniform() {
            return settings.type() == MatchmakerType.UNIFORM && promptsBehind() == 0;
        }

        private long left(int position) {
            return index.space(position).size() - seen.ofPrompt(position).size();
        }

        private PromptLaw law(int position) {
            PromptLaw known = law;
            if (known == null || lawPosition != position) {
                known = new PromptLaw(
                        index.space(position),
                        plan.places().ofPrompt(position),
                        seen.ofPrompt(position),
                        plan.aims(),
                        promptsBehind() > 0 ? plan.behind() : new BitSet());
                law = known;
                lawPosition = position;
            }
            return known;
        }

        double probability(int position, long number) {
            double even = 1.0 / left(position);
            double explored = settings.explore() / promptsLeft() * even;
            double prompt = promptProbability(position);
            if (prompt == 0) {
                return explored;
            }
            double aimed = isUniform() || law(position).isSpent()
                    ? even
                    : law(position).probability(number);
            return Math.min(1, explored + (1 - settings.explore()) * prompt * aimed);
        }

        private double promptProbability(int position) {
            if (promptsBehind() == 0) {
                return 1.0 / promptsLeft();
            }
            int rank = Arrays.binarySearch(plan.prompts(), position);
            return rank < 0 || spent.contains((long) rank) ? 0 : 1.0 / promptsBehind();
        }
    }
}
