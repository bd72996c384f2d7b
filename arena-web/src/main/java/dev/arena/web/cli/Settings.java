package dev.arena.web.cli;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Values for flags that were not given: first ARENA_… variables, then the config file, then the flag's own default. */
final class Settings implements IDefaultValueProvider {
    private final Map<String, String> environment;

    Settings(Map<String, String> environment, String... arguments) {
        this.environment = environment;
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            return environment.get(variable(option));
        }
        return null;
    }

    /** {@code --base-url} is {@code ARENA_BASE_URL}. */
    static String variable(OptionSpec option) {
        return "ARENA_"
                + option.longestName().replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
