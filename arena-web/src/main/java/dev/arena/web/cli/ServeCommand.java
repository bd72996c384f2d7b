package dev.arena.web.cli;

import dev.arena.core.model.StudySettings;
import dev.arena.core.problem.UsageException;
import dev.arena.web.ServerOptions;
import dev.arena.web.api.ServerRules;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code arena serve}: the web server. */
@Command(
        name = "serve",
        description = "Serve the arena: blind voting and the leaderboard in a browser, and the HTTP interface.",
        footer = {
            "",
            "Every browser that comes is a voter; a cookie keeps it. Ctrl-C or SIGTERM ends the server within 5"
                    + " seconds.",
            "It prints an administration link: the browser that opens it may make studies, invite and import.",
            "Behind a proxy, pass the name that people use with --allow-host.",
            "",
            "Examples: arena serve",
            "          arena serve --floor off                       (invited voters only)",
            "          arena serve --coverage 50                     (no contestant is left behind)",
            "          arena --db study.db serve --host 0.0.0.0 --port 80 --allow-host arena.example.org"
        })
final class ServeCommand implements Callable<Integer> {
    private final CommandContext context;

    @Option(
            names = "--floor",
            paramLabel = "on|off",
            defaultValue = "on",
            description =
                    "Whether anyone may vote without an invitation, outside of studies (default: ${DEFAULT-VALUE}).")
    String floor = "on";

    @Option(
            names = "--import-limit",
            paramLabel = "MB",
            defaultValue = "256",
            description = "Largest file that an administrator can import in the browser (default: ${DEFAULT-VALUE}).")
    int importLimit = ServerRules.IMPORT_LIMIT_MB;

    @Option(
            names = "--event-streams",
            paramLabel = "N",
            defaultValue = "4096",
            description =
                    "Most pages that are told of news at once; further ones look for themselves, with 0 all of them"
                            + " (default: ${DEFAULT-VALUE}).")
    int eventStreams = ServerRules.EVENT_STREAMS;

    @Option(
            names = {"-k", "--responses"},
            paramLabel = "K",
            defaultValue = "2",
            description = "How many responses meet in a battle outside of studies, 2 to 8 (default: ${DEFAULT-VALUE}).")
    int k = StudySettings.MIN_K;

    @Mixin
    final MatchmakerFlags matchmaker = new MatchmakerFlags();

    @Option(
            names = "--quality",
            paramLabel = "on|auto",
            defaultValue = "on",
            description =
                    "auto: every minute, leave out the votes of voters who fail gold battles or whose votes favour a"
                            + " contestant against all odds; on: only show what the checks say (default: ${DEFAULT-VALUE}).")
    String quality = "on";

    @Mixin
    final ServerFlags flags = new ServerFlags();

    ServeCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions options = flags.options();
        ServerRules rules = rules();
        new Serving(context).serve(context.openStore(StoreWait.SERVER), options, rules, flags.open);
        return ExitCode.GOOD.code();
    }

    private boolean automatic() {
        QualityChoice choice = QualityChoice.parse(quality);
        if (choice == QualityChoice.OFF) {
            throw new UsageException("--quality '" + quality + "' is not allowed; use one of: on, auto.");
        }
        return choice == QualityChoice.AUTO;
    }

    /** YAML reads the words on and off as true and false, so those are taken too. */
    private ServerRules rules() {
        boolean on = floor.equals("on") || floor.equals("true");
        if (!on && !floor.equals("off") && !floor.equals("false")) {
            throw new UsageException("--floor '" + floor + "' is not allowed; use one of: on, off.");
        }
        if (importLimit < 1) {
            throw new UsageException(
                    "--import-limit " + importLimit + " is not allowed; use a number of megabytes from" + " 1 up.");
        }
        if (eventStreams < 0) {
            throw new UsageException(
                    "--event-streams " + eventStreams + " is not allowed; use a number of connections from 0 up.");
        }
        if (k < StudySettings.MIN_K || k > StudySettings.MAX_K) {
            throw new UsageException("-k " + k + " is not allowed; use a number from " + StudySettings.MIN_K + " to "
                    + StudySettings.MAX_K + ".");
        }
        return ServerRules.of(on, importLimit)
                .withEventStreams(eventStreams)
                .withK(k)
                .with(matchmaker.settings())
                .withAutoQuality(automatic());
    }
}
