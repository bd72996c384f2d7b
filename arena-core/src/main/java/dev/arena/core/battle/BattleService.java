package dev.arena.core.battle;

import dev.arena.core.leak.LeakCounts;
import dev.arena.core.leak.LeakPolicy;
import dev.arena.core.leak.LeakScreen;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
    private static final int RECENT_VOTERS = 10_000;
    private static final int RESPONSES_PER_BATTLE = 2;
    private static final VoteId WHOLE_LOG = new VoteId(Long.MAX_VALUE);

    private final ArenaStore store;
    private final Matchmaker matchmaker;
    private final Reveals reveals;
    private final LeakScreen leaks;
    private final InstantSource clock;
    private final RandomGenerator chance;
    private final RecentMap<JudgeId, VoterHistory> histories = new RecentMap<>(RECENT_VOTERS, VoterHistory::new);
    private final Object indexLock = new Object();
    private volatile @Nullable CandidateIndex index;

    /**
     * A service.
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
        this.store = store;
        this.matchmaker = matchmaker;
        this.reveals = new Reveals(store, ratings);
        this.leaks = new LeakScreen(store);
        this.clock = clock;
        this.chance = chance;
    }

    /** Reads the catalog now, and stores the ties of byte-identical responses; otherwise the first request does. */
    public void refreshCatalog() {
        synchronized (indexLock) {
            CandidateIndex fresh = CandidateIndex.read(
                    store.catalog(), RESPONSES_PER_BATTLE, leaks.withheld(LeakPolicy.STANDARD));
            new IdenticalResponses(store, clock).tie(fresh);
            index = fresh;
        }
    }

    /** Counts of what tells who wrote it, on the open floor. */
    public LeakCounts leaks() {
        return leaks.counts(LeakPolicy.STANDARD);
    }

    /** How many matchups a new voter can be shown. */
    public long matchupCount() {
        return index().size();
    }

    /**
     * The voter's open battle, or a new one.
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
        return battle.map(open -> show(open, history.progress(current, WHOLE_LOG)));
    }

    private Optional<Battle> draw(JudgeId voter, VoterHistory history, CandidateIndex current) {
        RandomGenerator picks = SeatOrder.generator(chance.nextLong());
        return matchmaker.pick(current, history.seen(current), picks).map(pick -> {
            long seed = chance.nextLong();
            BattleDraft draft = new BattleDraft(
                    VoterIdentity.randomText(chance),
                    pick.prompt(),
                    SeatOrder.draw(pick.matchup(), seed),
                    seed,
                    pick.probability(),
                    BattleOrigin.matchmaker(voter),
                    BattleTags.NONE,
                    clock.instant());
            return store.battles().open(draft);
        });
    }

    private ShownBattle show(Battle battle, VotingProgress progress) {
        PromptId promptId = Objects.requireNonNull(battle.draft().prompt(), "a drawn battle has a prompt");
        PromptText prompt = store.catalog().getPrompt(promptId).text();
        List<ResponseId> ids = new ArrayList<>();
        for (Seat seat : battle.seats()) {
            ids.add(Objects.requireNonNull(seat.response(), "a drawn battle has responses"));
        }
        Map<ResponseId, Response> texts = store.catalog().getResponses(ids);
        List<Response> responses = new ArrayList<>();
        for (ResponseId id : ids) {
            responses.add(Objects.requireNonNull(texts.get(id), "a drawn response is stored"));
        }
        List<ResponseText> shown = leaks.show(battle, LeakPolicy.STANDARD, prompt, responses);
        return new ShownBattle(battle.token(), prompt, shown, progress);
    }

    /**
     * Stores a vote and reveals who stood where.
     *
     * @param idempotencyKey unique per voter: the same key and request again is the same vote
     * @throws BattleException where the battle is unknown or another voter's, is voted on already, or the key was used before
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
        AppendResult result = store.votes().append(battle.id(), draft);
        if (result instanceof AppendResult.KeyReused) {
            throw new BattleException(BattleException.Kind.KEY_REUSED);
        }
        if (result instanceof AppendResult.AlreadyVoted) {
            throw new BattleException(BattleException.Kind.ALREADY_VOTED);
        }
        VoterHistory history = history(voter);
        history.stored(battle, result.vote());
        Reveal reveal = reveals.of(battle, result.vote(), verdict, last -> history.progress(index(), last));
        return new VoteReceipt(reveal, result instanceof AppendResult.Stored);
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
        VoterHistory history = history(voter);
        history.stored(battle, store.votes().supersede(vote.id(), draft).vote());
        return history.progress(index(), WHOLE_LOG);
    }

    /**
     * Checks that a battle is this voter's.
     *
     * @throws BattleException where it is unknown, or another voter's
     */
    public void requireOwn(JudgeId voter, String token) {
        ownBattle(voter, token);
    }

    private Battle ownBattle(JudgeId voter, String token) {
        Battle battle = store.battles()
                .findByToken(token)
                .orElseThrow(() -> new BattleException(BattleException.Kind.UNKNOWN_BATTLE));
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
