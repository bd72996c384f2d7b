package dev.arena.core.judge.command;

import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** {@code type: command}: any program that reads and writes JSON lines. */
public final class CommandType implements JudgeType {
    private static final int MOST_PROGRAMS = 256;
    private static final int MOST_RETRIES = 20;
    private static final int DEFAULT_RETRIES = 2;
    private static final double DEFAULT_TIMEOUT_S = 120;
    private static final double LEAST_TIMEOUT_S = 0.01;
    private static final double MOST_TIMEOUT_S = 86_400;
    private static final double MOST_USD = 1e6;
    private static final double MILLIS = 1000;

    private final Map<String, String> environment;

    /**
     * The type on one machine.
     *
     * @param environment whose {@code PATH} programs are looked up in
     */
    public CommandType(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public String name() {
        return "command";
    }

    @Override
    public JudgeSetup read(String name, Section section, TemplateSource templates) {
        String allowed = "a program and its arguments, such as [python3, judge.py]";
        List<String> words = section.texts("command", allowed);
        if (words.isEmpty()) {
            throw section.missing("command", allowed, "");
        }
        String version = section.findText("version", "a version of the program").orElse(null);
        List<String> passed = section.texts("pass_env", "names of environment variables");
        int concurrency = (int) section.whole("concurrency", 1, MOST_PROGRAMS, 1);
        int retries = (int) section.whole("max_retries", 0, MOST_RETRIES, DEFAULT_RETRIES);
        double seconds =
                section.findNumber("timeout_s", LEAST_TIMEOUT_S, MOST_TIMEOUT_S).orElse(DEFAULT_TIMEOUT_S);
        OptionalDouble cost = section.findNumber("cost_per_call_usd", 0, MOST_USD);
        String family =
                section.findText("family", "the family of the program's model").orElse(null);
        CommandSetup.Limits limits = new CommandSetup.Limits(
                concurrency,
                retries,
                Duration.ofMillis((long) (seconds * MILLIS)),
                cost.isPresent() ? Double.valueOf(cost.getAsDouble()) : null);
        CommandLine line = CommandLine.find(words, environment.getOrDefault("PATH", ""));
        return new CommandSetup(name, line, version, passed, limits, family, section);
    }
}
