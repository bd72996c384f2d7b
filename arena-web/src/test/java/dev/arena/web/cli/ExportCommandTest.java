package dev.arena.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StoredStudy;
import dev.arena.core.store.sql.SqliteArenaStore;
import dev.arena.core.store.sql.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is exported is what is rated, under every filter, and Arena reads it again. */
class ExportCommandTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final List<String> MODELS = List.of("alpha", "beta", "gamma", "delta");
    private static final List<Verdict> SAID = List.of(
            Verdict.first(),
            Verdict.second(),
            Verdict.bothBad(),
            Verdict.tie(),
            new Verdict.Ranking(List.of(1, 2), 2),
            Verdict.first());

    @TempDir
    Path folder;

    private int number;

    @BeforeEach
    void fill() throws IOException {
        CliRun.importPrompts(folder, 6);
        StringBuilder more = new StringBuilder();
        for (int i = 1; i <= 6; i++) {
            more.append("""
                    {"prompt_id":"p%1$d","model":"gamma","response":"G %1$d"}
                    {"prompt_id":"p%1$d","model":"delta","response":"D %1$d"}
                    """.formatted(i));
        }
        Path file = Files.writeString(folder.resolve("more.jsonl"), more);
        assertThat(CliRun.of(folder, "import", file.toString()).code()).isZero();
        try (ArenaStore store = SqliteArenaStore.open(
                Path.of(CliRun.database(folder)), new StoreOptions(InstantSource.fixed(NOW), new Random(1)))) {
            new Votes(store).store();
        }
    }

    /** Every kind of vote there is: of pairs and of four, soft, skipped, taken back, planted, with comments and answers. */
    private final class Votes {
        private final ArenaStore store;
        private final JudgeId ann;
        private final JudgeId bob;
        private final JudgeId bot;
        private final StoredStudy study;

        Votes(ArenaStore store) {
            this.store = store;
            ann = judge(JudgeKind.HUMAN, "ann", "");
            bob = judge(JudgeKind.HUMAN, "bob", "");
            bot = judge(JudgeKind.LLM, "bot", "v2");
            study = store.studies().create("four", "{\"key\":\"four\",\"name\":\"Four\",\"k\":4}", NOW);
        }

        private JudgeId judge(JudgeKind kind, String name, String version) {
            return store.judges().put(new JudgeDraft(kind, name, version)).id();
        }

        void store() {
            for (int i = 0; i < 24; i++) {
                JudgeId judge = List.of(ann, bob, bot).get(i % 3);
                List<String> pair = List.of(MODELS.get(i % 4), MODELS.get((i + 1 + i / 4 % 3) % 4));
                append(judge, "p" + (i % 6 + 1), pair, SAID.get(i % 6));
            }
            append(bot, "p1", List.of("alpha", "delta"), new Verdict.Preference(0.75));
            append(ann, "p2", List.of("beta", "gamma"), Verdict.abstain(AbstentionReason.SKIPPED, "dull"));
            inStudy();
            store.quality()
                    .append(List.of(new VoterDecision(
                            bob, null, VoterDecision.Action.WEIGHT, 0.5, "careless", "{}", "me", NOW)));
        }

        private void inStudy() {
            BattleStudy plain = new BattleStudy(study.versions().get(0).id(), StudyPart.PLAIN, null);
            BattleStudy gold = new BattleStudy(study.versions().get(0).id(), StudyPart.GOLD, "identical:tie:1,2");
            append(ann, battle(ann, "p1", MODELS, plain), ranking(1, 2, 2, 4), "{\"why\":\"facts\"}");
            append(ann, battle(ann, "p2", MODELS, plain), ranking(0, 1, 0, 0), null);
            append(ann, battle(ann, "p3", MODELS, plain), Verdict.bothBad(), null);
            append(ann, battle(ann, "p4", MODELS, gold), ranking(4, 3, 2, 1), null);
            append(bob, battle(bob, "p3", MODELS, plain), Verdict.abstain(AbstentionReason.EXPIRED, null), null);
            AppendResult voted = append(bob, battle(bob, "p4", MODELS, plain), ranking(4, 3, 2, 1), null);
            var unused = store.votes()
                    .supersede(
                            ((AppendResult.Stored) voted).vote().id(),
                            vote(bob, Verdict.abstain(AbstentionReason.WITHDRAWN, null)));
        }

        private static Verdict ranking(Integer... ranks) {
            return new Verdict.Ranking(List.of(ranks), null);
        }

        /** A vote on the open floor. */
        private void append(JudgeId judge, String prompt, List<String> models, Verdict verdict) {
            AppendResult unused = append(judge, battle(judge, prompt, models, null), verdict, null);
        }

        private AppendResult append(JudgeId judge, BattleId battle, Verdict verdict, @Nullable String answers) {
            return store.votes().append(battle, vote(judge, verdict), answers);
        }

        private BattleId battle(JudgeId judge, String prompt, List<String> models, @Nullable BattleStudy place) {
            PromptId id = store.catalog().findPrompt(prompt).orElseThrow().id();
            List<Seat> seats = new ArrayList<>();
            for (String model : models) {
                ContestantId contestant =
                        store.catalog().findContestant(model).orElseThrow().id();
                ResponseHead head = store.catalog().listCurrentResponses().stream()
                        .filter(found ->
                                found.prompt().equals(id) && found.contestant().equals(contestant))
                        .findFirst()
                        .orElseThrow();
                seats.add(new Seat(contestant, head.id()));
            }
            BattleOrigin origin = place == null ? BattleOrigin.matchmaker(judge) : BattleOrigin.inStudy(judge, place);
            return store.battles()
                    .open(new BattleDraft("token" + ++number, id, seats, 1L, null, origin, BattleTags.NONE, castAt()))
                    .id();
        }

        private VoteDraft vote(JudgeId judge, Verdict verdict) {
            String key = "key" + ++number;
            return new VoteDraft(judge, verdict, key, key, 1, "said \"" + number + "\"\nçünkü", 900L, castAt());
        }

        private Instant castAt() {
            return NOW.plusSeconds(3600L * number);
        }
    }

    private Path export(String... arguments) {
        number++;
        boolean csv = arguments[0].equals("battles");
        Path file = folder.resolve("export" + number + (csv ? ".csv" : ".jsonl"));
        CliRun run = CliRun.of(
                folder,
                Stream.concat(Stream.of("export", "-o", file.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return file;
    }

    /** The table of a database or of a file, without where its votes came from. */
    private JsonNode rate(Path where, String... arguments) throws IOException {
        CliRun run = CliRun.of(
                where,
                Stream.concat(Stream.of("rate", "-f", "json", "--position", "judge"), Stream.of(arguments))
                        .toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out());
    }

    /** Ratings with everything about them, by name; voters' wins are whole numbers in both. */
    private static JsonNode board(JsonNode table) {
        return table.get("leaderboard");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bradley-terry", "elo", "win-rate"})
    void exportVotes_everyKindOfVote_isRatedFromTheFileAsFromTheDatabase(String method) throws IOException {
        Path file = export("votes");

        JsonNode ofFile = rate(folder, "--method", method, file.toString());
        JsonNode ofDatabase = rate(folder, "--method", method);

        assertThat(board(ofFile)).isEqualTo(board(ofDatabase));
        assertThat(ofFile.get("vote_count")).isEqualTo(ofDatabase.get("vote_count"));
        assertThat(ofFile.get("excluded")).isEqualTo(ofDatabase.get("excluded"));
        assertThat(ofFile.get("excluded").toString())
                .isEqualTo("{\"expired\":1,\"gold\":1,\"invalid\":0,\"skipped\":1,\"superseded\":1,\"withdrawn\":1}");
    }

    @Test
    void exportVotes_importedElsewhere_givesTheSameRatingsAndStoresNothingTwice() throws IOException {
        CliRun decided = CliRun.of(folder, "rate", "-f", "json", "--quality", "off", "--position", "judge");
        Path file = export("votes");
        Path other = Files.createDirectory(folder.resolve("other"));

        CliRun imported = CliRun.of(other, "import", file.toString());
        CliRun again = CliRun.of(other, "import", file.toString());

        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(imported.err())
                .contains("not rated where they come from (gold) and are not stored: 1")
                .contains("not rated where they come from (superseded) and are not stored: 1")
                .contains("stored without the answers: 1")
                .contains("votes that weigh less by a decision on their voter, stored without it: ");
        assertThat(again.err()).contains("0 new rows, 31 stored before");
        JsonNode table = rate(other);
        assertThat(board(table)).isEqualTo(board(new ObjectMapper().readTree(decided.out())));
        assertThat(table.get("excluded").toString())
                .isEqualTo("{\"expired\":1,\"invalid\":0,\"skipped\":1,\"withdrawn\":1}");
        assertThat(Files.readString(folder.resolve(exportOf(other))))
                .contains(
                        "\"rationale\":\"said \\\"2\\\"\\nçünkü\"", "\"judge_version\":\"v2\"", "\"detail\":\"dull\"");
    }

    private Path exportOf(Path other) {
        Path file = other.resolve("again.jsonl");
        assertThat(CliRun.of(other, "export", "votes", "-o", file.toString()).code())
                .isZero();
        return file;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--judge=ann",
                "--judge-kind=llm",
                "--exclude-models=delta",
                "--since=2026-11-02",
                "--until=2026-11-02T09:00:00Z",
                "--study=four"
            })
    void export_filtered_isRatedFromTheFileAsTheDatabaseIsUnderTheFilter(String filter) throws IOException {
        JsonNode ofDatabase = rate(folder, filter);
        JsonNode ofVotes = rate(folder, export("votes", filter).toString());

        assertThat(board(ofVotes)).isEqualTo(named(ofDatabase));
        assertThat(ofVotes.get("vote_count")).isEqualTo(ofDatabase.get("vote_count"));
        assertThat(Files.readAllLines(export("votes", filter)).size())
                .isLessThan(Files.readAllLines(export("votes")).size());
    }

    /** Rows of those that votes are on: a database lists the others too. */
    private static JsonNode named(JsonNode table) {
        var rows = new ObjectMapper().createArrayNode();
        table.get("leaderboard").forEach(row -> {
            if (row.get("vote_count").asLong() > 0) {
                rows.add(row);
            }
        });
        return rows;
    }

    @Test
    void exportBattles_ofOneVoter_holdsTheRatedPairsAlone() throws IOException {
        Path file = export("battles", "--judge", "ann");

        List<String> lines = Files.readAllLines(file);

        assertThat(lines).hasSize(1 + 8).first().asString().doesNotContain("weight");
        assertThat(lines.subList(1, 9)).allMatch(line -> line.contains(",ann,human,"));
        assertThat(Files.readAllLines(export("battles"))).first().asString().endsWith(",count,weight");
    }

    @ParameterizedTest
    @ValueSource(strings = {"votes", "battles"})
    void export_filterThatNothingPassesOrFlagOfRatings_isRefused(String what) {
        CliRun nobody = CliRun.of(folder, "export", what, "--judge", "zz");
        CliRun unknown = CliRun.of(folder, "export", what, "--exclude-models", "zz");
        CliRun method = CliRun.of(folder, "export", what, "--method", "elo", "--by", "judge", "--seed", "1");

        assertThat(List.of(nobody.code(), unknown.code(), method.code())).containsOnly(2);
        assertThat(nobody.err()).contains("no vote passes the filter {judge=zz}");
        assertThat(unknown.err()).contains("--exclude-models names 'zz'");
        assertThat(method.err())
                .contains("export " + what + " rates nothing, so --method, --by, --seed cannot apply; leave it out.");
        assertThat(nobody.out() + unknown.out() + method.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--since", "--until"})
    void rate_timeFarBeyondReason_isRefusedWithTheRange(String flag) {
        for (String time : List.of("+999999999-01-01T00:00:00Z", "-999999999-01-01")) {
            CliRun run = CliRun.of(folder, "rate", flag + "=" + time);

            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err())
                    .contains(flag + " '" + time + "' is not allowed; use a day (2026-11-22) or an instant"
                            + " (2026-11-22T08:00:00Z), in UTC, of the years 0001 to 9999.");
        }
    }
}
