package dev.arena.web.cli;

import dev.arena.core.store.sql.StoreVerifier;
import dev.arena.core.store.sql.VerifyReport;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code arena verify}: the integrity of the database and of its vote log. */
@Command(
        name = "verify",
        description = "Check the database file, its references, and the hash chain over every vote.",
        footer = {
            "",
            "Changes nothing and works beside a running server. Ends with 3 where something is wrong.",
            "",
            "Example: arena verify --db arena-2026-11-22.db"
        })
final class VerifyCommand implements Callable<Integer> {
    private final CommandContext context;

    VerifyCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        VerifyReport report = StoreVerifier.verify(context.database());
        VerifyReport.Counts counts = report.counts();
        for (VerifyReport.Finding finding : report.findings()) {
            String check = finding.check().name().toLowerCase(Locale.ROOT).replace('_', ' ');
            context.console().out().println(check + ": " + finding.message());
        }
        context.console()
                .out()
                .println((report.sound() ? "sound" : report.findings().size() + " findings") + ": "
                        + counts.responses() + " responses, " + counts.battles() + " battles, " + counts.votes()
                        + " votes, "
                        + counts.calls() + " judge calls");
        if (!report.sound()) {
            context.say("Keep this file as it is, and go back to the newest backup that 'arena verify' finds sound.");
        }
        return report.sound() ? ExitCode.GOOD.code() : ExitCode.INPUT.code();
    }
}
