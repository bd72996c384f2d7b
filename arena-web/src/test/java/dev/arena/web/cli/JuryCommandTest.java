package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Juries, boards side by side and reports on judges, from a tournament to the table. */
class JuryCommandTest {
    private static final String JUDGES = """
          - {name: fair, type: scripted, strengths: {alpha: 1.0, beta: 0.0}}
          - {name: first-lover, type: scripted, strengths: {alpha: 0.5, beta: 0.0}, position_bias: 1.5}
          - {name: coin, type: scripted, strengths: {alpha: 0.0, beta: 0.0}, tie_rate: 0.2}
        """;

    @TempDir
    Path folder;

    private String run(String more) throws IOException {
        CliRun.importPrompts(folder, 40);
        String file = CliRun.tournament(folder, JUDGES + more);
        CliRun run = CliRun.of(folder, "run", file);
        assertThat(run.code()).as(run.err()).isZero();
        return run.runId();
    }

    private JsonNode json(String... arguments) throws IOException {
        CliRun run = CliRun.of(folder, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    private static List<String> texts(JsonNode boards, String pointer) {
        List<String> texts = new ArrayList<>();
        boards.forEach(board -> texts.add(board.at(pointer).asText()));
        return texts;
    }

    @Test
    void rate_runWhoseTournamentHasAJury_givesTheJurysBoardAndEachMembers() throws IOException {
        String run = run("jury: {rule: weighted}\n");

        JsonNode boards = json("rate", "--run", run, "-f", "json");

        assertThat(texts(boards, "/variant"))
                .containsExactly("jury=weighted", "judge=coin", "judge=fair", "judge=first-lover");
        JsonNode jury = boards.at("/0/jury");
        assertThat(jury.at("/verdicts").asInt()).isEqualTo(80);
        assertThat(jury.at("/votes").asInt()).isEqualTo(240);
        assertThat(texts(jury.at("/members"), "/judge")).containsExactly("coin", "fair", "first-lover");
        assertThat(jury.at("/members/2/position").asDouble())
                .isGreaterThan(jury.at("/members/1/position").asDouble());
        assertThat(boards.at("/0/provenance/simulated").asBoolean()).isTrue();
        assertThat(texts(boards.at("/0/judges"), "/judge")).containsExactly("jury", "coin", "fair", "first-lover");
        assertThat(json("rate", "--run", run, "--jury", "none", "-f", "json").isObject())
                .isTrue();
    }

    @Test
    void rate_byJudge_showsEachJudgeAloneWhateverTheRunSaysOfAJury() throws IOException {
        String run = run("jury: {rule: majority}\n");

        JsonNode boards = json("rate", "--run", run, "--by", "judge", "-f", "json");

        assertThat(texts(boards, "/split")).containsExactly("judge=coin", "judge=fair", "judge=first-lover");
        CliRun both = CliRun.of(folder, "rate", "--run", run, "--by", "judge", "--jury", "mean");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err()).contains("--by judge shows judges one by one; it does not go with --jury.");
    }

    @Test
    void rate_severalSwapPolicies_givesABoardOfEachFromOneLog() throws IOException {
        String run = run("");

        CliRun table = CliRun.of(
                folder, "rate", "--run", run, "--swap", "raw", "--swap", "tie", "--swap", "sign", "--swap", "half",
                "--swap", "drop");
        JsonNode boards = json(
                "rate", "--run", run, "--swap", "raw", "--swap", "tie", "--swap", "sign", "--swap", "half", "--swap",
                "drop", "-f", "json");

        assertThat(texts(boards, "/variant"))
                .containsExactly("swap=raw", "swap=tie", "swap=sign", "swap=half", "swap=drop");
        assertThat(texts(boards, "/settings/swap")).containsExactly("raw", "tie", "sign", "half", "drop");
        assertThat(texts(boards, "/provenance/votes_sha256").stream().distinct())
                .hasSize(1);
        assertThat(texts(boards, "/vote_count").stream().distinct()).containsExactly("240");
        assertThat(texts(boards, "/leaderboard/0/std_error").stream().distinct())
                .hasSizeGreaterThan(2);
        assertThat(table.out().lines().findFirst().orElseThrow())
                .contains("swap=raw", "swap=tie", "swap=sign", "swap=half", "swap=drop");
        assertThat(json("rate", "--run", run, "--position", "off", "--position", "global", "-f", "json"))
                .hasSize(2);
        CliRun csv = CliRun.of(folder, "rate", "--run", run, "--swap", "raw", "--swap", "tie", "-f", "csv");
        assertThat(csv.out().lines().findFirst().orElseThrow()).endsWith(",variant");
    }

    @Test
    void rate_sameChoiceTwice_isRefused() throws IOException {
        CliRun.importPrompts(folder, 1);

        CliRun run = CliRun.of(folder, "rate", "--swap", "tie", "--swap", "tie");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--method, --swap or --position names the same table twice");
    }

    @Test
    void rate_juryBesidePpi_isRefused() throws IOException {
        CliRun.importPrompts(folder, 1);

        CliRun run = CliRun.of(folder, "rate", "--ppi", "big", "--jury", "mean");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains(
                        "--ppi combines people with single judges; it does not go with --jury. Leave one of the two out.");
    }

    @Test
    void rate_familyOfFlag_leavesItsVotesOut() throws IOException {
        String run = run("");

        JsonNode boards = json(
                "rate",
                "--run",
                run,
                "--jury",
                "majority",
                "--leave-out",
                "family",
                "--family",
                "fair=acme",
                "--family",
                "alpha=acme",
                "-f",
                "json");

        assertThat(boards.at("/0/excluded/own_family").asInt()).isEqualTo(80);
        assertThat(texts(boards.at("/0/jury/members"), "/judge")).containsExactly("coin", "first-lover");
        CliRun unknown = CliRun.of(folder, "rate", "--run", run, "--leave-out", "family");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("the family of none of the judges coin, fair, first-lover is known");
    }

    @Test
    void export_judges_reportsWhatWasPlanted() throws IOException {
        String run = run("");

        JsonNode report = json("export", "judges", "--run", run, "-f", "json");
        CliRun csv = CliRun.of(folder, "export", "judges", "--run", run, "-f", "csv");
        CliRun table = CliRun.of(folder, "export", "judges", "--run", run);

        assertThat(texts(report.at("/judges"), "/judge")).containsExactly("coin", "fair", "first-lover");
        assertThat(report.at("/judges/2/first_rate_lower").asDouble()).isGreaterThan(0.5);
        assertThat(report.at("/judges/0/tie_rate").asDouble()).isBetween(0.1, 0.3);
        assertThat(report.at("/judges/1/votes").asInt()).isEqualTo(80);
        // both responses are read, so their lengths are known; they differ by less than a tenth
        assertThat(report.at("/judges/1/longer_of").asInt()).isZero();
        assertThat(csv.out()).contains("first-lover,position_effect,");
        assertThat(table.out()).startsWith("Measure").contains("SIMULATED", "flip_rate");
    }

    @Test
    void export_disagreements_listsMatchupsForPeople() throws IOException {
        String run = run("");
        Path file = folder.resolve("study.jsonl");

        CliRun export = CliRun.of(folder, "export", "disagreements", "--run", run, "-o", file.toString());

        assertThat(export.code()).as(export.err()).isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines).isNotEmpty().hasSizeLessThanOrEqualTo(40);
        ObjectMapper mapper = new ObjectMapper();
        double before = Double.POSITIVE_INFINITY;
        for (String line : lines) {
            double entropy = mapper.readTree(line).at("/entropy").asDouble();
            assertThat(entropy).isPositive().isLessThanOrEqualTo(before);
            before = entropy;
        }
        assertThat(CliRun.of(folder, "export", "disagreements", "-f", "latex").err())
                .contains("export disagreements writes jsonl or csv, not 'latex'");
    }
}
