package dev.arena.core.quality;

import dev.arena.core.leaderboard.VoterRulings;
import dev.arena.core.model.Battle;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the current votes of people from a store, several times over, without keeping them: first which rows hold, then what all voters
 * say, then voter by voter.
 */
final class QualityReading {
    private static final int CHUNK = 2000;

    private final ArenaStore store;
    private final BattleMarks marks;
    private final @Nullable StudyId study;
    private final VoterRulings rulings;
    private final BitSet superseded = new BitSet();
    private final TreeSet<JudgeId> voters = new TreeSet<>();
    private final Map<ResponseId, Integer> characters = new HashMap<>();
    private long votes;
    private long ties;
    private long bothBad;
    private VoteId end = new VoteId(0);

    QualityReading(ArenaStore store, BattleMarks marks, @Nullable StudyId study) {
        this.store = store;
        this.marks = marks;
        this.study = study;
        rulings = VoterRulings.of(store.quality().listDecisions());
        store.votes().scan(end, this::findOut);
    }

    private void findOut(CastVote cast) {
        VoteId replaced = cast.vote().supersedes();
        if (replaced != null) {
            superseded.set(Math.toIntExact(replaced.value()));
        }
        end = cast.vote().id();
        if (isOurs(cast)) {
            voters.add(cast.vote().judge());
        }
    }

    private boolean isOurs(CastVote cast) {
        return cast.judge().kind() == JudgeKind.HUMAN
                && (study == null
                        || Objects.equals(study, marks.of(cast.battle()).study()));
    }

    /** All voters. */
    SortedSet<JudgeId> voters() {
        return voters;
    }

    /** What all voters whose votes count say. */
    void readTogether(OtherVoters others, MatchupTallies matchups) {
        store.votes().scan(new VoteId(0), cast -> {
            BattleMarks.Mark mark = marks.of(cast.battle());
            if (!holds(cast) || !cast.vote().verdict().decides() || !mark.isPlain() || !isCounted(cast, mark)) {
                return;
            }
            VoterVote vote = new VoterVote(cast, OptionalInt.empty(), mark, true);
            votes++;
            ties += ShareCheck.Kind.TIE.holds(vote.verdict()) ? 1 : 0;
            bothBad += ShareCheck.Kind.BOTH_BAD.holds(vote.verdict()) ? 1 : 0;
            others.add(vote);
            matchups.add(vote);
        });
    }

    /** Whether its voter's votes count: who was left out forms no majority, and nobody is measured by what they say. */
    private boolean isCounted(CastVote cast, BattleMarks.Mark mark) {
        return rulings.of(cast.vote().judge(), mark.study()).weight() > 0;
    }

    private boolean holds(CastVote cast) {
        return isOurs(cast)
                && cast.vote().id().compareTo(end) <= 0
                && !superseded.get(Math.toIntExact(cast.vote().id().value()));
    }

    /** The share of ties, as if there had been one more of each kind. */
    double ties() {
        return (ties + 1.0) / (votes + 2.0);
    }

    /** The share of verdicts that all are bad. */
    double bothBad() {
        return (bothBad + 1.0) / (votes + 2.0);
    }

    /** Hands over every current vote in the order of the log, abstentions included. */
    void readEach(Consumer<VoterVote> action) {
        List<CastVote> chunk = new ArrayList<>();
        store.votes().scan(new VoteId(0), cast -> {
            if (holds(cast)) {
                chunk.add(cast);
            }
            if (chunk.size() >= CHUNK) {
                hand(chunk, action);
            }
        });
        hand(chunk, action);
    }

    private void hand(List<CastVote> chunk, Consumer<VoterVote> action) {
        Set<ResponseId> unknown = new LinkedHashSet<>();
        for (CastVote cast : chunk) {
            for (Seat seat : cast.battle().seats()) {
                if (seat.response() != null && !characters.containsKey(seat.response())) {
                    unknown.add(seat.response());
                }
            }
        }
        Map<ResponseId, Response> texts =
                unknown.isEmpty() ? Map.of() : store.catalog().getResponses(List.copyOf(unknown));
        texts.forEach((id, response) -> characters.put(
                id, response.text().turns().stream().mapToInt(String::length).sum()));
        for (CastVote cast : chunk) {
            BattleMarks.Mark mark = marks.of(cast.battle());
            action.accept(new VoterVote(cast, length(cast.battle()), mark, isCounted(cast, mark)));
        }
        chunk.clear();
    }

    private OptionalInt length(Battle battle) {
        long sum = 0;
        for (Seat seat : battle.seats()) {
            Integer length = seat.response() == null ? null : characters.get(seat.response());
            if (length == null) {
                return OptionalInt.empty();
            }
            sum += length;
        }
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, sum));
    }
}
