package dev.arena.core.quality;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport.VoterReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is seen of one voter while the log is read. */
final class VoterFile {
    private final Judge judge;
    private final List<GuardedCheck> checks;
    private long votes;
    private long skips;
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;

    VoterFile(Judge judge, List<GuardedCheck> checks) {
        this.judge = judge;
        this.checks = checks;
    }

    void take(VoterVote vote) {
        CastVote cast = vote.cast();
        Instant at = cast.vote().draft().castAt();
        first = at.isBefore(first) ? at : first;
        last = at.isAfter(last) ? at : last;
        if (vote.verdict() instanceof Verdict.Abstention abstention) {
            skips += abstention.reason() == AbstentionReason.SKIPPED ? 1 : 0;
            return;
        }
        votes++;
        checks.forEach(check -> check.take(vote));
    }

    List<GuardedCheck> checks() {
        return checks;
    }

    VoterReport report(@Nullable VoterDecision decision) {
        List<String> favours = checks.stream()
                .filter(check -> check.failure() == null && check.check() instanceof BettingCheck)
                .flatMap(check -> ((BettingCheck) check.check()).suspects().stream())
                .toList();
        List<Signal> signals = checks.stream().map(GuardedCheck::signal).toList();
        return new VoterReport(judge, votes, skips, first, last, signals, favours, decision);
    }
}
