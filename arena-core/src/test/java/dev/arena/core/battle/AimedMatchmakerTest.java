package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.ratings.CovarianceKind;
import dev.arena.ratings.Evidence;
import dev.arena.ratings.EvidenceBuilder;
import dev.arena.ratings.Regularisation;
import dev.arena.ratings.bradleyterry.BradleyTerry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AimedMatchmakerTest {
    private static final int DRAWS = 10_000;

    /** Contestant i has met contestant j {@code meetings(i, j)} times and won seven of ten where its number is lower. */
    private interface Met {
        int meetings(int i, int j);
    }

    private static MatchmakerState state(Met met) {
        Map<List<ContestantId>, MatchmakerStanding> known = new HashMap<>();
        return contestants -> known.computeIfAbsent(contestants, list -> standing(list, met));
    }

    private static MatchmakerStanding standing(List<ContestantId> contestants, Met met) {
        int n = contestants.size();
        long[] battles = new long[n];
        long[][] pairs = new long[n][n];
        long total = 0;
        EvidenceBuilder evidence = Evidence.builder(n, List.of());
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                int times = met.meetings(i, j);
                pairs[i][j] = times;
                pairs[j][i] = times;
                battles[i] += times;
                battles[j] += times;
                total += times;
                if (times > 0) {
                    evidence.comparison(i, j, 0.7).count(times);
                }
            }
        }
        var fit = BradleyTerry.withDefaults()
                .withRegularisation(Regularisation.ghost())
                .withCovariance(CovarianceKind.MODEL)
                .rate(evidence.build());
        return MatchmakerStanding.of(
                contestants, new MatchmakerStanding.Meetings(battles, pairs, total), Optional.of(fit));
    }

    /** Two prompts of six; on the first, contestants 2 and 3 gave the same answer. */
    private static InMemoryArenaStore store() {
        return Catalogs.store(2, 6, (p, c) -> p == 0 && (c == 2 || c == 3) ? "the same" : "answer " + p + " of " + c);
    }

    private static void see(SeenMatchups seen, CandidateIndex index, int position, long... numbers) {
        for (long number : numbers) {
            List<ResponseId> ids = index.space(position).matchup(number).stream()
                    .map(ResponseHead::id)
                    .toList();
            assertThat(seen.add(index.prompt(position), ids)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "uniform, 2, 0, 0",
        "uniform, 3, 30, 0",
        "uniform, 2, 0, 2",
        "information, 2, 0, 0",
        "information, 3, 0, 0",
        "information, 5, 30, 0",
        "information, 2, 30, 0",
        "information, 3, 0, 2",
        "rank-aware, 2, 0, 0",
        "rank-aware, 4, 0, 0",
        "rank-aware, 2, 0, 2",
        "ucb, 2, 0, 0",
        "ucb, 3, 0, 0",
        "ucb, 4, 30, 0",
        "ucb, 2, 0, 2"
    })
    void pick_manyDraws_agreeWithTheLoggedProbabilitiesWhichSumToOne(String word, int k, int coverage, int late) {
        // seeds 1000·k + coverage; who is among the last `late` has met nobody
        MatchmakerType type = MatchmakerType.of(word).orElseThrow();
        MatchmakerSettings settings = new MatchmakerSettings(type, 0.3, coverage, late > 0);
        MatchmakerState state = state((i, j) -> j >= 6 - late ? 0 : (i + j) % 3 * 4 + (i == 0 ? 9 : 2));
        try (InMemoryArenaStore store = store()) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), k);
            SeenMatchups seen = new SeenMatchups(index);
            see(seen, index, 0, 0);
            see(seen, index, 0, index.space(0).size() > 1 ? index.space(0).size() - 1 : 0);
            see(seen, index, 1, 0, 2, 3);
            AimedMatchmaker matchmaker = new AimedMatchmaker(settings, state);
            Map<List<Long>, Double> expected = new HashMap<>();
            for (int position = 0; position < 2; position++) {
                for (long number = 0; number < index.space(position).size(); number++) {
                    if (!seen.ofPrompt(position).contains(number)) {
                        expected.put(
                                List.of((long) position, number),
                                matchmaker.probability(index, seen, position, number));
                    }
                }
            }
            assertThat(expected.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-12));
            assertThat(expected.values()).allSatisfy(p -> assertThat(p).isPositive());

            Random chance = new Random(1000L * k + coverage);
            Map<List<Long>, Integer> counts = new HashMap<>();
            for (int draw = 0; draw < DRAWS; draw++) {
                Matchmaker.Pick pick = matchmaker.pick(index, seen, chance).orElseThrow();
                int position = index.position(pick.prompt());
                long number = index.space(position)
                        .number(pick.matchup().stream().map(ResponseHead::id).toList())
                        .orElseThrow();
                List<Long> key = List.of((long) position, number);
                assertThat(pick.probability()).isEqualTo(expected.get(key));
                counts.merge(key, 1, Integer::sum);
            }
            assertThat(chiSquareP(expected, counts)).as("p of chi-square").isGreaterThan(1e-4);
        }
    }

    /** Cells that are expected fewer than five times are put together. */
    private static double chiSquareP(Map<List<Long>, Double> expected, Map<List<Long>, Integer> counts) {
        double sum = 0;
        int cells = 0;
        double rareExpected = 0;
        double rareFound = 0;
        for (Map.Entry<List<Long>, Double> cell : expected.entrySet()) {
            double wanted = DRAWS * cell.getValue();
            double found = counts.getOrDefault(cell.getKey(), 0);
            if (wanted < 5) {
                rareExpected += wanted;
                rareFound += found;
            } else {
                sum += (found - wanted) * (found - wanted) / wanted;
                cells++;
            }
        }
        if (rareExpected >= 5) {
            sum += (rareFound - rareExpected) * (rareFound - rareExpected) / rareExpected;
            cells++;
        }
        return 1 - new ChiSquaredDistribution(cells - 1).cumulativeProbability(sum);
    }

    @ParameterizedTest
    @CsvSource({"uniform, 2", "information, 2", "information, 8", "rank-aware, 3", "ucb, 2", "ucb, 4", "ucb, 6"})
    void pick_untilNothingIsLeft_showsEveryMatchupOnce(String word, int k) {
        MatchmakerSettings settings =
                new MatchmakerSettings(MatchmakerType.of(word).orElseThrow(), 0.1, 3, true);
        try (InMemoryArenaStore store = Catalogs.store(2, 9)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), k);
            AimedMatchmaker matchmaker = new AimedMatchmaker(settings, state((i, j) -> i + j == 5 ? 0 : 2 * i));
            SeenMatchups seen = new SeenMatchups(index);
            Random chance = new Random(k);
            long picks = 0;
            for (Optional<Matchmaker.Pick> next = matchmaker.pick(index, seen, chance);
                    next.isPresent();
                    next = matchmaker.pick(index, seen, chance)) {
                assertThat(next.get().probability()).isBetween(0.1 / 2 / index.size(), 1.0);
                assertThat(seen.add(
                                next.get().prompt(),
                                next.get().matchup().stream()
                                        .map(ResponseHead::id)
                                        .toList()))
                        .isTrue();
                picks++;
            }
            assertThat(picks).isEqualTo(index.size());
        }
    }

    @Test
    void pick_oneContestantWithoutBattles_isNearlyAlwaysInTheNextOne() {
        MatchmakerState state = state((i, j) -> j == 5 ? 0 : 20);
        try (InMemoryArenaStore store = Catalogs.store(3, 6)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), 3);
            ContestantId late = new ContestantId(6);

            assertThat(share(new MatchmakerSettings(MatchmakerType.INFORMATION, 0.1, 0, true), state, index, late))
                    .isGreaterThan(0.9);
            assertThat(share(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 5, false), state, index, late))
                    .isGreaterThan(0.9);
            assertThat(share(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 0, false), state, index, late))
                    .isBetween(0.4, 0.6);
        }
    }

    private static double share(
            MatchmakerSettings settings, MatchmakerState state, CandidateIndex index, ContestantId contestant) {
        Matchmaker matchmaker = Matchmakers.of(settings, state);
        Random chance = new Random(8);
        SeenMatchups nothing = new SeenMatchups(index);
        return IntStream.range(0, 500)
                        .filter(i -> matchmaker.pick(index, nothing, chance).orElseThrow().matchup().stream()
                                .anyMatch(head -> head.contestant().equals(contestant)))
                        .count()
                / 500.0;
    }

    @Test
    void of_theWorkedExample_isThePapersWithItsSignReversed() {
        double[] cautious = {24, 18, 10, 0, 22};
        long[] meetings = {0, 6, 2, 1, 9};
        List<Double> bounds = new ArrayList<>();
        for (int other = 1; other < 5; other++) {
            bounds.add(ConfidenceBound.of(cautious[0] - cautious[other], 1, 40, meetings[other]));
        }

        double[] wanted = {-5.215899724, -12.641898484, -22.079354417, -1.359784806};
        for (int i = 0; i < 4; i++) {
            assertThat(bounds.get(i)).isCloseTo(wanted[i], within(1e-9));
        }
        assertThat(ConfidenceBound.of(3, 1, 40, 0)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(ConfidenceBound.cautious(25, 25 / 3.0)).isCloseTo(0, within(1e-12));
        // σ(1.702·x) and Φ(x) agree within 0.01, so a gap of one skill unit is as telling as NATURAL_UNIT
        assertThat(1 / (1 + Math.exp(-ConfidenceBound.NATURAL_UNIT * 5))).isCloseTo(0.8019, within(0.01));
    }

    @Test
    void pick_ucbWithoutExploring_takesTheLeastComparedAndItsLargestBounds() {
        // contestant 5 has fewest battles; everybody has met it, 4 least often
        MatchmakerState state = state((i, j) -> j == 5 ? (i == 4 ? 1 : 3) : 10);
        MatchmakerSettings settings = new MatchmakerSettings(MatchmakerType.UCB, 1e-9, 0, false);
        try (InMemoryArenaStore store = Catalogs.store(4, 6)) {
            CandidateIndex index = CandidateIndex.read(store.catalog(), 2);
            AimedMatchmaker matchmaker = new AimedMatchmaker(settings, state);
            for (int i = 0; i < 50; i++) {
                Matchmaker.Pick pick = matchmaker
                        .pick(index, new SeenMatchups(index), new Random(i))
                        .orElseThrow();

                assertThat(pick.matchup().stream().map(head -> head.contestant().value()))
                        .containsExactlyInAnyOrder(5L, 6L);
                assertThat(pick.probability()).isCloseTo(0.25, within(0.02));
            }
        }
    }

    @Test
    void settings_outOfRange_areRefused() {
        assertThatThrownBy(() -> new MatchmakerSettings(MatchmakerType.UCB, 0, 0, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("explore 0.0 is not allowed; use a number above 0 and at most 1");
        assertThatThrownBy(() -> new MatchmakerSettings(MatchmakerType.UCB, 0.1, -1, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("coverage -1 is not allowed; use 0 or more battles");
        assertThat(MatchmakerType.words()).containsExactly("uniform", "information", "rank-aware", "ucb");
        assertThat(MatchmakerType.of("best")).isEmpty();
    }
}
