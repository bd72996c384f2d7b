package dev.arena.core.quality;

import dev.arena.core.model.Judge;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoterDecision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the checks found about every voter.
 *
 * @param revision of the store that it was made of
 * @param study of which only the votes were looked at; null for all votes of people
 * @param voters most suspect signals first, then by name
 * @param alarms checks that failed
 */
public record QualityReport(long revision, @Nullable StudyId study, List<VoterReport> voters, List<Alarm> alarms) {
    public QualityReport {
        voters = List.copyOf(voters);
        alarms = List.copyOf(alarms);
    }

    /**
     * A voter.
     *
     * @param votes current votes that decide
     * @param skips battles that were skipped
     * @param signals one a check
     * @param favours contestants that the betting check stays suspect about
     * @param decision the newest decision on all of the voter's votes, or on those of the study; null where there is none
     */
    public record VoterReport(
            Judge judge,
            long votes,
            long skips,
            Instant firstVote,
            Instant lastVote,
            List<Signal> signals,
            List<String> favours,
            @Nullable VoterDecision decision) {
        public VoterReport {
            signals = List.copyOf(signals);
            favours = List.copyOf(favours);
        }

        /** How many signals are suspect. */
        public long suspect() {
            return signals.stream()
                    .filter(signal -> signal.state() == Signal.State.SUSPECT)
                    .count();
        }

        /** What a check found. */
        public Signal signal(String id) {
            return signals.stream()
                    .filter(signal -> signal.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no check " + id));
        }
    }

    /**
     * A check that failed: what it would have said is unknown, and every vote counts.
     *
     * @param voters how many voters it failed for
     */
    public record Alarm(String check, long voters, String message) {}
}
