package dev.arena.core.battle;

import dev.arena.core.leak.LeakCounts;
import dev.arena.core.leak.LeakPolicy;
import dev.arena.core.leak.LeakScreen;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyAnswers;
import dev.arena.core.study.StudyGate;
import dev.arena.core.study.StudyMembers;
import dev.arena.core.study.StudyService;
import dev.arena.ratings.wording.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A voter's battles: draws the next one, shows it blind, stores the vote and only then reveals. Safe for use by many threads; all
 * that must outlive the process is in the store.
 */
public final class BattleService {
    /** Histories in memory; those of others are read again, which takes one short read and one for each of their battles. */
    private static final VoteId WHOLE_LOG = new VoteId(Long.MAX_VALUE);

    private final ArenaStore store;
    private final BattleRules rules;
    private final StudyBattles studies;
    private final Reveals reveals;
    private final RecentBattles byToken;
    private final LeakScreen leaks;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final RecentMap<JudgeId, VoterHistory> histories = new RecentMap<>(VoterHistory.KEPT, VoterHistory::new);
    private final Object indexLock = new Object();
    private volatile @Nullable CandidateIndex index;

    /**
     * A service of an open floor with pairs, and of studies with uniform draws to which nobody is invited.
     *
     * @param ratings what a reveal tells of the ratings
     * @param chance tokens, seeds and picks are drawn from it; must be safe for use by many threads
     */
    public BattleService(
            ArenaStore store,
            Matchmaker matchmaker,
            RevealRatings ratings,
            InstantSource clock,
            RandomGenerator chance) {
        this(
                store,
                new BattleRules(
                        matchmaker,
                        2,
                        new StudyService(store, clock),
                        StudyMembers.nobody(),
                        StudyMatchmakers.uniform()),
                ratings,
                clock,
                chance);
    }

    /**
     * A service.
     *
     * @param rules what battles are drawn by
     * @param ratings what a reveal tells of the ratings
     * @param chance tokens, seeds and picks are drawn from it; must be safe for use by many threads
     */
    public BattleService(
            ArenaStore store, BattleRules rules, RevealRatings ratings, InstantSource clock, RandomGenerator chance) {
        this.store = store;
        this.rules = rules;
        this.leaks = new LeakScreen(store);
        this.studies = new StudyBattles(store, rules, leaks, clock, chance);
        this.reveals = new Reveals(store, ratings);
        this.byToken = new RecentBattles(store.battles());
        this.clock = clock;
        this.chance = chance;
    }

    /** Reads the catalog now, and stores the ties of byte-identical responses; otherwise the first request does. */
    public void refreshCatalog() {
        synchronized (indexLock) {
            CandidateIndex fresh = CandidateIndex.read(store.catalog(), rules.k(), leaks.withheld(LeakPolicy.STANDARD));
            new IdenticalResponses(store, clock).tie(fresh);
            index = fresh;
        }
        reveals.refresh();
        studies.refresh();
    }

    /** Counts of what tells who wrote it, on the open floor. */
    public LeakCounts leaks() {
        return leaks.counts(LeakPolicy.STANDARD);
    }

    /** The same of the responses of a study. */
    public LeakCounts leaks(Study study) {
        return studies.leaks(study);
    }

    /**
     * What should make the owner of a study worry before voters come, or while they do; empty where all is well.
     *
     * @param floor whether the open floor takes votes
     */
    public List<Sentence> warnings(Study study, boolean floor) {
        CandidateIndex known = index;
        if (floor && known == null) {
            known = CandidateIndex.read(store.catalog(), rules.k());
        }
        return studies.warnings().of(study, floor ? known : null);
    }

    /** Who may be given a battle of a study. */
    public StudyGate gate() {
        return studies.gate();
    }

    /** How many matchups a new voter can be shown on the open floor. */
    public long matchupCount() {
        return index().size();
    }

    /** How many matchups a study has. */
    public long matchupCount(Study study) {
        return studies.matchupCount(study);
    }

    /** How many matchups of a study have how many verdicts. */
    public MatchupCoverage coverage(Study study) {
        return studies.coverage(study);
    }

    /** Whether a study has a battle for this voter just now: an open one, or a matchup with a place; nothing is drawn. */
    public boolean hasNext(JudgeId voter, Study study) {
        return studies.hasNext(voter, study);
    }

    /** How far a voter is in a study. */
    public VotingProgress progress(JudgeId voter, Study study) {
        return studies.progress(voter, study);
    }

    /**
     * The voter's open battle in a study, or a new one.
     *
     * @return empty where no matchup is left for this voter
     * @throws dev.arena.core.study.StudyException where the study gives this voter no battle, and why
     */
    public Optional<ShownBattle> next(JudgeId voter, Study study) {
        return studies.next(voter, study).map(open -> show(open, studies.progress(open), studies.version(open)));
    }

    /**
     * The voter's open battle on the open floor, or a new one.
     *
     * @return empty where no matchup is left for this voter
     */
    public Optional<ShownBattle> next(JudgeId voter) {
        CandidateIndex current = index();
        VoterHistory history = history(voter);
        Optional<Battle> battle;
        synchronized (history) {
            battle = store.battles().findOpen(voter);
            if (battle.isEmpty()) {
                battle = draw(voter, history, current);
            }
            battle.ifPresent(history::drawn);
        }
        return battle.map(open -> show(open, history.progress(current, WHOLE_LOG), null));
    }

    /**
     * A first battle on the open floor for somebody who is stored with it.
     *
     * @param voter who was never here
     * @return empty where there is no matchup; nothing is stored then
     */
    public Optional<ShownBattle> first(JudgeDraft voter) {
        CandidateIndex current = index();
        Optional<Battle> battle = pick(current, new SeenMatchups(current))
                .map(drawn -> store.battles().openFirst(voter, drawn::draft));
        return battle.map(open -> show(open, new VotingProgress(0, current.size()), null));
    }

    private Optional<Battle> draw(JudgeId voter, VoterHistory history, CandidateIndex current) {
        return pick(current, history.seen(current)).map(drawn -> store.battles().open(drawn.draft(voter)));
    }

    /** A battle that is drawn for whoever it is. */
    private record Drawn(Matchmaker.Pick pick, long seed, String token, Instant now) {
        BattleDraft draft(JudgeId voter) {
            return new BattleDraft(
                    token,
                    pick.prompt(),
                    SeatOrder.draw(pick.matchup(), seed),
                    seed,
                    pick.probability(),
                    BattleOrigin.matchmaker(voter),
                    BattleTags.NONE,
                    now);
        }
    }

    private Optional<Drawn> pick(CandidateIndex current, SeenMatchups seen) {
        RandomGenerator picks = SeatOrder.generator(chance.nextLong());
        return rules.matchmaker()
                .pick(current, seen, picks)
                .map(pick -> new Drawn(pick, chance.nextLong(), VoterIdentity.randomText(chance), clock.instant()));
    }

    private ShownBattle show(Battle battle, VotingProgress progress, @Nullable StudyVersion study) {
        PromptId promptId = Objects.requireNonNull(battle.draft().prompt(), "a drawn battle has a prompt");
        PromptText prompt = store.catalog().getPrompt(promptId).text();
        List<ResponseId> ids = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            ids.add(Objects.requireNonNull(seat.response(), "a drawn battle has responses"));
        }
        Map<ResponseId, Response> texts = store.catalog().getResponses(new LinkedHashSet<>(ids));
        List<Response> responses = new ArrayList<>();
        for (ResponseId id : ids) {
            responses.add(Objects.requireNonNull(texts.get(id), "a drawn response is stored"));
        }
        byToken.opened(battle);
        LeakPolicy policy = study == null ? LeakPolicy.STANDARD : StudyLeaks.policy(study);
        List<ResponseText> shown = leaks.show(battle, policy, prompt, responses);
        return new ShownBattle(battle.token(), prompt, shown, progress, study);
    }

    /**
     * Stores a vote and reveals who stood where.
     *
     * @param idempotencyKey unique per voter: the same key and request again is the same vote
     * @throws BattleException where the battle is unknown or another voter's, is voted on already, was given to another voter, or
     *     the key was used before
     * @throws dev.arena.core.study.StudyException where its study takes no votes any more
     * @throws dev.arena.core.problem.InputException where the request says what is not allowed
     */
    public VoteReceipt vote(JudgeId voter, String token, String idempotencyKey, VoteRequest request) {
        Battle battle = ownBattle(voter, token);
        Verdict verdict = request.toVerdict(battle.seats().size());
        Instant now = clock.instant();
        // A page cannot have shown the battle for longer than it has been open.
        long open = Math.max(0, Duration.between(battle.draft().openedAt(), now).toMillis());
        Long measured = request.latencyMs();
        long latencyMs = measured == null ? open : Math.min(measured, open);
        VoteDraft draft = new VoteDraft(
                voter,
                verdict,
                idempotencyKey,
                request.hash(token),
                1,
                verdict.decides() ? request.reason() : null,
                latencyMs,
                now);
        boolean inStudy = battle.draft().origin().study() != null;
        AppendResult result = inStudy ? studies.vote(battle, draft, request) : voteOnFloor(battle, draft, request);
        if (result instanceof AppendResult.KeyReused) {
            throw new BattleException(BattleException.Kind.KEY_REUSED);
        }
        if (result instanceof AppendResult.AlreadyVoted && CurrentVote.isClosing(result.vote())) {
            throw new BattleException(BattleException.Kind.NAMES_SEEN);
        }
        if (result instanceof AppendResult.AlreadyVoted) {
            throw new BattleException(BattleException.Kind.ALREADY_VOTED);
        }
        Reveal reveal =
                inStudy ? revealInStudy(battle, result.vote(), verdict) : reveal(battle, result.vote(), verdict);
        return new VoteReceipt(reveal, result instanceof AppendResult.Stored);
    }

    private AppendResult voteOnFloor(Battle battle, VoteDraft draft, VoteRequest request) {
        StudyAnswers.check(List.of(), request.answers(), draft.verdict().decides());
        return store.votes().append(battle.id(), draft);
    }

    /**
     * Closes the battles that a voter has open, since they may see who wrote what, or could until now. These take no vote any more, and
     * their matchups are not given to this voter again.
     */
    public void closeOpen(JudgeId voter) {
        VoterHistory history = history(voter);
        synchronized (history) {
            store.battles().findOpen(voter).ifPresent(open -> {
                VoteDraft closing = CurrentVote.closing(open, voter, clock.instant());
                history.stored(open, store.votes().append(open.id(), closing).vote());
            });
        }
        studies.closeOpen(voter);
    }

    private Reveal reveal(Battle battle, Vote vote, Verdict verdict) {
        VoterHistory history = history(vote.judge());
        history.stored(battle, vote);
        return reveals.of(battle, vote, verdict, last -> history.progress(index(), last));
    }

    private Reveal revealInStudy(Battle battle, Vote vote, Verdict verdict) {
        return studies.isRevealed(battle)
                ? reveals.of(battle, vote, verdict, last -> studies.progress(battle, last))
                : reveals.silent(vote, verdict, last -> studies.progress(battle, last));
    }

    /**
     * Takes a vote back: an abstention supersedes it. The voter never sees that matchup again, since it was revealed. Taking it
     * back twice changes nothing more.
     *
     * @param votePublicId what the API calls the vote
     * @return how far the voter is now
     * @throws BattleException where the vote is unknown, another voter's, or a skip
     */
    public VotingProgress withdraw(JudgeId voter, String votePublicId) {
        Vote vote = store.votes()
                .findVote(votePublicId)
                .orElseThrow(() -> new BattleException(BattleException.Kind.UNKNOWN_VOTE));
        if (!vote.judge().equals(voter)) {
            throw new BattleException(BattleException.Kind.OTHER_VOTERS_VOTE);
        }
        if (!vote.verdict().decides()) {
            throw new BattleException(BattleException.Kind.NOTHING_TO_WITHDRAW);
        }
        Battle battle = store.battles().getBattle(vote.battle());
        Verdict withdrawn = Verdict.abstain(AbstentionReason.WITHDRAWN, null);
        // Keys of requests hold no space, so none can take this one.
        String key = "withdrawal of " + votePublicId;
        VoteDraft draft = new VoteDraft(voter, withdrawn, key, "", 1, null, null, clock.instant());
        if (battle.draft().origin().study() != null) {
            studies.requireTakesVotes(battle);
            studies.withdrawn(battle, vote, store.votes().supersede(vote.id(), draft));
            return studies.progress(battle);
        }
        VoterHistory history = history(voter);
        history.stored(battle, store.votes().supersede(vote.id(), draft).vote());
        return history.progress(index(), WHOLE_LOG);
    }

    /**
     * Checks that a battle is this voter's.
     *
     * @return whether it is of the open floor, and of no study
     * @throws BattleException where it is unknown, or another voter's
     */
    public boolean requireOwn(JudgeId voter, String token) {
        return ownBattle(voter, token).draft().origin().study() == null;
    }

    private Battle ownBattle(JudgeId voter, String token) {
        Battle battle = byToken.find(token).orElseThrow(() -> new BattleException(BattleException.Kind.UNKNOWN_BATTLE));
        if (!voter.equals(battle.draft().origin().voter())) {
            throw new BattleException(BattleException.Kind.OTHER_VOTERS_BATTLE);
        }
        return battle;
    }

    private VoterHistory history(JudgeId voter) {
        VoterHistory history = histories.get(voter);
        history.load(store);
        return history;
    }

    private CandidateIndex index() {
        CandidateIndex known = index;
        if (known != null) {
            return known;
        }
        synchronized (indexLock) {
            if (index == null) {
                refreshCatalog();
            }
            return Objects.requireNonNull(index, "made above");
        }
    }
}
