package dev.arena.core.judge.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Inquiry;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.StoppedException;
import dev.arena.core.judge.Waiter;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Attachment;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.UsageException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real programs, written in the shell's language: good ones, wrong ones, dying and hanging ones. */
class CommandJudgeTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z"));
    private static final PromptText PROMPT =
            new PromptText(List.of("What is 2 + 2?"), "maths", "en", "four", List.of());
    private static final JudgeCase CASE = judgeCase(7);

    /** Reads a request, cuts its id out, and hands both to what follows. */
    private static final String LOOP = """
        echo started >> "$1"
        while read -r line; do
          id=${line#*\\"id\\":\\"}; id=${id%%%%\\"*}
          %s
        done
        """;

    @TempDir
    Path folder;

    private final List<ActingJudge> judges = new ArrayList<>();

    @AfterEach
    void closeJudges() {
        judges.forEach(ActingJudge::close);
    }

    private static JudgeCase judgeCase(long seed) {
        return JudgeCase.blind(
                        PROMPT, List.of(ResponseText.of("4"), new ResponseText(List.of("5", "no, 4"), List.of())), seed)
                .withContestants(List.of("secret-alpha", "secret-beta"));
    }

    private Path script(String body) {
        try {
            Path script = folder.resolve("judge.sh");
            Files.writeString(script, LOOP.formatted(body));
            return script;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Path log() {
        return folder.resolve("log");
    }

    private JudgeSetup setup(String command, String more) {
        String yaml = "command: " + command + "\n" + more + "\n";
        Section section = YamlDocument.read("judge.yaml", yaml);
        JudgeSetup setup = new CommandType(System.getenv()).read("prog", section, (judge, key, fallback) -> {
            throw new IllegalStateException("a program has no template");
        });
        section.finish();
        return setup;
    }

    private JudgeSetup scripted(String body, String more) {
        return setup("[sh, " + script(body) + ", " + log() + "]", more);
    }

    private ActingJudge open(JudgeSetup setup, Waiter waiter) {
        Map<String, String> environment = new TreeMap<>(System.getenv());
        environment.put("JUDGE_SECRET", "s3cret");
        ActingJudge judge = setup.open(new JudgeSetup.World(environment, CLOCK, waiter, 1));
        judges.add(judge);
        return judge;
    }

    private ActingJudge saying(String body, String more) {
        return open(scripted(body, more), duration -> {});
    }

    private Opinion ask(String reply) {
        return saying("echo '" + reply.replace("ID", "'\"$id\"'") + "'", "").decide(CASE);
    }

    private long starts() throws IOException {
        return Files.readAllLines(log()).stream().filter("started"::equals).count();
    }

    @Test
    void decide_responseWithAFile_abstainsAndStartsNoProgram() {
        ResponseText drawn = new ResponseText(List.of("4"), List.of(new Attachment("image/png", "a.png")));
        JudgeCase files = JudgeCase.blind(PROMPT, List.of(ResponseText.of("4"), drawn), 7);

        Opinion opinion =
                saying("echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"tie\"}'", "").decide(files);

        assertThat(opinion.verdict())
                .isEqualTo(Verdict.abstain(
                        AbstentionReason.NOT_APPLICABLE, "a response has files, and this judge reads texts only"));
        assertThat(log()).doesNotExist();
    }

    @Test
    void decide_program_getsTextsInOrderAndNoName() throws IOException {
        ActingJudge judge = saying(
                "printf '%s\\n"
                        + "' \"$line\" >> \"$1\"; printf"
                        + " '{\"id\":\"%s\",\"verdict\":\"second\",\"rationale\":\"because\"}\\n"
                        + "' \"$id\"",
                "");
        Opinion opinion = judge.decide(CASE);
        assertThat(opinion.verdict()).isEqualTo(Verdict.second());
        assertThat(opinion.rationale()).isEqualTo("because");
        String request = Files.readAllLines(log()).get(1);
        String key = Objects.requireNonNull(opinion.call()).key();
        assertThat(request)
                .isEqualTo("{\"id\":\"" + key.substring(0, 16) + "\",\"prompt\":{\"turns\":[\"What is 2 + 2?\"]},"
                        + "\"reference\":\"four\",\"responses\":[{\"position\":1,\"text\":\"4\"},"
                        + "{\"position\":2,\"turns\":[\"5\",\"no, 4\"]}],\"seed\":7}")
                .doesNotContain("secret");
    }

    @Test
    void decide_everyKindOfVerdict_isRead() {
        assertThat(ask("{\"id\":\"ID\",\"verdict\":\"first\"}").verdict()).isEqualTo(Verdict.first());
        assertThat(ask("{\"id\":\"ID\",\"verdict\":\"tie\"}").verdict()).isEqualTo(Verdict.tie());
        assertThat(ask("{\"id\":\"ID\",\"verdict\":\"both_bad\"}").verdict()).isEqualTo(Verdict.bothBad());
        assertThat(ask("{\"id\":\"ID\",\"ranks\":[2,1]}").verdict()).isEqualTo(Verdict.second());
        assertThat(ask("{\"id\":\"ID\",\"preference\":0.7}").verdict()).isEqualTo(new Verdict.Preference(0.7));
        assertThat(ask("{\"id\":\"ID\",\"verdict\":\"skip\"}").verdict())
                .isEqualTo(Verdict.abstain(AbstentionReason.SKIPPED, "the program skipped it"));
    }

    @Test
    void decide_usageAndCost_areKept() {
        Opinion opinion = ask("{\"id\":\"ID\",\"verdict\":\"first\",\"cost_usd\":0.002,"
                + "\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":2}}");
        Opinion.Call call = Objects.requireNonNull(opinion.call());
        assertThat(call.costUsd()).isEqualTo(0.002);
        assertThat(call.usage()).isEqualTo(new JudgeCall.Usage(30L, 2L));
        assertThat(call.outcome()).isEqualTo(JudgeCall.Outcome.OK);
        Opinion.Call silent = Objects.requireNonNull(
                ask("{\"id\":\"ID\",\"verdict\":\"first\"}").call());
        assertThat(silent.costUsd()).as("unknown, not 0").isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"ID\",\"verdict\":\"left\"} | verdict 'left'; allowed: first, second, tie, both_bad, skip",
                "{\"id\":\"ID\",\"verdict\":\"\"} | verdict ''; allowed: first, second, tie, both_bad, skip",
                "{\"id\":\"ID\"} | a reply says one of verdict, ranks and preference, found 0 of them",
                "{\"id\":\"ID\",\"verdict\":\"tie\",\"preference\":1} | a reply says one of verdict, ranks and"
                        + " preference, found 2 of them",
                "{\"id\":\"ID\",\"ranks\":[1,2,3]} | ranks '[1,2,3]'; allowed: a rank for each of 2 positions",
                "{\"id\":\"ID\",\"ranks\":[1,3]} | ranks must be a competition ranking such as 1, 2, 2, 4 (0 = not"
                        + " ranked), found [1, 3]",
                "{\"id\":\"ID\",\"preference\":1.5} | preference '1.5'; allowed: the share of the first of two"
                        + " positions, from 0 to 1",
                "{\"id\":\"other\",\"verdict\":\"first\"} | the reply does not repeat the id of the request",
                "Loading the model … | the program's line is no JSON object",
            })
    void decide_unreadableReply_abstainsWithTheReasonAndKeepsTheLine(String replyAndReason) {
        String[] parts = replyAndReason.split(" \\| ", -1);
        Opinion opinion = ask(parts[0]);
        assertThat(opinion.verdict()).isEqualTo(Verdict.abstain(AbstentionReason.UNPARSED, parts[1]));
        Opinion.Call call = Objects.requireNonNull(opinion.call());
        assertThat(call.outcome()).isEqualTo(JudgeCall.Outcome.UNPARSED);
        assertThat(call.reply()).isEqualTo(parts[0].replace("ID", call.key().substring(0, 16)));
        Inquiry inquiry = judges.get(0).inquire(CASE).orElseThrow();
        assertThat(inquiry.read(call.reply(), null).verdict()).isEqualTo(opinion.verdict());
    }

    @Test
    void decide_threePositions_takesRanksAndNoSingleWinner() {
        JudgeCase three =
                JudgeCase.blind(PROMPT, List.of(ResponseText.of("a"), ResponseText.of("b"), ResponseText.of("c")), 3);
        ActingJudge judge = saying("echo '{\"id\":\"'\"$id\"'\",\"ranks\":[2,3,1]}'", "");
        assertThat(judge.decide(three).verdict()).isEqualTo(new Verdict.Ranking(List.of(2, 3, 1), null));
        ActingJudge other = saying("echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'", "");
        assertThat(other.decide(three).verdict().decides()).isFalse();
    }

    @Test
    void decide_manyCases_useOneProgramForEachPlace() throws Exception {
        ActingJudge judge = saying("echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'", "concurrency: 2");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Opinion>> opinions = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long seed = i;
            opinions.add(threads.submit(() -> judge.decide(judgeCase(seed))));
        }
        for (Future<Opinion> opinion : opinions) {
            assertThat(opinion.get().verdict()).isEqualTo(Verdict.first());
        }
        threads.shutdown();
        assertThat(starts()).isBetween(1L, 2L);
    }

    @Test
    void decide_programThatDies_isStartedAgainAfterAPause() throws IOException {
        List<Duration> waits = new ArrayList<>();
        JudgeSetup setup = scripted(
                "if [ \"$(grep -c started \"$1\")\" -lt 3 ]; then exit 9; fi; echo"
                        + " '{\"id\":\"'\"$id\"'\",\"verdict\":\"tie\"}'",
                "");
        Opinion opinion = open(setup, duration -> {
                    if (!duration.isZero()) {
                        waits.add(duration);
                    }
                })
                .decide(CASE);
        assertThat(opinion.verdict()).isEqualTo(Verdict.tie());
        assertThat(Objects.requireNonNull(opinion.call()).attempts()).isEqualTo(3);
        assertThat(starts()).isEqualTo(3);
        assertThat(waits).hasSize(2);
        assertThat(waits.get(1)).isBetween(Duration.ofMillis(500), Duration.ofMillis(1500));
    }

    @Test
    void decide_programThatAlwaysDies_failsThenEndsTheRun() throws IOException {
        ActingJudge judge = saying("echo 'no such model' >&2; exit 3", "max_retries: 1");
        for (int i = 1; i < CommandJudge.CASES; i++) {
            assertThat(judge.decide(judgeCase(i)).verdict())
                    .isInstanceOfSatisfying(Verdict.Abstention.class, abstention -> {
                        assertThat(abstention.reason()).isEqualTo(AbstentionReason.FAILED);
                        assertThat(abstention.detail()).startsWith("it ended before it replied");
                    });
        }
        assertThatThrownBy(() -> judge.decide(judgeCase(99)))
                .isInstanceOf(EndpointException.class)
                .hasMessageStartingWith(
                        "The program of judge 'prog' failed on 4 cases in a row, the last time because it"
                                + " ended before it replied; its last words: no such model.");
        assertThat(starts()).isEqualTo(8);
    }

    @Test
    void decide_hangingProgram_isEndedAfterItsTime() throws IOException {
        ActingJudge judge = saying("echo $$ > \"$1.pid\"; sleep 600", "timeout_s: 3\nmax_retries: 0");
        assertThat(judge.decide(CASE).verdict())
                .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "no reply came within 3000 ms"));
        assertThat(ended(pid())).isTrue();
    }

    @Test
    void decide_programThatNeverReads_isEndedAfterItsTime() {
        JudgeCase large =
                JudgeCase.blind(PROMPT, List.of(ResponseText.of("x".repeat(1_000_000)), ResponseText.of("y")), 1);
        ActingJudge judge = open(setup("[sleep, '600']", "timeout_s: 0.3\nmax_retries: 0"), duration -> {});
        assertThat(judge.decide(large).verdict())
                .isEqualTo(Verdict.abstain(AbstentionReason.FAILED, "no reply came within 300 ms"));
    }

    @Test
    void decide_muchOnStandardError_blocksNothing() {
        ActingJudge judge = saying(
                "i=0; while [ $i -lt 3000 ]; do echo 'a line of a hundred characters or so, to fill any pipe that"
                        + " nobody reads, again and again' >&2; i=$((i+1)); done; echo"
                        + " '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'",
                "timeout_s: 60");
        assertThat(judge.decide(CASE).verdict()).isEqualTo(Verdict.first());
    }

    @Test
    void close_programThatIgnoresTheEndOfItsInput_isEnded() throws IOException {
        ActingJudge judge = saying(
                "echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'; echo $$ > \"$1.pid\"; trap '' TERM; sleep 600",
                "");
        judge.decide(CASE);
        judge.close();
        assertThat(ended(pid())).isTrue();
    }

    @Test
    void close_politeProgram_endsByItself() throws IOException {
        ActingJudge judge = saying("echo $$ > \"$1.pid\"; echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'", "");
        judge.decide(CASE);
        long pid = pid();
        judge.close();
        assertThat(ended(pid)).isTrue();
        assertThatThrownBy(() -> judge.decide(CASE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void decide_arenaKilled_programSeesTheEndOfItsInputAndEnds() throws Exception {
        Path script = script("echo $$ > \"$1.pid\"; echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"first\"}'");
        Process arena = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommandProcess.class.getName(),
                        "[sh, " + script + ", " + log() + "]")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = arena.inputReader()) {
            assertThat(out.readLine()).isEqualTo("Ranking[ranks=[1, 2], margin=null]");
            long pid = pid();
            assertThat(ProcessHandle.of(pid)).isPresent();
            arena.destroyForcibly().waitFor();
            assertThat(ended(pid)).isTrue();
        } finally {
            arena.destroyForcibly();
        }
    }

    @Test
    void decide_stopped_leavesTheCaseOpen() {
        JudgeSetup setup = scripted("exit 1", "max_retries: 0");
        ActingJudge judge = open(setup, new Waiter() {
            private int asked;

            @Override
            public void await(Duration duration) {
                if (++asked > 1) {
                    throw new StoppedException();
                }
            }
        });
        assertThatThrownBy(() -> judge.decide(CASE)).isInstanceOf(StoppedException.class);
    }

    @Test
    void open_environment_isSmallAndHoldsWhatIsPassed() {
        String body = "echo '{\"id\":\"'\"$id\"'\",\"verdict\":\"tie\",\"rationale\":\"'\"$JUDGE_SECRET\"'\"}'";
        assertThat(saying(body, "").decide(CASE).rationale()).isEmpty();
        assertThat(saying(body, "pass_env: [JUDGE_SECRET]").decide(CASE).rationale())
                .isEqualTo("s3cret");
        assertThatThrownBy(() -> saying(body, "pass_env: NOT_SET_ANYWHERE"))
                .isInstanceOf(UsageException.class)
                .hasMessage(
                        "Judge 'prog' passes the environment variable NOT_SET_ANYWHERE to its program, and it is not"
                                + " set. Set it, or take it out of pass_env.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such-program-anywhere", "/no/such/file", "/"})
    void check_programNotThere_saysWhatWasLookedFor(String program) {
        JudgeSetup setup = setup("[" + program + ", judge.py]", "");
        assertThatThrownBy(() -> setup.check(List.of("a", "b")))
                .isInstanceOf(UsageException.class)
                .hasMessage("judge.yaml:1: field 'command' is '" + program
                        + "'; allowed: a program that is found on PATH, or the path of a file that may be executed."
                        + " Correct it, or make the file executable (chmod +x).");
    }

    @Test
    void identity_programChanged_isAnotherJudgeUnlessItsVersionIsStated() {
        String before = scripted("exit 1", "").identity().version();
        String statedBefore = scripted("exit 1", "version: 3.1").identity().version();
        assertThat(scripted("exit 1", "timeout_s: 5\nconcurrency: 9").identity().version())
                .isEqualTo(before);
        assertThat(scripted("exit 2", "").identity().version()).isNotEqualTo(before);
        assertThat(scripted("exit 2", "version: 3.1").identity().version())
                .isEqualTo(statedBefore)
                .endsWith("@3.1");
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readString(folder.resolve("log.pid")).strip());
    }

    private static boolean ended(long pid) {
        return ProcessHandle.of(pid)
                .map(handle -> handle.onExit()
                        .completeOnTimeout(handle, 20, TimeUnit.SECONDS)
                        .thenApply(ended -> !ended.isAlive())
                        .join())
                .orElse(true);
    }
}
