package dev.arena.core.study;

import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.study.StudyException.Kind;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Who may be given a battle of a study. */
public final class StudyGate {
    private final StudyService studies;
    private final StudyMembers members;
    private final InstantSource clock;

    public StudyGate(StudyService studies, StudyMembers members, InstantSource clock) {
        this.studies = studies;
        this.members = members;
        this.clock = clock;
    }

    /** Whether a voter may vote, and if not why. */
    public enum Standing {
        /** Battles are given. */
        YES,
        /** Only to who takes an invitation. */
        JOIN,
        /** Not just now. */
        PAUSED,
        /** Not any more. */
        CLOSED,
        /** This voter has given all votes that are wanted, or all that are wanted today. */
        QUOTA_REACHED;

        /** The word used in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where a voter stands with a study.
     *
     * @throws StudyException where it is a draft, which voters cannot see
     */
    public Standing standing(JudgeId voter, Study study) {
        if (study.state() == StudyState.DRAFT) {
            throw StudyException.unknown(study.key());
        }
        if (study.state() == StudyState.CLOSED) {
            return Standing.CLOSED;
        }
        if (!isMember(voter, study)) {
            return Standing.JOIN;
        }
        if (study.state() == StudyState.PAUSED) {
            return Standing.PAUSED;
        }
        return left(voter, study) > 0 ? Standing.YES : Standing.QUOTA_REACHED;
    }

    /** Whether a voter belongs to a study: anyone does, or who took an invitation. */
    public boolean isMember(JudgeId voter, Study study) {
        return study.settings().voters().who() == StudySettings.Who.ANYONE || members.isVoter(voter, study.id());
    }

    /**
     * Lets a voter have a battle.
     *
     * @throws StudyException where the study gives this voter none, and why
     */
    public void admit(JudgeId voter, Study study) {
        switch (standing(voter, study)) {
            case YES -> {}
            case JOIN -> throw notInvited();
            case PAUSED ->
                throw new StudyException(
                        Kind.STUDY_PAUSED, "This study is paused. Your votes are kept; come back later.", Map.of());
            case CLOSED -> throw closed();
            case QUOTA_REACHED -> throw quotaReached(voter, study);
        }
    }

    /**
     * Lets a vote on a battle in hand come only while its voter is one of the study: a role can be ended while a battle is open.
     *
     * @param opened the settings under which the battle was opened
     * @throws StudyException where they are for invited voters, and this voter is none any more
     */
    public void requireStillInvited(JudgeId voter, Study study, StudySettings opened) {
        if (opened.voters().who() == StudySettings.Who.INVITED && !isMember(voter, study)) {
            throw notInvited();
        }
    }

    private static StudyException notInvited() {
        return new StudyException(
                Kind.NOT_INVITED,
                "This study is for invited voters. Open the invitation link that you were sent.",
                Map.of());
    }

    /**
     * Lets a vote on a battle in hand come: also while the study is paused.
     *
     * @throws StudyException where the study is closed
     */
    public void requireTakesVotes(Study study) {
        if (study.state() == StudyState.CLOSED) {
            throw closed();
        }
    }

    private static StudyException closed() {
        return new StudyException(Kind.STUDY_CLOSED, "This study is closed and takes no votes. Thank you.", Map.of());
    }

    private StudyException quotaReached(JudgeId voter, Study study) {
        StudySettings.Voters limits = study.settings().voters();
        StudyCounts counts = studies.counts(study.id());
        long voted = counts.voted(voter);
        Map<String, Object> details = new TreeMap<>();
        details.put("voted", voted);
        boolean allDone = limits.quota() != null && voted >= limits.quota();
        if (limits.quota() != null) {
            details.put("wanted", limits.quota());
        }
        if (limits.daily() != null) {
            details.put("daily", limits.daily());
        }
        String message = allDone
                ? "You have given all the votes that this study wants of you. Thank you."
                : "You have given all the votes that this study wants of you today. Come back tomorrow (UTC).";
        return new StudyException(Kind.QUOTA_REACHED, message, details);
    }

    /** How many verdicts a voter may still give now. */
    private long left(JudgeId voter, Study study) {
        StudySettings.Voters limits = study.settings().voters();
        if (limits.quota() == null && limits.daily() == null) {
            return Long.MAX_VALUE;
        }
        StudyCounts counts = studies.counts(study.id());
        long ever = limits.quota() == null ? Long.MAX_VALUE : limits.quota() - counts.voted(voter);
        long today =
                limits.daily() == null ? Long.MAX_VALUE : limits.daily() - counts.votedOnDay(voter, clock.instant());
        return Math.min(ever, today);
    }
}
