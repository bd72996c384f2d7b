package dev.arena.core.quality;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport.VoterReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@code --quality auto} does: a voter whose gold accuracy or whose bets are suspect is excluded, with the evidence. No other signal
 * decides alone, since an honest person may vote quickly or prefer one side of the screen. A voter on whom anybody decided before stays
 * as decided.
 */
public final class QualityRules {
    /** Who decides where rules do. */
    public static final String BY = "rules";

    private static final List<String> DECIDING = List.of(GoldCheck.ID, BettingCheck.ID);

    private QualityRules() {}

    /** The decisions that follow from a report. */
    public static List<VoterDecision> decisions(QualityReport report, Instant now) {
        List<VoterDecision> decisions = new ArrayList<>();
        for (VoterReport voter : report.voters()) {
            if (voter.decision() != null) {
                continue;
            }
            voter.signals().stream()
                    .filter(signal -> DECIDING.contains(signal.id()) && signal.state() == Signal.State.SUSPECT)
                    .findFirst()
                    .ifPresent(signal -> decisions.add(new VoterDecision(
                            voter.judge().id(),
                            report.study(),
                            VoterDecision.Action.EXCLUDE,
                            0,
                            signal.id(),
                            evidence(signal),
                            BY,
                            now)));
        }
        return decisions;
    }

    /** A signal as the evidence of a decision. */
    public static String evidence(Signal signal) {
        ObjectNode evidence = JsonNodeFactory.instance.objectNode();
        evidence.put("check", signal.id()).put("state", signal.state().word());
        evidence.put("value", signal.value()).put("threshold", signal.threshold());
        evidence.put("of", signal.of()).put("detail", signal.detail());
        return evidence.toString();
    }
}
