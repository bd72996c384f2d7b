package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A voter's own votes, newest first, with the names that the voter was told already and no others. */
public final class OwnVotes {
    private final ArenaStore store;
    private final StudyService studies;

    public OwnVotes(ArenaStore store, StudyService studies) {
        this.store = store;
        this.studies = studies;
    }

    /**
     * Votes of one voter.
     *
     * @param before only those before this one; null for the newest
     * @param most how many at most
     */
    public List<OwnVote> list(JudgeId voter, @Nullable VoteId before, int most) {
        List<CastVote> page = cast(voter, before, most);
        Map<ContestantId, String> names = page.isEmpty() ? Map.of() : names();
        return page.stream().map(each -> shown(each, names)).toList();
    }

    /** The same votes as they are stored. */
    List<CastVote> cast(JudgeId voter, @Nullable VoteId before, int most) {
        List<CastVote> page = new ArrayList<>();
        VoteId end = before;
        boolean more = true;
        while (more && page.size() < most) {
            int wanted = most - page.size();
            List<CastVote> found = store.votes().listCurrent(voter, end, wanted);
            found.stream().filter(cast -> isOwn(cast, voter)).forEach(page::add);
            more = found.size() == wanted;
            end = found.isEmpty() ? end : found.get(found.size() - 1).vote().id();
        }
        return page;
    }

    /** Whether a vote on a battle is told who wrote what. */
    boolean reveals(Battle battle) {
        BattleStudy place = battle.draft().origin().study();
        return reveals(place == null ? null : studies.version(place.version()));
    }

    /** Whether votes on battles of a version of a study are told who wrote what; null stands for the open floor. */
    static boolean reveals(@Nullable StudyVersion version) {
        return version == null || version.settings().reveal() == StudySettings.RevealRule.VOTE;
    }

    /** What the server says of a battle whose time was over is nobody's vote. */
    private static boolean isOwn(CastVote cast, JudgeId voter) {
        return voter.equals(cast.battle().draft().origin().voter()) && !CurrentVote.isExpiry(cast.vote());
    }

    private Map<ContestantId, String> names() {
        Map<ContestantId, String> names = new HashMap<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            names.put(contestant.id(), contestant.name());
        }
        return names;
    }

    private OwnVote shown(CastVote cast, Map<ContestantId, String> names) {
        Vote vote = cast.vote();
        Verdict verdict = vote.verdict();
        boolean withdrawn = CurrentVote.isWithdrawal(vote);
        BattleStudy place = cast.battle().draft().origin().study();
        StudyVersion version = place == null ? null : studies.version(place.version());
        List<String> told = new ArrayList<>();
        if (reveals(version) && (withdrawn || verdict.decides())) {
            cast.battle()
                    .seats()
                    .forEach(seat -> told.add(
                            Objects.requireNonNull(names.get(seat.contestant()), "a seated contestant is stored")));
        }
        List<Integer> ranks =
                verdict instanceof Verdict.Ranking ranking && ranking.ranks().size() > 2 ? ranking.ranks() : null;
        return new OwnVote(
                vote.id(),
                vote.publicId(),
                version == null ? null : version.study(),
                vote.draft().castAt(),
                withdrawn ? null : VoteRequest.wordOf(verdict),
                ranks,
                prompt(cast.battle()),
                told);
    }

    private String prompt(Battle battle) {
        PromptId id = Objects.requireNonNull(battle.draft().prompt(), "a drawn battle has a prompt");
        List<String> turns = store.catalog().getPrompt(id).text().turns();
        return turns.isEmpty() ? "" : turns.get(turns.size() - 1);
    }
}
