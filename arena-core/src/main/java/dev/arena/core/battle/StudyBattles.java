package dev.arena.core.battle;

import dev.arena.core.leak.LeakCounts;
import dev.arena.core.leak.LeakScreen;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyAnswers;
import dev.arena.core.study.StudyCounts;
import dev.arena.core.study.StudyCounts.Cast;
import dev.arena.core.study.StudyGate;
import dev.arena.core.study.StudyService;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Battles and votes of voters in studies. */
final class StudyBattles {
    private static final VoteId WHOLE_LOG = new VoteId(Long.MAX_VALUE);

    private final ArenaStore store;
    private final StudyService studies;
    private final StudyGate gate;
    private final LeakScreen leaks;
    private final StudyTables tables;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final RecentMap<StudyHistory.Key, StudyHistory> histories =
            new RecentMap<>(VoterHistory.KEPT, StudyHistory::new);

    StudyBattles(ArenaStore store, BattleRules rules, LeakScreen leaks, InstantSource clock, RandomGenerator chance) {
        this.store = store;
        this.studies = rules.studies();
        this.gate = new StudyGate(studies, rules.members(), clock);
        this.leaks = leaks;
        this.tables = new StudyTables(store, studies, rules.matchmakers(), leaks);
        this.clock = clock;
        this.chance = chance;
    }

    /** Who may be given a battle of a study. */
    StudyGate gate() {
        return gate;
    }

    /** The catalog changed. */
    void refresh() {
        tables.refresh();
    }

    /** How many matchups a study has. */
    long matchupCount(Study study) {
        return tables.of(study).matchupCount();
    }

    /** How many of the responses of a study tell who wrote them. */
    LeakCounts leaks(Study study) {
        return leaks.counts(StudyLeaks.policy(study.version()), tables.of(study).responses());
    }

    /** What else goes on that tells a study's voters who wrote what. */
    StudyWarnings warnings() {
        return new StudyWarnings(studies, study -> tables.of(study).prompts(), this::matchupCount);
    }

    /** A voter's open battle in a study, or a new one; empty where none is left. */
    Optional<Battle> next(JudgeId voter, Study study) {
        gate.admit(voter, study);
        StudyCounts counts = studies.counts(study.id());
        StudyHistory history = history(voter, study);
        synchronized (history) {
            Instant now = clock.instant();
            Optional<Battle> open = store.battles().findOpen(voter, study.id());
            if (open.isPresent() && counts.isOver(open.get().id(), now)) {
                expire(open.get(), history, counts);
                open = Optional.empty();
            }
            if (open.isEmpty()) {
                open = draw(study, counts, new StudyTable.Request(voter, history, now));
            }
            open.ifPresent(history::drawn);
            return open;
        }
    }

    /** Whether there is an open battle whose time is not over, or a matchup with a place. */
    boolean hasNext(JudgeId voter, Study study) {
        StudyCounts counts = studies.counts(study.id());
        StudyHistory history = history(voter, study);
        StudyTable table = tables.of(study);
        synchronized (history) {
            Instant now = clock.instant();
            Optional<Battle> open = store.battles().findOpen(voter, study.id());
            if (open.isPresent() && !counts.isOver(open.get().id(), now)) {
                return true;
            }
            synchronized (counts) {
                return table.hasPlace(new StudyTable.Request(voter, history, now));
            }
        }
    }

    private Optional<Battle> draw(Study study, StudyCounts counts, StudyTable.Request request) {
        StudyTable table = tables.of(study);
        Optional<StudyTable.Drawn> drawn;
        synchronized (counts) {
            drawn = table.draw(request, chance);
        }
        if (drawn.isEmpty()) {
            return Optional.empty();
        }
        StudyCounts.Reservation reservation = drawn.get().reservation();
        try {
            Battle battle = store.battles().open(drawn.get().draft());
            counts.opened(reservation, battle.id());
            return Optional.of(battle);
        } catch (RuntimeException failure) {
            counts.drop(reservation);
            throw failure;
        }
    }

    /** Closes a voter's battles, since they may see who wrote what, or could until now. */
    void closeOpen(JudgeId voter) {
        for (Study study : studies.list()) {
            if (study.state().takesVotes()) {
                closeOpen(voter, study);
            }
        }
    }

    private void closeOpen(JudgeId voter, Study study) {
        // Read before the log changes, so that the change is counted once.
        StudyCounts counts = studies.counts(study.id());
        StudyHistory history = history(voter, study);
        synchronized (history) {
            Instant now = clock.instant();
            store.battles().findOpen(voter, study.id()).ifPresent(open -> {
                boolean kept = counts.beginVote(open.id(), matchup(open), null, now);
                Optional<Cast> stored = Optional.empty();
                try {
                    AppendResult result = store.votes().append(open.id(), CurrentVote.closing(open, voter, now));
                    history.stored(open, result.vote());
                    stored = result instanceof AppendResult.Stored
                            ? Optional.of(cast(open, result.vote()))
                            : Optional.empty();
                } finally {
                    if (kept) {
                        counts.endVote(open.id(), stored, now);
                    }
                }
            });
        }
    }

    /** Closes a battle for its voter, who did not vote in time. */
    private void expire(Battle battle, StudyHistory history, StudyCounts counts) {
        JudgeId voter = voter(battle);
        // Keys of requests hold no space, so none can take this one.
        String key = "expiry of battle " + battle.id().value();
        Verdict expired = Verdict.abstain(AbstentionReason.EXPIRED, null);
        VoteDraft draft = new VoteDraft(voter, expired, key, "", 1, null, null, clock.instant());
        AppendResult result = store.votes().append(battle.id(), draft);
        history.stored(battle, result.vote());
        if (result instanceof AppendResult.Stored) {
            counts.count(cast(battle, result.vote()));
        }
    }

    /** Stores a vote; what it buys is told by {@link #isRevealed}. */
    AppendResult vote(Battle battle, VoteDraft draft, VoteRequest request) {
        StudyVersion version = studies.version(place(battle).version());
        Study study = studies.studyOf(version.id());
        String answers = check(version.settings(), draft, request);
        StudyCounts counts = studies.counts(study.id());
        StudyHistory history = history(draft.judge(), study);
        Vote current = store.votes().findCurrent(battle.id(), draft.judge()).orElse(null);
        if (current != null && !CurrentVote.isLate(current)) {
            return store.votes().append(battle.id(), draft, answers);
        }
        gate.requireTakesVotes(study);
        gate.requireStillInvited(draft.judge(), study, version.settings());
        requireRead(version.settings(), battle, draft);
        boolean kept = begin(battle, draft, version.settings(), history);
        Optional<Cast> stored = Optional.empty();
        try {
            AppendResult result = append(battle, draft, answers);
            if (result instanceof AppendResult.Stored) {
                stored = Optional.of(cast(battle, result.vote()));
                uncountReplaced(battle, result.vote(), counts);
            }
            if (!(result instanceof AppendResult.KeyReused)) {
                history.stored(battle, result.vote());
            }
            return result;
        } finally {
            if (kept) {
                counts.endVote(battle.id(), stored, clock.instant());
            } else {
                stored.ifPresent(counts::count);
            }
        }
    }

    /** Keeps the battle's place for the vote. A skip needs none. */
    private boolean begin(Battle battle, VoteDraft draft, StudySettings settings, StudyHistory history) {
        StudyCounts counts =
                studies.counts(studies.studyOf(place(battle).version()).id());
        String matchup = matchup(battle);
        synchronized (history) {
            boolean again = matchup != null && history.wasGivenAgain(battle);
            if (!again && counts.beginVote(battle.id(), matchup, settings.votesPerMatchup(), clock.instant())) {
                return true;
            }
            if (draft.verdict().decides()) {
                expire(battle, history, counts);
                throw new BattleException(BattleException.Kind.RESERVATION_EXPIRED);
            }
            return false;
        }
    }

    private AppendResult append(Battle battle, VoteDraft draft, @Nullable String answers) {
        AppendResult result = store.votes().append(battle.id(), draft, answers);
        return result instanceof AppendResult.AlreadyVoted && CurrentVote.isLate(result.vote())
                ? store.votes().supersede(result.vote().id(), draft, answers)
                : result;
    }

    private void uncountReplaced(Battle battle, Vote vote, StudyCounts counts) {
        if (vote.supersedes() != null) {
            // What a first vote in the log supersedes is the abstention of a battle that was out of time.
            counts.uncount(new Cast(
                    vote.judge(),
                    place(battle).part(),
                    matchup(battle),
                    vote.draft().castAt(),
                    false));
        }
    }

    private static @Nullable String check(StudySettings settings, VoteDraft draft, VoteRequest request) {
        if (request.margin() != null && !settings.margin()) {
            throw new InputException(new InputProblem(
                    null,
                    0,
                    "margin",
                    String.valueOf(request.margin()),
                    "no margin, since this study does not ask for one",
                    "Leave margin out."));
        }
        StudyAnswers.requireLists(settings.questions(), request.lists());
        return StudyAnswers.check(
                settings.questions(), request.answers(), draft.verdict().decides());
    }

    private static void requireRead(StudySettings settings, Battle battle, VoteDraft draft) {
        Duration open = Duration.between(battle.draft().openedAt(), draft.castAt());
        if (draft.verdict().decides() && open.toMillis() < settings.minReadingMs()) {
            throw new BattleException(BattleException.Kind.TOO_EARLY);
        }
    }

    /** A vote was taken back. */
    void withdrawn(Battle battle, Vote taken, AppendResult result) {
        Study study = studies.studyOf(place(battle).version());
        if (result instanceof AppendResult.Stored) {
            StudyCounts counts = studies.counts(study.id());
            counts.uncount(cast(battle, taken));
            counts.count(cast(battle, result.vote()));
        }
        history(taken.judge(), study).stored(battle, result.vote());
    }

    /**
     * Lets a vote be taken back.
     *
     * @throws dev.arena.core.study.StudyException where the study is closed
     */
    void requireTakesVotes(Battle battle) {
        Study study = studies.studyOf(place(battle).version());
        gate.requireTakesVotes(study);
        // Read before the log changes, so that the change is counted once.
        studies.counts(study.id());
    }

    /** Whether a vote on a battle buys a reveal. */
    boolean isRevealed(Battle battle) {
        return version(battle).settings().reveal() == StudySettings.RevealRule.VOTE;
    }

    /** The settings under which a battle was opened. */
    StudyVersion version(Battle battle) {
        return studies.version(place(battle).version());
    }

    /** How far a battle's voter was when a row of the log was stored. */
    VotingProgress progress(Battle battle, VoteId last) {
        return progress(voter(battle), studies.studyOf(place(battle).version()), last, false);
    }

    /** How far a voter is now. */
    VotingProgress progress(JudgeId voter, Study study) {
        return progress(
                voter,
                study,
                WHOLE_LOG,
                store.battles().findOpen(voter, study.id()).isPresent());
    }

    /** How far a battle's voter is now. */
    VotingProgress progress(Battle battle) {
        return progress(voter(battle), studies.studyOf(place(battle).version()));
    }

    private VotingProgress progress(JudgeId voter, Study study, VoteId last, boolean inHand) {
        StudyTable table = tables.of(study);
        StudyHistory.Ahead ahead = new StudyHistory.Ahead(table.matchupCount(), table.expectedCount());
        return history(voter, study).progress(ahead, study.settings().voters().quota(), last, inHand);
    }

    /** How many of a study's matchups have how many verdicts. */
    MatchupCoverage coverage(Study study) {
        return tables.of(study).coverage();
    }

    private static Cast cast(Battle battle, Vote vote) {
        return new Cast(
                vote.judge(),
                place(battle).part(),
                matchup(battle),
                vote.draft().castAt(),
                vote.verdict().decides());
    }

    private static @Nullable String matchup(Battle battle) {
        return place(battle).part() == StudyPart.PLAIN ? battle.draft().matchupKey() : null;
    }

    private static BattleStudy place(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().study(), "a battle of a study");
    }

    private static JudgeId voter(Battle battle) {
        return Objects.requireNonNull(battle.draft().origin().voter(), "a battle of a voter");
    }

    private StudyHistory history(JudgeId voter, Study study) {
        StudyHistory history = histories.get(new StudyHistory.Key(study.id(), voter));
        history.load(store);
        return history;
    }
}
