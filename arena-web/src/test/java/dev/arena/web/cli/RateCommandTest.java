package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.ratings.registry.RatingMethods;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code arena rate FILE}: what every kind of input and flag ends in, on the command line as a whole. */
class RateCommandTest {
    private static final String HEADER = "model_a,model_b,winner\n";
    private static final String CIRCLE = HEADER + """
            a,b,model_a
            b,a,tie
            b,c,model_a
            c,b,model_a
            c,a,model_a
            a,c,both_bad
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b,Tie | votes.csv:2: field 'winner' is 'Tie'; allowed: model_a, model_b, tie, both_bad, tie (bothbad), tie (inconsistent).",
                "a,b | votes.csv:2: found '2 cells: a,b'; allowed: as many cells as the header has, 3.",
                "a,b,tie,x | votes.csv:2: found '4 cells: a,b,tie,x'; allowed: as many cells as the header has, 3.",
                "a,a,tie | votes.csv:2: field 'model_b' is 'a'; allowed: another model than in 'model_a'. A model cannot battle itself.",
                ",b,tie | votes.csv:2: field 'model_a' is missing; allowed: the name of a model.",
                "a,\"b,tie | votes.csv:2: found 'an opening quote that is never closed'",
            })
    void rate_badRow_exits3NamesThePlaceAndWritesNothing(String row, String message) throws IOException {
        Path output = folder.resolve("table.csv");

        CliRun run = rate(HEADER + row + "\n", "-o", output.toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains(message);
        assertThat(run.out()).isEmpty();
        assertNothingWritten();
    }

    @ParameterizedTest
    @CsvSource({
        "count, 0, a whole number from 1 to 1000000000000",
        "count, 1000000000001, a whole number from 1 to 1000000000000",
        "count, 9e99, a whole number from 1 to 1000000000000",
        "weight, -1, a finite weight of at least 0",
        "weight, NaN, a finite weight of at least 0",
        "tstamp, yesterday, 'seconds or milliseconds since 1970, or an ISO time such as 2025-06-17T11:00:03Z, of the years"
                + " 0001 to 9999'",
        "tstamp, +999999999-01-01T00:00:00Z, 'seconds or milliseconds since 1970, or an ISO time such as"
                + " 2025-06-17T11:00:03Z, of the years 0001 to 9999'",
    })
    void rate_absurdNumber_exits3WithTheValueAndWhatIsAllowed(String field, String value, String allowed)
            throws IOException {
        CliRun run = rate("model_a,model_b,winner," + field + "\na,b,tie," + value + "\n");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err())
                .contains("votes.csv:2: field '" + field + "' is '" + value + "'; allowed: " + allowed + ".");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void rate_bytesThatAreNotUtf8_exit3WithTheirLine() throws IOException {
        byte[] text = (HEADER + "a,b,tie\na,x,tie\n").getBytes(StandardCharsets.UTF_8);
        text[text.length - 6] = (byte) 0xFF;
        Files.write(folder.resolve("votes.csv"), text);

        CliRun run = CliRun.of(folder, "rate", folder.resolve("votes.csv").toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("votes.csv:3: found 'bytes that are not UTF-8'; allowed: UTF-8 text.");
        assertNothingWritten();
    }

    @Test
    void rate_emptyFile_exits3() throws IOException {
        assertThat(rate("").code()).isEqualTo(3);
        assertThat(rate("").err()).contains("found 'an empty file'; allowed: at least one row.");
    }

    @Test
    void rate_headerWithoutRows_isATableWithoutRowsThatSaysSo() throws IOException {
        CliRun run = rate(HEADER, "-f", "json");

        assertThat(run.code()).isEqualTo(0);
        assertThat(json(run).get("leaderboard")).isEmpty();
        assertThat(json(run).at("/diagnostics/status").asText()).isEqualTo("no_data");
        assertThat(run.err()).contains("a header, but no rows");
    }

    @ParameterizedTest
    @CsvSource({
        // what was voted, status of a, of b, a warning
        "'a,b,model_a;a,b,model_a', unbeaten, winless, separated",
        "'a,b,model_a;c,d,model_b', disconnected, disconnected, disconnected",
        "'a,b,tie;b,a,tie', ok, ok, no_interval",
        "'a,b,tie;b,a,tie', ok, ok, few_comparisons",
    })
    void rate_dataWithoutAnAnswer_hasAStatusAndAWarning(String rows, String first, String second, String warning)
            throws IOException {
        JsonNode board = json(rate(HEADER + rows.replace(';', '\n') + "\n", "-f", "json"));

        assertThat(row(board, "a").get("status").asText()).isEqualTo(first);
        assertThat(row(board, "b").get("status").asText()).isEqualTo(second);
        assertThat(board.get("warnings").findValuesAsText("code")).contains(warning);
        if (!first.equals("ok")) {
            assertThat(row(board, "a").get("rating").isNull()).isTrue();
        }
    }

    @Test
    void rate_onlyTies_claimsNoIntervalOfWidthZero() throws IOException {
        JsonNode board = json(rate(HEADER + "a,b,tie\nb,a,tie\n", "-f", "json"));

        assertThat(row(board, "a").get("rating").asDouble()).isEqualTo(1000);
        assertThat(row(board, "a").get("rating_lower").isNull()).isTrue();
        assertThat(board.get("ci_method").asText()).isEqualTo("none");
    }

    @Test
    void rate_onlyZeroWeights_hasNoData() throws IOException {
        JsonNode board = json(rate("model_a,model_b,winner,weight\na,b,tie,0\nb,a,model_a,0\n", "-f", "json"));

        assertThat(row(board, "a").get("status").asText()).isEqualTo("no_data");
    }

    @Test
    void rate_skipInvalid_setsRowsAsideCountsThemAndExits0() throws IOException {
        Path rejects = folder.resolve("rejects.jsonl");

        CliRun run = rate(CIRCLE + "a,b,nobody\nx,x,tie\n", "--skip-invalid", rejects.toString(), "-f", "json");

        assertThat(run.code()).isEqualTo(0);
        assertThat(json(run).at("/excluded/invalid").asLong()).isEqualTo(2);
        assertThat(json(run).get("vote_count").asLong()).isEqualTo(6);
        assertThat(Files.readAllLines(rejects)).hasSize(2).first().asString().contains("\"line\":8", "nobody");
    }

    @Test
    void rate_severalMethods_areOneTableInTheOrderOfTheFirst() throws IOException {
        CliRun run = rate(CIRCLE, "--method", "bt", "--method", "elo", "--method", "pl", "-q");

        assertThat(run.code()).isEqualTo(0);
        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(0)).containsSubsequence("Model", "bradley-terry", "95 % CI", "elo", "plackett-luce");
        assertThat(run.out().lines().filter(line -> line.startsWith("a "))).hasSize(1);
    }

    @Test
    void rate_severalMethodsAsJsonAndCsv_areAListAndATidyTable() throws IOException {
        JsonNode list = json(rate(CIRCLE, "--method", "bt", "--method", "elo", "-f", "json"));
        CliRun csv = rate(CIRCLE, "--method", "bt", "--method", "elo", "-f", "csv");

        assertThat(list.findValuesAsText("method")).containsExactly("bradley-terry", "elo");
        assertThat(csv.out().lines()).hasSize(1 + 2 * 3);
        assertThat(csv.out().lines().filter(line -> line.contains(",elo,"))).hasSize(3);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void rate_everyMethodOfTheRegistry_ratesAFileOfBattles(String method) throws IOException {
        JsonNode board = json(rate(CIRCLE, "--method", method, "--resamples", "20", "-f", "json"));

        assertThat(board.get("method").asText()).isEqualTo(method);
        assertThat(board.get("leaderboard")).hasSize(3);
        assertThat(row(board, "a").get("rating").isNumber()).isTrue();
    }

    static Stream<String> methods() {
        return RatingMethods.names().stream();
    }

    @Test
    void rate_unknownMethod_exits2AndListsAll() throws IOException {
        CliRun run = rate(CIRCLE, "--method", "whr");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("whr", "bradley-terry (bt)").contains(RatingMethods.names());
    }

    @ParameterizedTest
    @CsvSource({"plackett-luce, which has no ranking", "davidson, counts wins"})
    void rate_softScoresWithAMethodThatHasNone_exits2AndNamesAnother(String method, String reason) throws IOException {
        CliRun run = rate("model_a,model_b,score\na,b,0.3\nb,a,0.9\n", "--method", method);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--method " + method + " cannot rate these votes", reason, "bradley-terry");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "--cluster, x, 'matchup, none, prompt, judge, prompt+judge'",
        "--bootstrap-kind, x, 'multinomial, poisson, bayesian'",
        "--ci, x, 'auto, sandwich, bootstrap, laplace, none'",
        "--style, x, 'off, length, all'",
        "--pair-weights, min:x, use for example min:50",
        "--by, x, 'category, language, judge, judge_kind'",
        "--color, pink, 'auto, always, never'",
    })
    void rate_unknownWordOfAFlag_exits2AndListsTheWords(String flag, String word, String allowed) throws IOException {
        CliRun run = rate(CIRCLE, flag, word);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(flag + " '" + word + "'").contains(allowed);
    }

    @Test
    void rate_laplace_saysSoAndIsRefusedWhereThereIsNoLikelihood() throws IOException {
        assertThat(json(rate(CIRCLE, "--ci", "laplace", "-f", "json"))
                        .get("ci_method")
                        .asText())
                .isEqualTo("laplace");
        CliRun elo = rate(CIRCLE, "--ci", "laplace", "--method", "elo");
        assertThat(elo.code()).isEqualTo(2);
        assertThat(elo.err()).contains("--ci laplace: elo has no interval");
    }

    @Test
    void rate_pairWeights_moveTheRatings() throws IOException {
        String uneven = HEADER + "a,b,model_a\n".repeat(60) + "b,a,model_a\n".repeat(20) + "b,c,model_a\nc,b,model_a\n"
                + "c,a,model_a\na,c,model_a\na,c,model_a\n";

        JsonNode plain = json(rate(uneven, "-f", "json"));
        JsonNode weighted = json(rate(uneven, "--pair-weights", "uniform", "-f", "json"));

        assertThat(weighted.at("/settings/pair_weights").asText()).isEqualTo("uniform");
        assertThat(row(weighted, "a").get("rating").asDouble())
                .isNotEqualTo(row(plain, "a").get("rating").asDouble());
    }

    @Test
    void rate_clusterOfPromptAndJudge_isOfTwoWays() throws IOException {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        StringBuilder rows = new StringBuilder("model_a,model_b,winner,prompt_id,judge\n");
        for (int prompt = 0; prompt < 12; prompt++) {
            for (int judge = 0; judge < 5; judge++) {
                for (String pair : List.of("a,b", "b,c", "c,a")) {
                    String winner = random.nextInt(5) < 2 ? "model_b" : "model_a";
                    rows.append(pair + "," + winner + ",p" + prompt + ",j" + judge + "\n");
                }
            }
        }
        JsonNode one = json(rate(rows.toString(), "--cluster", "prompt", "-f", "json"));
        JsonNode both = json(rate(rows.toString(), "--cluster", "prompt+judge", "-f", "json"));

        assertThat(both.at("/settings/cluster").asText()).isEqualTo("prompt+judge");
        assertThat(row(both, "a").get("std_error").asDouble())
                .isPositive()
                .isNotEqualTo(row(one, "a").get("std_error").asDouble());
    }

    @Test
    void rate_poissonResamples_doNotDependOnTheOtherVotesOfAJoinedTable() throws IOException {
        String[] flags = {"--ci", "bootstrap", "--bootstrap-kind", "poisson", "--resamples", "50", "-f", "json"};

        JsonNode board = json(rate(CIRCLE.repeat(1), flags));

        assertThat(board.at("/settings/bootstrap_kind").asText()).isEqualTo("poisson");
        assertThat(row(board, "a").get("rating_lower").isNumber()).isTrue();
    }

    @Test
    void rate_byJudgeKind_isATableForEachKind() throws IOException {
        CliRun run = rate(
                "model_a,model_b,winner,judge_kind\na,b,model_a,human\nb,a,model_a,llm\n", "--by", "judge-kind", "-q");

        assertThat(run.code()).isEqualTo(0);
        assertThat(run.out()).containsSubsequence("judge_kind=human", "judge_kind=llm");
    }

    @Test
    void rate_timeBounds_leaveOutVotesWhileReading() throws IOException {
        String timed = """
                model_a,model_b,winner,tstamp
                a,b,model_a,2025-01-01T00:00:00Z
                b,a,tie,2025-06-01T00:00:00Z
                b,a,tie,
                """;

        CliRun some = rate(timed, "--since", "2025-03-01", "-f", "json");
        CliRun none = rate(timed, "--since", "2026-03-01");

        assertThat(json(some).get("vote_count").asLong()).isEqualTo(1);
        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("no vote passes the filter", "there are 3 without it");
    }

    @Test
    void rate_orderByTime_readsVotesByTime() throws IOException {
        String late = "a,b,model_a,2025-06-01T00:00:00Z\n";
        String early = "b,a,model_a,2025-01-01T00:00:00Z\n";
        String header = "model_a,model_b,winner,tstamp\n";
        String[] flags = {"--method", "elo", "--ci", "none", "--order", "tstamp", "-f", "json"};

        JsonNode one = json(rate(header + late + early, flags));
        JsonNode two = json(rate(header + early + late, flags));

        assertThat(one.get("leaderboard")).isEqualTo(two.get("leaderboard"));
        assertThat(row(one, "a").get("rating").asDouble())
                .isNotEqualTo(row(one, "b").get("rating").asDouble());
    }

    @Test
    void rate_countsWithoutBothBad_areCounts() throws IOException {
        CliRun run = rate("model_i,model_j,n_i_wins,n_j_wins,n_tie\nx,y,30,20,10\n", "-f", "json");

        assertThat(run.code()).isEqualTo(0);
        assertThat(json(run).get("vote_count").asLong()).isEqualTo(60);
        assertThat(row(json(run), "x").get("both_bad").asLong()).isZero();
    }

    @Test
    void rate_twice_givesTheSameBytesInAnyOrderOfRows() throws IOException {
        List<String> all = CIRCLE.lines().toList();
        List<String> rows = all.subList(1, all.size()).stream().sorted().toList();

        String sorted =
                rate(HEADER + String.join("\n", rows) + "\n", "-f", "json").out();

        assertThat(rate(CIRCLE, "-f", "json").out()).isEqualTo(sorted);
    }

    private CliRun rate(String text, String... flags) throws IOException {
        Path file = folder.resolve("votes.csv");
        Files.writeString(file, text);
        return CliRun.of(
                folder,
                Stream.concat(Stream.of("rate", file.toString()), Stream.of(flags))
                        .toArray(String[]::new));
    }

    private void assertNothingWritten() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("votes.csv");
        }
    }

    private static JsonNode json(CliRun run) throws IOException {
        assertThat(run.code()).as(run.err()).isEqualTo(0);
        return new ObjectMapper().readTree(run.out());
    }

    private static JsonNode row(JsonNode board, String model) {
        for (JsonNode row : board.get("leaderboard")) {
            if (row.get("model_name").asText().equals(model)) {
                return row;
            }
        }
        throw new AssertionError("no row of " + model + " in " + board);
    }
}
