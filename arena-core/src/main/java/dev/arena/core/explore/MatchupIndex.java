package dev.arena.core.explore;

import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The matchups of the newest votes, in memory: the log is read once and then only what was appended, until twice as many votes were read
 * as wanted; then only the newest are kept. Votes of rules of the arena are on no
 * list, since nobody judged, nor are battles that test a voter. Not safe for use by many threads.
 */
final class MatchupIndex {
    private static final int BATCH = 1024;

    private final ArenaStore store;
    private final long most;
    private final Map<Matchup.Key, Matchup> matchups = new LinkedHashMap<>();
    private final Map<Long, Matchup> byBattle = new HashMap<>();
    private final Map<Outcome, Outcome> outcomes = new HashMap<>();
    private Map<ContestantId, Contestant> contestants = Map.of();
    private Map<PromptId, Prompt> prompts = Map.of();
    private VoteId last = new VoteId(0);
    private long revision = -1;
    private long catalogRevision = -1;
    private long taken;

    /**
     * Nothing read yet.
     *
     * @param most votes; of a longer log the oldest ones are left out, so that about twice as many are held at most
     */
    MatchupIndex(ArenaStore store, long most) {
        this.store = store;
        this.most = most;
    }

    /** Reads what is new. */
    void refresh() {
        long now = store.revision();
        if (now == revision) {
            return;
        }
        long count = store.votes().count();
        long unread = count - last.value();
        if (unread > most || taken + unread > 2 * most) {
            startOver(count - most);
        }
        List<CastVote> fresh = new ArrayList<>(BATCH);
        store.votes().scan(last, cast -> {
            fresh.add(cast);
            if (fresh.size() == BATCH) {
                addAll(fresh);
            }
        });
        addAll(fresh);
        revision = now;
    }

    private void startOver(long after) {
        matchups.clear();
        byBattle.clear();
        outcomes.clear();
        taken = 0;
        last = new VoteId(Math.max(0, after));
    }

    private void addAll(List<CastVote> fresh) {
        // after the votes were read, so that all they name is known
        readNewCatalog();
        fresh.forEach(this::add);
        fresh.clear();
    }

    private void readNewCatalog() {
        long now = store.catalogRevision();
        if (now == catalogRevision) {
            return;
        }
        catalogRevision = now;
        contestants = store.catalog().contestantsById();
        Map<PromptId, Prompt> byId = new HashMap<>();
        store.catalog().listPrompts().forEach(prompt -> byId.put(prompt.id(), prompt));
        prompts = byId;
    }

    private void add(CastVote cast) {
        last = cast.vote().id();
        taken++;
        if (cast.judge().kind() == JudgeKind.RULE
                || cast.battle().draft().origin().isPlanted()) {
            return;
        }
        Battle battle = cast.battle();
        Outcome outcome = Outcome.of(cast.vote().verdict(), battle, this::name);
        Outcome shared = outcomes.computeIfAbsent(outcome, one -> one);
        Matchup matchup = matchups.computeIfAbsent(Matchup.Key.of(cast), key -> new Matchup(cast));
        matchup.add(cast, shared);
        byBattle.put(battle.id().value(), matchup);
    }

    /** All matchups in the order of their first votes. */
    Collection<Matchup> all() {
        return matchups.values();
    }

    /** The matchup of a battle; null where no vote on it was read. */
    @Nullable
    Matchup ofBattle(long battle) {
        return byBattle.get(battle);
    }

    /** Votes that were read. */
    long taken() {
        return taken;
    }

    Collection<Contestant> contestants() {
        return contestants.values();
    }

    Collection<Prompt> prompts() {
        return prompts.values();
    }

    String name(ContestantId id) {
        Contestant contestant = contestants.get(id);
        if (contestant == null) {
            throw new IllegalStateException("vote on an unknown contestant " + id.value() + "; run 'arena verify'");
        }
        return contestant.name();
    }

    @Nullable
    Prompt prompt(Matchup matchup) {
        return matchup.prompt == null ? null : prompts.get(matchup.prompt);
    }

    /** What the battle's file said, else what the prompt's says. */
    @Nullable
    String category(Matchup matchup) {
        Prompt prompt = prompt(matchup);
        return matchup.category != null || prompt == null
                ? matchup.category
                : prompt.text().category();
    }

    @Nullable
    String language(Matchup matchup) {
        Prompt prompt = prompt(matchup);
        return matchup.language != null || prompt == null
                ? matchup.language
                : prompt.text().language();
    }
}
