package dev.arena.web.cli;

import dev.arena.core.problem.ArenaException;
import dev.arena.core.problem.CanaryException;
import dev.arena.core.problem.EndpointException;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.StoreException;
import dev.arena.core.problem.StoreHeldException;
import dev.arena.core.problem.UsageException;
import dev.arena.core.study.StudyException;
import dev.arena.web.LogSetup;
import java.util.List;
import picocli.CommandLine;

/** The command line as a whole: wires the commands by hand and turns every end into an exit code and one clear sentence. */
public final class ArenaCli {
    private static final List<String> COLORS = List.of("auto", "always", "never");
    private static final String RED = "\u001B[31m";
    private static final String PLAIN = "\u001B[0m";

    private final Console console;

    public ArenaCli(Console console) {
        this.console = console;
    }

    /**
     * Runs one command line.
     *
     * @return the exit code
     */
    public int run(String... arguments) {
        CommandLine line = line();
        int code = execute(line, arguments);
        console.out().flush();
        console.err().flush();
        return code;
    }

    private int execute(CommandLine line, String... arguments) {
        try {
            line.setDefaultValueProvider(Settings.read(line, console.environment(), arguments));
        } catch (ArenaException problem) {
            console.err().println("arena: " + problem.getMessage());
            return exitCode(problem).code();
        }
        return line.execute(arguments);
    }

    /** Names of all commands, in the order of the help. */
    List<String> commandNames() {
        return List.copyOf(line().getSubcommands().keySet());
    }

    private CommandLine line() {
        ArenaCommand root = new ArenaCommand();
        CommandLine line = new CommandLine(root);
        Commands.addAll(line, new CommandContext(root.global, console));
        // These reach only the commands that are there when they are set.
        return line.setOut(console.out())
                .setErr(console.err())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> {
                    requireColor(line, root.global.color);
                    if (root.global.verbose) {
                        LogSetup.tellMore();
                    }
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(this::usage)
                .setExecutionExceptionHandler((problem, command, result) -> failed(problem, root.global));
    }

    private static void requireColor(CommandLine line, String word) {
        if (!COLORS.contains(word)) {
            throw new CommandLine.ParameterException(
                    line, "--color '" + word + "' is not allowed; use one of: " + String.join(", ", COLORS) + ".");
        }
    }

    /** The word before a message, red where the person wants colours. */
    private String prefix(String color) {
        boolean wanted = color.equals("always")
                || (color.equals("auto")
                        && console.terminal()
                        && !console.environment().containsKey("NO_COLOR"));
        return wanted ? RED + "arena:" + PLAIN : "arena:";
    }

    private int usage(CommandLine.ParameterException problem, String[] arguments) {
        console.err().println("arena: " + problem.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(problem, console.err());
        String name = problem.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("'" + name + " --help' explains every flag.");
        return ExitCode.USAGE.code();
    }

    private int failed(Exception problem, GlobalOptions global) {
        if (problem instanceof ArenaException known && global.events != null) {
            global.events.tell("error", String.valueOf(known.getMessage()));
            return exitCode(known).code();
        }
        if (problem instanceof ArenaException known) {
            console.err().println(prefix(global.color) + " " + known.getMessage());
            return exitCode(known).code();
        }
        console.err()
                .println(
                        "arena: unexpected " + problem + ". This is a defect; -v prints the stack trace for a report.");
        if (global.verbose) {
            problem.printStackTrace(console.err());
        }
        return ExitCode.UNEXPECTED.code();
    }

    private static ExitCode exitCode(ArenaException problem) {
        if (problem instanceof InputException) {
            return ExitCode.INPUT;
        }
        if (problem instanceof UsageException
                || problem instanceof StudyException
                // another database, or another moment, is what is asked for
                || problem instanceof StoreHeldException) {
            return ExitCode.USAGE;
        }
        if (problem instanceof EndpointException) {
            return ExitCode.ENDPOINT;
        }
        if (problem instanceof CanaryException) {
            return ExitCode.SOME_FAILED;
        }
        if (problem instanceof StoreException) {
            return ExitCode.UNEXPECTED;
        }
        return ExitCode.UNEXPECTED;
    }
}
