package dev.arena.web.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Spec;

/** {@code arena config}: every setting with its value and where it was set. */
@Command(
        name = "config",
        description = "Print every setting with its value and its source.",
        footer = {
            "",
            "A flag wins over its ARENA_… variable, that over the config file (-c FILE), and that over the default. The config",
            "file is YAML; a key is the name of a flag without its dashes and holds for every command that has the flag:",
            "",
            "  port: 9000",
            "  db: /var/lib/arena/arena.db",
            "",
            "Examples: arena config",
            "          ARENA_PORT=9000 arena -c arena.yaml config"
        })
final class ConfigCommand implements Callable<Integer> {
    private final CommandContext context;

    @Spec
    CommandSpec spec;

    ConfigCommand(CommandContext context) {
        this.context = context;
    }

    private record Row(String name, String value, String source) {}

    @Override
    public Integer call() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("SETTING", "VALUE", "SOURCE"));
        Settings.options(spec.root().commandLine()).values().forEach(option -> rows.add(row(option)));
        print(rows);
        return ExitCode.GOOD.code();
    }

    private Row row(OptionSpec option) {
        String name = Settings.name(option);
        String given = given(option.longestName());
        if (given != null) {
            return new Row(name, given, "flag");
        }
        IDefaultValueProvider provider = spec.defaultValueProvider();
        if (provider instanceof Settings settings) {
            Settings.Value set = settings.find(option).orElse(null);
            if (set != null) {
                return new Row(name, set.text(), set.source());
            }
        }
        return new Row(name, builtIn(option), "default");
    }

    /** What this very command line gives a flag, before or after the command's name. */
    private @Nullable String given(String flag) {
        CommandLine.ParseResult here = spec.commandLine().getParseResult();
        CommandLine.ParseResult root = spec.root().commandLine().getParseResult();
        for (CommandLine.ParseResult result : List.of(here, root)) {
            if (result.hasMatchedOption(flag)) {
                return String.valueOf(result.matchedOption(flag).<Object>getValue());
            }
        }
        return null;
    }

    private static String builtIn(OptionSpec option) {
        String value = option.defaultValue();
        if (value != null && !value.equals("_NULL_")) {
            return value;
        }
        return option.arity().max() == 0 ? "false" : "-";
    }

    private void print(List<Row> rows) {
        int names = rows.stream().mapToInt(row -> row.name().length()).max().orElse(0);
        int values = rows.stream().mapToInt(row -> row.value().length()).max().orElse(0);
        PrintWriter out = context.console().out();
        for (Row row : rows) {
            String line = String.format(
                    Locale.ROOT, "%-" + names + "s  %-" + values + "s  %s", row.name(), row.value(), row.source());
            out.println(line);
        }
    }
}
