package dev.arena.core.judge.command;

import dev.arena.core.config.Section;
import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.JudgeCase;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A judge that is a program as its file describes it.
 *
 * @param stated the version that the file states, or null
 * @param passed names of the environment variables that the program gets beside the few that every program needs
 * @param settings where it stands in the file, for messages
 */
record CommandSetup(
        String name,
        CommandLine line,
        @Nullable String stated,
        List<String> passed,
        Limits limits,
        @Nullable String kin,
        Section settings)
        implements JudgeSetup {
    private static final List<String> ALWAYS = List.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR");
    private static final int CHARACTERS_A_TOKEN = 4;

    CommandSetup {
        passed = List.copyOf(passed);
    }

    /**
     * How hard the program may be used; changes no verdict.
     *
     * @param concurrency how many of it run at once
     * @param retries further attempts of one question
     * @param timeout of one attempt
     * @param costUsd of a call whose cost the program does not tell; null where that is unknown
     */
    record Limits(
            int concurrency,
            int retries,
            Duration timeout,
            @Nullable Double costUsd) {}

    @Override
    public JudgeDraft identity() {
        String version = stated == null ? line.fingerprint() : stated;
        return new JudgeDraft(JudgeKind.COMMAND, name, String.join(" ", line.words()) + "@" + version);
    }

    @Override
    public int concurrency() {
        return limits.concurrency();
    }

    @Override
    public int workers() {
        return 2 * limits.concurrency();
    }

    @Override
    public boolean calls() {
        return true;
    }

    @Override
    public boolean priced() {
        return limits.costUsd() != null;
    }

    @Override
    public Optional<String> family() {
        return Optional.ofNullable(kin);
    }

    @Override
    public void check(List<String> contestants) {
        if (line.program() == null) {
            throw settings.bad(
                    "command",
                    line.words().get(0),
                    "a program that is found on PATH, or the path of a file that may be executed",
                    "Correct it, or make the file executable (chmod +x).");
        }
    }

    @Override
    public Optional<Quote> quote(JudgeCase judgeCase) {
        String request = Wire.request(judgeCase, "…");
        long tokens = (request.length() + CHARACTERS_A_TOKEN - 1L) / CHARACTERS_A_TOKEN;
        return Optional.of(new Quote(request, tokens, limits.costUsd(), limits.costUsd()));
    }

    @Override
    public ActingJudge open(World world) {
        check(List.of());
        Map<String, String> environment = new TreeMap<>();
        for (String always : ALWAYS) {
            String value = world.environment().get(always);
            if (value != null) {
                environment.put(always, value);
            }
        }
        for (String variable : passed) {
            String value = world.environment().get(variable);
            if (value == null) {
                throw new UsageException("Judge '" + name + "' passes the environment variable " + variable
                        + " to its program, and it is not set. Set it, or take it out of pass_env.");
            }
            environment.put(variable, value);
        }
        Programs programs = new Programs(name, line, environment, limits.concurrency());
        return new CommandJudge(identity(), limits, programs, world);
    }
}
