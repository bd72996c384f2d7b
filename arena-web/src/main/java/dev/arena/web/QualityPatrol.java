package dev.arena.web;

import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualityRules;
import dev.arena.core.quality.QualityService;
import dev.arena.core.store.ArenaStore;
import dev.arena.web.api.ApiParts;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the voters again and again while a server runs, and stores the decisions that the rules make. */
public final class QualityPatrol implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(QualityPatrol.class);

    private final ArenaStore store;
    private final QualityService quality;
    private final InstantSource clock;
    private final Runnable onDecision;
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "quality");
        thread.setDaemon(true);
        return thread;
    });
    private long seen = -1;

    /**
     * A patrol that has not started.
     *
     * @param onDecision told after each round that stored a decision
     */
    QualityPatrol(ApiParts parts, Runnable onDecision) {
        this.store = parts.store();
        this.quality = parts.quality();
        this.clock = parts.clock();
        this.onDecision = onDecision;
    }

    /** Looks every so often. */
    public void start(Duration every) {
        var unused =
                rounds.scheduleWithFixedDelay(this::guarded, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void guarded() {
        try {
            int unused = round();
        } catch (RuntimeException failure) {
            // the next round may succeed; until then every vote counts
            LOG.error("Quality control failed; no decision was made, and every vote counts.", failure);
        }
    }

    /** One look; how many decisions it made. */
    int round() {
        if (store.revision() == seen) {
            return 0;
        }
        return decide(quality.report(null));
    }

    /** Decides what follows from a report; how many decisions that are. */
    int decide(QualityReport report) {
        List<VoterDecision> decisions =
                quality.decideByRules(report.study(), QualityRules.decisions(report, clock.instant()));
        // What was stored while the report was made is looked at in the next round.
        seen = report.revision();
        for (VoterDecision decision : decisions) {
            LOG.warn(
                    "The votes of voter {} are left out by rule: {}",
                    store.judges().getJudge(decision.judge()).name(),
                    decision.evidence());
        }
        if (!decisions.isEmpty()) {
            onDecision.run();
        }
        return decisions.size();
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
