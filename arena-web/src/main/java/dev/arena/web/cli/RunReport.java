package dev.arena.web.cli;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.tournament.JudgeSummary;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.RunSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The summary of a run in lines for people. */
record RunReport(RunSummary summary, Plan plan) {
    private static final double PERCENT = 100;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < summary.judges().size(); i++) {
            JudgeSummary judge = summary.judges().get(i);
            lines.add(votes(judge));
            lines.add("  " + positions(judge.position()));
            nothingToSay(judge).ifPresent(lines::add);
            JudgeSetup setup = plan.tournament().judges().get(i);
            JudgeSummary.Spending spending = judge.spending();
            if (spending != null) {
                lines.add("  " + spending(spending, setup));
            }
        }
        if (summary.identical() > 0) {
            lines.add(format("%,d matchups of byte-identical responses tied without asking", summary.identical()));
        }
        if (summary.lacking() > 0) {
            lines.add(format("%,d matchups did not take place: a response is missing", summary.lacking()));
        }
        if (summary.open() > 0) {
            lines.add(format("%,d verdicts are still open", summary.open()));
        }
        return lines;
    }

    /** A judge that could say nothing at all has most likely been given the wrong files, names or prompts. */
    private static Optional<String> nothingToSay(JudgeSummary judge) {
        long none = judge.abstentions().getOrDefault(AbstentionReason.NOT_APPLICABLE, 0L);
        return judge.votes() == 0 && none > 0
                ? Optional.of(format(
                        "  it had nothing to say on any of %,d battles: check its files, its aliases, and that names, prompts and"
                                + " references are those of the database",
                        none))
                : Optional.empty();
    }

    private static String votes(JudgeSummary judge) {
        StringBuilder text = new StringBuilder("judge " + judge.judge().name() + " (" + kind(judge) + "): ");
        text.append(format("%,d votes, of these %,d ties, %,d both bad", judge.votes(), judge.ties(), judge.bothBad()));
        String separator = "; abstentions: ";
        for (Map.Entry<AbstentionReason, Long> entry : judge.abstentions().entrySet()) {
            text.append(separator)
                    .append(format(
                            "%,d %s", entry.getValue(), entry.getKey().word().replace('_', ' ')));
            separator = ", ";
        }
        return text.toString();
    }

    private static String kind(JudgeSummary judge) {
        String word = judge.judge().kind().word();
        return judge.judge().kind().simulated() ? word + ", simulated" : word;
    }

    private static String positions(JudgeSummary.Position position) {
        String first = position.decisive() == 0
                ? "no decisive vote of known order"
                : format(
                        "first position won %s of %,d decisive votes",
                        share(position.first(), position.decisive()), position.decisive());
        String orders = position.compared() == 0
                ? "no matchup judged in several orders"
                : format(
                        "same result in every order: %,d of %,d matchups (%s)",
                        position.consistent(), position.compared(), share(position.consistent(), position.compared()));
        return first + "; " + orders;
    }

    private static String spending(JudgeSummary.Spending spending, JudgeSetup setup) {
        StringBuilder text = new StringBuilder(format(
                "%,d calls (sent %,d times), %,d tokens in, %,d out, ",
                spending.calls(), spending.attempts(), spending.promptTokens(), spending.completionTokens()));
        boolean told = spending.knownUsd() > 0 || spending.unknown() == 0;
        if (!setup.priced() && !told) {
            text.append("cost unknown: no price given");
        } else {
            text.append(format("%.4f USD", spending.knownUsd()));
            setup.pricedOn().ifPresent(day -> text.append(" at prices of ").append(day));
        }
        return text.append(more(spending, setup.priced() || told)).toString();
    }

    private static String more(JudgeSummary.Spending spending, boolean priced) {
        StringBuilder text = new StringBuilder();
        if (priced && spending.unknown() > 0) {
            text.append(format("; cost of %,d calls unknown", spending.unknown()));
        }
        if (spending.unknownFate() > 0) {
            text.append(
                    format("; %,d more of unknown fate and cost: their process was killed", spending.unknownFate()));
        }
        if (spending.nudges() > 0) {
            text.append(format("; %,d asked once more", spending.nudges()));
        }
        if (spending.cached() > 0) {
            text.append(format("; %,d answers taken from earlier calls", spending.cached()));
        }
        return text.toString();
    }

    private static String share(long part, long whole) {
        return format("%.1f %%", PERCENT * part / whole);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
