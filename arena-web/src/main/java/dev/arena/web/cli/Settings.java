package dev.arena.web.cli;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.problem.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Values for flags that were not given: first ARENA_… variables, then the config file, then the flag's own default. A key of the
 * config file is the name of a flag without its dashes, and holds for every command that has the flag.
 */
final class Settings implements IDefaultValueProvider {
    private static final String CONFIG = "config";

    private final Map<String, String> environment;
    private final Map<String, Value> file;

    /** A value, and where it was set: the name of a variable, or file and line. */
    record Value(String text, String source) {}

    private Settings(Map<String, String> environment, Map<String, Value> file) {
        this.environment = environment;
        this.file = file;
    }

    /**
     * Reads the config file that the command line or {@code ARENA_CONFIG} names, if any.
     *
     * @throws UsageException if it cannot be read, or has a key that no flag has
     */
    static Settings read(CommandLine line, Map<String, String> environment, String... arguments) {
        Optional<Path> path = configFile(environment, arguments);
        return new Settings(
                environment, path.map(file -> load(file, options(line))).orElse(Map.of()));
    }

    private static Optional<Path> configFile(Map<String, String> environment, String... arguments) {
        String found = environment.get("ARENA_CONFIG");
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            boolean followed = i + 1 < arguments.length;
            if (followed && (arguments[i].equals("-c") || arguments[i].equals("--config"))) {
                found = arguments[i + 1];
            } else if (arguments[i].startsWith("--config=")) {
                found = arguments[i].substring("--config=".length());
            }
        }
        return Optional.ofNullable(found).filter(text -> !text.isEmpty()).map(Path::of);
    }

    private static Map<String, Value> load(Path path, Map<String, OptionSpec> options) {
        Section section = YamlDocument.read(path.toString(), YamlDocument.load(path));
        Map<String, Value> values = new TreeMap<>();
        for (Map.Entry<String, OptionSpec> option : options.entrySet()) {
            String name = option.getKey();
            List<String> texts = section.texts(name, "a value of --" + name);
            if (texts.isEmpty()) {
                continue;
            }
            if (texts.size() > 1 && option.getValue().splitRegex().isEmpty()) {
                throw section.bad(name, "a list of " + texts.size(), "one value of --" + name, "");
            }
            values.put(name, new Value(String.join(",", texts), path + ":" + section.lineOf(name)));
        }
        section.finish();
        return values;
    }

    /** The flags of all commands that can be set elsewhere, by name without dashes; where two share a name, one of them. */
    static SortedMap<String, OptionSpec> options(CommandLine line) {
        SortedMap<String, OptionSpec> options = new TreeMap<>();
        addOptions(line, options);
        return options;
    }

    private static void addOptions(CommandLine line, Map<String, OptionSpec> options) {
        for (OptionSpec option : line.getCommandSpec().options()) {
            if (isSetting(option)) {
                options.putIfAbsent(name(option), option);
            }
        }
        line.getSubcommands().values().forEach(command -> addOptions(command, options));
    }

    private static boolean isSetting(OptionSpec option) {
        return !option.usageHelp()
                && !option.versionHelp()
                && option.longestName().startsWith("--")
                && !name(option).equals(CONFIG);
    }

    /** What a flag is set to outside the command line. */
    Optional<Value> find(OptionSpec option) {
        String variable = variable(option);
        String text = environment.get(variable);
        return text != null ? Optional.of(new Value(text, variable)) : Optional.ofNullable(file.get(name(option)));
    }

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (argument instanceof OptionSpec option && isSetting(option)) {
            return find(option).map(Value::text).orElse(null);
        }
        return null;
    }

    static String name(OptionSpec option) {
        return option.longestName().replaceFirst("^-+", "");
    }

    /** {@code --base-url} is {@code ARENA_BASE_URL}. */
    static String variable(OptionSpec option) {
        return "ARENA_" + name(option).replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
