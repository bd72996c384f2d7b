package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.MatchmakerSettings;
import dev.arena.core.battle.MatchmakerType;
import dev.arena.core.battle.UniformMatchmaker;
import dev.arena.core.battle.VoteRequest;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Quality control on the command line: what the checks say, and what decisions do to tables. */
class QualityCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path folder;

    private ArenaStore open() {
        return SqliteArenaStore.open(
                Path.of(CliRun.database(folder)), new StoreOptions(InstantSource.fixed(NOW), new Random(1)));
    }

    /** Twelve votes of one voter, all for the first position; excluded where that is asked for. */
    private void votes(boolean excluded) throws IOException {
        CliRun.importPrompts(folder, 15);
        try (ArenaStore store = open()) {
            BattleService battles = new BattleService(
                    store,
                    new UniformMatchmaker(),
                    (row, contestants) -> Map.of(),
                    InstantSource.fixed(NOW),
                    new Random(2));
            JudgeId voter = store.judges()
                    .put(new JudgeDraft(JudgeKind.HUMAN, "voter-one", ""))
                    .id();
            for (int i = 0; i < 12; i++) {
                var unused = battles.vote(
                        voter,
                        battles.next(voter).orElseThrow().token(),
                        "k" + i,
                        new VoteRequest("first", null, null, null, null));
            }
            if (excluded) {
                store.quality()
                        .append(List.of(new VoterDecision(
                                voter, null, VoterDecision.Action.EXCLUDE, 0, "careless", "{}", "me", NOW)));
            }
        }
    }

    private JsonNode rate(String... more) throws IOException {
        String[] arguments = new String[more.length + 3];
        arguments[0] = "rate";
        arguments[1] = "-f";
        arguments[2] = "json";
        System.arraycopy(more, 0, arguments, 3, more.length);
        CliRun run = CliRun.of(folder, arguments);
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    @Test
    void quality_ofOneWhoAlwaysVotesFirst_printsTheSuspectSignals() throws IOException {
        votes(true);

        CliRun run = CliRun.of(folder, "quality", "--sensitivity");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("voter ", "voter-one", "exclude (careless, by me)")
                .contains(
                        "  straight_lining 0.0004883 (threshold 0.001000): The best response stood in the same position"
                                + " 12 times in a row, of 12.")
                .contains("contestant", "alpha", "beta");
    }

    @Test
    void rate_withAndWithoutQuality_countsOrLeavesOut() throws IOException {
        votes(true);

        JsonNode on = rate();
        JsonNode off = rate("--quality", "off");

        assertThat(on.at("/excluded/voter_careless").asInt()).isEqualTo(12);
        assertThat(on.at("/settings/quality").asText()).isEqualTo("on");
        assertThat(on.at("/warnings/0/code").asText()).isNotEmpty();
        assertThat(off.at("/vote_count").asInt()).isEqualTo(12);
        assertThat(off.at("/settings/quality").asText()).isEqualTo("off");
    }

    /** A server that looks past decisions would show other tables than its pages say. */
    @Test
    void serve_qualityOff_isRefused() {
        CliRun run = CliRun.of(folder, "serve", "--quality", "off");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--quality 'off' is not allowed; use one of: on, auto.");
    }

    @Test
    void rate_reweighted_saysSoAndNeedsTheDatabase() throws IOException {
        votes(false);
        Path file = folder.resolve("battles.csv");
        Files.writeString(file, "model_a,model_b,winner\na,b,model_a\n");

        JsonNode weighted = rate("--reweight", "pick");
        CliRun ofFile = CliRun.of(folder, "rate", "--reweight", "pick", file.toString());
        CliRun unknown = CliRun.of(folder, "rate", "--reweight", "draw");
        CliRun choice = CliRun.of(folder, "rate", "--quality", "maybe");

        assertThat(weighted.at("/settings/reweight").asText())
                .isEqualTo("pick, at most 20.0 times the mean weight (0 votes capped)");
        assertThat(weighted.at("/settings/quality").isMissingNode()).isTrue();
        assertThat(ofFile.code()).isEqualTo(2);
        assertThat(ofFile.err()).contains("--reweight pick needs the database");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("--reweight 'draw' is not allowed; use one of: none, pick.");
        assertThat(choice.code()).isEqualTo(2);
        assertThat(choice.err()).contains("--quality 'maybe' is not allowed; use one of: on, off, auto.");
    }

    @Test
    void quality_unknownStudy_namesThoseThatThereAre() throws IOException {
        votes(false);

        CliRun run = CliRun.of(folder, "quality", "--study", "none");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--study 'none' is not among the studies");
    }

    @Test
    void serve_unknownMatchmaker_namesThoseThatThereAre() {
        CliRun run = CliRun.of(folder, "serve", "--matchmaker", "best");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("--matchmaker 'best' is not allowed; use one of: uniform, information, rank-aware, ucb.");
    }

    @Test
    void serve_matchmakerSettingsOutOfRange_saysWhatIsAllowed() {
        assertRefused("--explore 0.0 is not allowed; use a number above 0 and at most 1.", "--explore", "0");
        assertRefused("--explore NaN is not allowed", "--explore", "NaN");
        assertRefused("--coverage -1 is not allowed; use 0 or more battles.", "--coverage=-1");
        assertRefused("--newcomers 'first' is not allowed; use one of: on, off.", "--newcomers", "first");
    }

    private void assertRefused(String why, String... flags) {
        List<String> words = new ArrayList<>(List.of("serve"));
        words.addAll(List.of(flags));
        CliRun run = CliRun.of(folder, words.toArray(new String[0]));

        assertThat(run.code()).as(why).isEqualTo(2);
        assertThat(run.err()).contains(why);
    }

    @Test
    void matchmakerFlags_leftOut_leaveTheFloorEvenAndReadNoVotes() {
        assertThat(flags().settings()).isEqualTo(MatchmakerSettings.EVEN);
        assertThat(flags("--coverage", "5").settings())
                .isEqualTo(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.1, 5, true));
        assertThat(flags("--newcomers", "on", "--explore", "0.2").settings())
                .isEqualTo(new MatchmakerSettings(MatchmakerType.UNIFORM, 0.2, 0, true));
        assertThat(flags("--matchmaker", "ucb").settings())
                .isEqualTo(MatchmakerSettings.of(MatchmakerType.UCB, 0.1, 0));
        assertThat(flags("--matchmaker", "ucb", "--newcomers", "off").settings().newcomers())
                .isFalse();
    }

    private static MatchmakerFlags flags(String... words) {
        return CommandLine.populateCommand(new MatchmakerFlags(), words);
    }
}
