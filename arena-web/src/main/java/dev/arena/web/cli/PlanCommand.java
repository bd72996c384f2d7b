package dev.arena.web.cli;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Run;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.CanaryProbes;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.PlanReport;
import dev.arena.core.tournament.PlanReport.JudgeEstimate;
import dev.arena.core.tournament.PlannedProbe;
import java.io.PrintWriter;
import java.util.List;
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
                String planted = planted(judge, report.plan(), store);
                if (!planted.isEmpty()) {
                    out.println(planted);
                }
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
        String tokens = format(
                "; %,d calls, %,d answered from the log without one, about %,d tokens to send, ",
                judge.open() - judge.cached(), judge.cached(), judge.promptTokens());
        Double least = judge.leastUsd();
        Double most = judge.mostUsd();
        String cost = least == null || most == null
                ? "cost unknown: no price given"
                : format("%.4f to %.4f USD", least, most);
        String day =
                judge.setup().pricedOn().map(date -> " at prices of " + date).orElse("");
        return counts + tokens + cost + day;
    }

    /** The canaries of a judge and what they would take; empty where there are none. */
    private static String planted(JudgeEstimate judge, Plan plan, ArenaStore store) {
        JudgeSetup setup = judge.setup();
        String name = setup.identity().name();
        List<PlannedProbe> probes = new CanaryProbes().probes(plan, name, store.catalog());
        if (probes.isEmpty()) {
            return "";
        }
        String counts = format("judge %s: %,d planted questions (canaries)", name, probes.size());
        if (!setup.calls()) {
            return counts + ", no calls, no cost";
        }
        double least = 0;
        double most = 0;
        for (PlannedProbe probe : probes) {
            JudgeSetup.Quote quote = setup.quote(probe.judgeCase()).orElseThrow();
            least += quote.leastUsd() == null ? 0 : quote.leastUsd();
            most += quote.mostUsd() == null ? 0 : quote.mostUsd();
        }
        return counts + " on top, " + (setup.priced() ? format("%.4f to %.4f USD", least, most) : "cost unknown");
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
