package dev.arena.web.cli;

import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.JudgeLedger;
import dev.arena.core.tournament.JudgeSummary.Spending;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one run took, judge by judge, and why its sessions ended. */
record RunLedger(ArenaStore store, Run run) {
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("run " + run.id() + ", begun " + run.startedAt().truncatedTo(ChronoUnit.SECONDS));
        List<JudgeLedger> ledgers = store.calls().ledgers(run.id());
        if (ledgers.isEmpty()) {
            lines.add("no call");
        } else {
            lines.add(String.format(
                    Locale.ROOT,
                    "%-24s %9s %9s %8s %8s %8s %12s %12s %12s %8s",
                    "judge",
                    "calls",
                    "sent",
                    "nudged",
                    "cached",
                    "unknown",
                    "tokens in",
                    "tokens out",
                    "cost USD",
                    "unpriced"));
        }
        ledgers.forEach(ledger -> lines.add(row(ledger)));
        for (RunEnd end : store.runs().listEnds(run.id())) {
            String detail = end.detail().isEmpty() ? "" : ": " + end.detail();
            lines.add("session ended " + end.endedAt().truncatedTo(ChronoUnit.SECONDS) + ", " + end.ending() + detail);
        }
        return lines;
    }

    private String row(JudgeLedger ledger) {
        Spending spending = Spending.of(ledger);
        return String.format(
                Locale.ROOT,
                "%-24s %9d %9d %8d %8d %8d %12d %12d %12.6f %8d",
                store.judges().getJudge(ledger.judge()).name(),
                spending.calls(),
                spending.attempts(),
                spending.nudges(),
                spending.cached(),
                spending.unknownFate(),
                spending.promptTokens(),
                spending.completionTokens(),
                spending.knownUsd(),
                spending.unknown());
    }
}
