package dev.arena.core.battle;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.study.StudyCounts;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws the battles of one version of a study's settings, on one state of the catalog. Every method is called under the lock of
 * the counts, so that a matchup's last place is taken once.
 */
final class StudyTable {
    private final StudyVersion version;
    private final StudyCounts counts;
    private final StudyCandidates candidates;
    private final Matchmaker matchmaker;
    private final PlantedBattles planted;
    private final @Nullable FixedMatchups fixed;
    private final SeenMatchups full;
    private @Nullable Set<String> strangers;

    /** A battle that is about to be opened, and its place. */
    record Drawn(BattleDraft draft, StudyCounts.Reservation reservation) {}

    /** Who asks, and when. */
    record Request(JudgeId voter, StudyHistory history, Instant now) {}

    /**
     * A table.
     *
     * @param sample the keys of the matchups that were drawn once; null where the matchmaker draws of all
     */
    StudyTable(
            Study study,
            StudyCounts counts,
            StudyCandidates candidates,
            Matchmaker matchmaker,
            @Nullable List<String> sample) {
        this.version = study.version();
        this.counts = counts;
        this.candidates = candidates;
        this.matchmaker = matchmaker;
        this.planted = new PlantedBattles(version, candidates);
        this.fixed = sample == null ? null : FixedMatchups.of(candidates.index(), sample);
        this.full = new SeenMatchups(candidates.index());
    }

    StudyVersion version() {
        return version;
    }

    /** How many matchups the study has. */
    long matchupCount() {
        return fixed == null ? candidates.index().size() : fixed.size();
    }

    /** The responses that its battles may show, and those that they would show but for what these tell. */
    List<ResponseId> responses() {
        return candidates.responses().stream()
                .filter(head -> fixed == null || fixed.prompts().contains(head.prompt()))
                .map(ResponseHead::id)
                .toList();
    }

    /** What its battles ask, gold among them. */
    Set<PromptId> prompts() {
        Set<PromptId> prompts = new HashSet<>(fixed == null ? candidates.index().prompts() : fixed.prompts());
        if (version.settings().gold().share() > 0) {
            candidates.items().forEach(item -> prompts.add(item.prompt()));
        }
        return prompts;
    }

    /** How many battles a voter is likely to be given until all matchups were shown, gold and repeats among them. */
    long expectedCount() {
        return ExpectedBattles.of(matchupCount(), version.settings(), planted.goldSupply());
    }

    /** How many matchups have how many verdicts. */
    MatchupCoverage coverage() {
        SortedMap<Integer, Integer> byCount = counts.coverage(strangers());
        Integer wanted = version.settings().votesPerMatchup();
        long voted = sum(byCount);
        long enough = wanted == null ? 0 : sum(byCount.tailMap(wanted));
        return new MatchupCoverage(matchupCount() - voted, voted - enough, wanted == null ? null : enough);
    }

    private static long sum(SortedMap<Integer, Integer> byCount) {
        return byCount.values().stream().mapToLong(Integer::longValue).sum();
    }

    /**
     * Matchups that earlier settings or another catalog gave battles of, and that this study has no more. All that come later are drawn
     * at this table.
     */
    private synchronized Set<String> strangers() {
        Set<String> known = strangers;
        if (known == null) {
            known = new HashSet<>(counts.matchups());
            known.removeIf(this::has);
            strangers = known;
        }
        return known;
    }

    private boolean has(String key) {
        if (fixed != null) {
            return fixed.has(key);
        }
        FixedMatchups.MatchupKey matchup = FixedMatchups.MatchupKey.parse(key);
        int position = candidates.index().position(matchup.prompt());
        return position >= 0
                && candidates
                        .index()
                        .space(position)
                        .number(matchup.responses())
                        .isPresent();
    }

    /** A matchup is full, or has a place again. */
    private void place(String key) {
        Integer wanted = version.settings().votesPerMatchup();
        if (wanted == null || fixed != null) {
            return;
        }
        FixedMatchups.MatchupKey matchup = FixedMatchups.MatchupKey.parse(key);
        if (counts.taken(key) >= wanted) {
            full.add(matchup.prompt(), matchup.responses());
        } else {
            full.remove(matchup.prompt(), matchup.responses());
        }
    }

    /**
     * Draws a battle and takes its place.
     *
     * @param chance tokens and seeds are drawn from it
     * @return empty where no plain battle is left for this voter
     */
    Optional<Drawn> draw(Request request, RandomGenerator chance) {
        counts.expire(request.now());
        counts.takeChanges(this).forEach(this::place);
        RandomGenerator picks = SeatOrder.generator(chance.nextLong());
        Optional<Matchmaker.Pick> pick = pick(request.history(), picks);
        if (pick.isEmpty()) {
            return Optional.empty();
        }
        String token = VoterIdentity.randomText(chance);
        BattleDraft draft = planted.draw(request.history(), picks)
                .map(known -> draft(token, known, request))
                .orElseGet(() -> plain(token, pick.get(), chance.nextLong(), request));
        String matchup = draft.origin().part() == StudyPart.PLAIN ? draft.matchupKey() : null;
        Instant endsAt = draft.openedAt().plus(version.settings().reservation());
        return Optional.of(new Drawn(draft, counts.reserve(matchup, endsAt)));
    }

    /** Whether a plain battle is left for a voter. */
    boolean hasPlace(Request request) {
        counts.expire(request.now());
        counts.takeChanges(this).forEach(this::place);
        return pick(request.history(), SeatOrder.generator(0)).isPresent();
    }

    private Optional<Matchmaker.Pick> pick(StudyHistory history, RandomGenerator picks) {
        StudySettings settings = version.settings();
        if (fixed != null) {
            Set<String> seen = history.seenMatchups();
            return fixed.pick(counts, seen, settings.votesPerMatchup(), picks);
        }
        SeenMatchups seen = history.seen(candidates.index());
        SeenMatchups closed = settings.votesPerMatchup() == null ? seen : seen.and(full);
        return matchmaker.pick(candidates.index(), closed, picks);
    }

    private BattleDraft plain(String token, Matchmaker.Pick pick, long seed, Request request) {
        List<Seat> seats = SeatOrder.draw(pick.matchup(), seed);
        BattleStudy place = new BattleStudy(version.id(), StudyPart.PLAIN, null);
        return new BattleDraft(
                token,
                pick.prompt(),
                seats,
                seed,
                pick.probability(),
                BattleOrigin.inStudy(request.voter(), place),
                BattleTags.NONE,
                request.now());
    }

    private static BattleDraft draft(String token, PlantedBattles.Planted known, Request request) {
        return new BattleDraft(
                token,
                known.prompt(),
                known.seats(),
                known.seed(),
                null,
                BattleOrigin.inStudy(request.voter(), known.place()),
                BattleTags.NONE,
                request.now());
    }
}
