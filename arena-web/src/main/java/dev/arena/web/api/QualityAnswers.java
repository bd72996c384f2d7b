package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport;
import dev.arena.core.quality.QualitySensitivity;
import dev.arena.core.quality.Signal;
import dev.arena.ratings.wording.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON of quality control. */
final class QualityAnswers {
    private QualityAnswers() {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Report(
            long revision,
            @Nullable String study,
            List<Voter> voters,
            List<QualityReport.Alarm> alarms,
            @Nullable List<Change> sensitivity) {
        static Report of(QualityReport report, StudyKeys studies, @Nullable List<Change> sensitivity) {
            return new Report(
                    report.revision(),
                    studies.keyOrNull(report.study()),
                    report.voters().stream()
                            .map(voter -> Voter.of(voter, studies))
                            .toList(),
                    report.alarms(),
                    sensitivity);
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Voter(
            String voter,
            long votes,
            long skips,
            String firstVoteAt,
            String lastVoteAt,
            long suspect,
            List<String> favours,
            List<Found> signals,
            @Nullable Decision decision) {
        static Voter of(QualityReport.VoterReport voter, StudyKeys studies) {
            VoterDecision decision = voter.decision();
            return new Voter(
                    voter.judge().name(),
                    voter.votes(),
                    voter.skips(),
                    voter.firstVote().toString(),
                    voter.lastVote().toString(),
                    voter.suspect(),
                    voter.favours(),
                    voter.signals().stream().map(Found::of).toList(),
                    decision == null ? null : Decision.of(voter.judge().name(), decision, studies));
        }
    }

    record Found(
            String id,
            String state,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            double threshold,
            long of,
            String detail,
            Sentence reason) {
        static Found of(Signal signal) {
            return new Found(
                    signal.id(),
                    signal.state().word(),
                    signal.value(),
                    signal.lower(),
                    signal.upper(),
                    signal.threshold(),
                    signal.of(),
                    signal.detail(),
                    signal.found());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Decision(
            String voter,
            @Nullable String study,
            String action,
            double weight,
            String reason,
            String by,
            String decidedAt) {
        static Decision of(String voter, VoterDecision decision, StudyKeys studies) {
            return new Decision(
                    voter,
                    studies.keyOrNull(decision.study()),
                    decision.action().word(),
                    decision.weight(),
                    decision.reason(),
                    decision.by(),
                    decision.decidedAt().toString());
        }
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Change(
            String modelName,
            @Nullable Double rating,
            @Nullable Double ratingWithout,
            @Nullable Double ratingChange) {
        static Change of(QualitySensitivity.Change change) {
            return new Change(change.contestant(), change.rating(), change.without(), change.change());
        }
    }
}
