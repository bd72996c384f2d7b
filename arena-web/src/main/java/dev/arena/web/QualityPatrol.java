package dev.arena.web;

import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualityRules;
import dev.arena.core.quality.QualityService;
import dev.arena.core.quality.StoredMarks;
import dev.arena.core.store.ArenaStore;
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
    private final ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "quality");
        thread.setDaemon(true);
        return thread;
    });
    private long seen = -1;

    /** A patrol that has not started. */
    public QualityPatrol(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.quality = new QualityService(store, new StoredMarks(store.studies()));
        this.clock = clock;
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
        QualityReport report = quality.report(null);
        List<VoterDecision> decisions = QualityRules.decisions(report, clock.instant());
        for (VoterDecision decision : decisions) {
            LOG.warn(
                    "The votes of voter {} are left out by rule: {}",
                    store.judges().getJudge(decision.judge()).name(),
                    decision.evidence());
        }
        quality.decide(decisions);
        seen = store.revision();
        return decisions.size();
    }

    @Override
    public void close() {
        rounds.shutdownNow();
    }
}
