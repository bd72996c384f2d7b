package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.PlanReport;
import dev.arena.core.tournament.PlanReport.JudgeEstimate;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code arena plan}: what a tournament would do and cost. */
@Command(
        name = "plan",
        description = "Say what a tournament would do and cost; ask nobody.",
        footer = {
            "",
            "Prints battles, calls, what is stored already, estimated tokens and cost for each judge, and the first"
                    + " question as it",
            "would be sent. Needs no key and no network, and writes nothing.",
            "",
            "Exit codes: 0 good, 2 the file cannot be used.",
            "",
            "Example: arena plan data/tournament.yaml"
        })
final class PlanCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(paramLabel = "TOURNAMENT.yaml|RUN-ID", description = "A tournament file, or a run.")
    String tournament = "";

    PlanCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() {
        TournamentSupport support = new TournamentSupport(context);
        try (ArenaStore store = support.openToLook()) {
            PlanReport report = PlanReport.of(support.plan(tournament, store), store);
            PrintWriter out = context.console().out();
            printPlan(out, report);
            for (JudgeEstimate judge : report.judges()) {
                out.println(line(judge));
            }
            boolean calls =
                    report.judges().stream().anyMatch(judge -> judge.setup().calls());
            if (calls) {
                out.println("Tokens are estimated at four characters each; costs run from empty replies to the longest"
                        + " allowed, without retries.");
            }
            String sample = report.sample();
            if (sample != null) {
                out.println();
                out.println("The first question:");
                out.println(sample);
            }
        }
        return ExitCode.GOOD.code();
    }

    private static void printPlan(PrintWriter out, PlanReport report) {
        Plan plan = report.plan();
        out.println(format(
                "tournament %s: %,d prompts, %,d contestants, %s",
                plan.tournament().name(),
                plan.prompts().size(),
                plan.contestants().size(),
                plan.tournament().pairingInWords()));
        String certain = plan.inRounds() ? "first round: " : "";
        out.println(format(
                "%s%,d battles; %,d matchups of byte-identical responses are tied without asking; %,d matchups lack a"
                        + " response",
                certain, plan.battles().size(), plan.identical().size(), plan.lacking()));
        PlanReport.Rounds rounds = report.rounds();
        if (rounds != null) {
            out.println(rounds(rounds));
        }
        out.println(links(report.links()));
        Run run = report.run();
        out.println(run == null ? "would be a new run" : "would go on with run " + run.id());
        if (run != null && rounds == null && report.judges().stream().allMatch(judge -> judge.open() == 0)) {
            out.println("nothing is left to ask: every verdict of this plan is stored");
        }
    }

    private static String rounds(PlanReport.Rounds rounds) {
        String known = format("known now: %,d battles of %,d rounds; ", rounds.battles(), rounds.known());
        return known
                + (rounds.mostBattles() == 0
                        ? "what follows depends on the verdicts, until the stop rule or the budget ends it"
                        : format(
                                "what follows depends on the verdicts, at most %,d battles in all",
                                rounds.mostBattles()));
    }

    private static String links(PlanReport.Links links) {
        String linked = links.components() == 1
                ? "all contestants are linked by battles"
                : format(
                        "battles leave %,d sets of contestants that nothing links: their ratings cannot be compared",
                        links.components());
        return linked
                + format(
                        "; fewest battles: %,d (%s)",
                        links.leastBattles(), links.least().name());
    }

    private static String line(JudgeEstimate judge) {
        String name = judge.setup().identity().name();
        String kind = judge.setup().identity().kind().word();
        String counts =
                format("judge %s (%s): %,d verdicts stored, %,d open", name, kind, judge.stored(), judge.open());
        if (!judge.setup().calls()) {
            return counts + ", no calls, no cost";
        }
        String tokens = format("; %,d calls, about %,d tokens to send, ", judge.open(), judge.promptTokens());
        Double least = judge.leastUsd();
        Double most = judge.mostUsd();
        String cost = least == null || most == null
                ? "cost unknown: no price given"
                : format("%.4f to %.4f USD", least, most);
        String day =
                judge.setup().pricedOn().map(date -> " at prices of " + date).orElse("");
        return counts + tokens + cost + day;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
