package dev.arena.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.Verdict;
import dev.arena.core.testing.ReferenceData;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Public files of votes, read whole; the expected counts come from their publishers. */
@Tag("reference")
@EnabledIf(ReferenceData.PRESENT)
final class ReferenceVotesTest {
    /** A file's verdicts by kind, and its models. */
    private record Tally(ReadReport report, Map<String, Long> verdicts, Set<String> models) {
        static Tally of(String path) {
            Map<String, Long> verdicts = new TreeMap<>();
            Set<String> models = new TreeSet<>();
            ReadReport report =
                    ExchangeReader.readVotes(Source.file(ReferenceData.file(path)), ReadOptions.strict(), vote -> {
                        verdicts.merge(word(vote.verdict()), vote.count(), Long::sum);
                        models.addAll(vote.models());
                    });
            return new Tally(report, verdicts, models);
        }

        private static String word(Verdict verdict) {
            if (verdict.equals(Verdict.first())) {
                return "first";
            }
            if (verdict.equals(Verdict.second())) {
                return "second";
            }
            return verdict.equals(Verdict.tie()) ? "tie" : "other";
        }
    }

    @Test
    void read_mtBenchHumanVotes_countsOfThePublication() {
        Tally tally = Tally.of("mt_bench/human_judgments.csv");

        assertThat(tally.report().shape()).isEqualTo(Shape.BATTLES);
        assertThat(tally.report().rows()).isEqualTo(3355);
        assertThat(tally.verdicts()).isEqualTo(Map.of("first", 1293L, "second", 1282L, "tie", 780L));
        assertThat(tally.report().notices()).isEmpty();
    }

    @Test
    void read_mtBenchGpt4Votes_inconsistentTiesAreTiesAndCounted() {
        Tally tally = Tally.of("mt_bench/gpt4_pair_judgments.csv");

        assertThat(tally.report().rows()).isEqualTo(2400);
        assertThat(tally.verdicts()).isEqualTo(Map.of("first", 190L, "second", 1610L, "tie", 600L));
        assertThat(tally.report().inconsistentTies()).isEqualTo(380);
    }

    @Test
    void read_chatbotArenaCounts_everyVoteOfEveryModel() {
        Tally tally = Tally.of("chatbot_arena/arena_pair_counts_20240814.csv");

        assertThat(tally.report().shape()).isEqualTo(Shape.COUNTS);
        assertThat(tally.report().votes()).isEqualTo(1_670_250);
        assertThat(tally.models()).hasSize(129);
    }

    @Test
    void read_llmfaoCrowdVotes_leftRightWithUnknownColumnsIgnored() {
        Tally tally = Tally.of("llmfao/crowd-comparisons.csv");

        assertThat(tally.report().shape()).isEqualTo(Shape.LEFT_RIGHT);
        assertThat(tally.report().rows()).isEqualTo(8931);
        assertThat(tally.verdicts()).containsOnlyKeys("first", "second", "tie");
        assertThat(tally.models()).hasSize(59);
    }

    @Test
    void read_evalicaFoodAndSimple_everyRow() {
        assertThat(Tally.of("evalica/food.csv").models()).containsExactly("Burger", "Pasta", "Pizza", "Sushi", "Tacos");
        assertThat(Tally.of("evalica/simple.csv").models()).containsExactly("0", "1", "2", "3", "4");
    }
}
