package dev.arena.core.explore;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyVersionId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A prompt and a set of responses with all current verdicts on them, in all orders. */
final class Matchup {
    private static final double BIT = Math.log(2);

    final BattleId id;
    final @Nullable PromptId prompt;
    final int turn;
    final @Nullable String category;
    final @Nullable String language;
    /** In the order of the ids of the contestants. */
    final List<Seat> seats;

    final List<Said> said = new ArrayList<>(2);
    long lastMs;
    private double entropy = Double.NaN;

    /**
     * A verdict.
     *
     * @param count how many equal ones it stands for
     * @param study the version of the study in which it was asked for, or null
     */
    record Said(
            BattleId battle,
            Judge judge,
            Outcome outcome,
            long count,
            @Nullable StudyVersionId study) {}

    /** What tells matchups apart; a battle without a prompt is a matchup of its own. */
    record Key(long prompt, int turn, List<Long> seats) {
        static Key of(CastVote cast) {
            PromptId prompt = cast.battle().draft().prompt();
            if (prompt == null) {
                return new Key(-1, 0, List.of(cast.battle().id().value()));
            }
            Integer turn = cast.battle().draft().tags().turn();
            List<Long> seats = cast.battle().seats().stream()
                    .map(seat -> seat.response() == null
                            ? -seat.contestant().value()
                            : seat.response().value())
                    .sorted()
                    .toList();
            return new Key(prompt.value(), turn == null ? 0 : turn, seats);
        }
    }

    Matchup(CastVote first) {
        id = first.battle().id();
        prompt = first.battle().draft().prompt();
        Integer ofTurn = first.battle().draft().tags().turn();
        turn = ofTurn == null ? 0 : ofTurn;
        category = first.battle().draft().tags().category();
        language = first.battle().draft().tags().language();
        seats = first.battle().seats().stream()
                .sorted(Comparator.comparing(Seat::contestant))
                .toList();
    }

    /** Takes a vote in; it replaces the judge's vote before on the same battle. */
    void add(CastVote cast, Outcome outcome) {
        BattleId battle = cast.battle().id();
        JudgeId judge = cast.judge().id();
        said.removeIf(one -> one.battle().equals(battle) && one.judge().id().equals(judge));
        BattleStudy study = cast.battle().draft().origin().study();
        said.add(new Said(
                battle, cast.judge(), outcome, cast.vote().draft().count(), study == null ? null : study.version()));
        lastMs = Math.max(lastMs, cast.vote().draft().castAt().toEpochMilli());
        entropy = Double.NaN;
    }

    boolean has(ContestantId contestant) {
        for (Seat seat : seats) {
            if (seat.contestant().equals(contestant)) {
                return true;
            }
        }
        return false;
    }

    boolean hasAnyOf(Set<ResponseId> responses) {
        for (Seat seat : seats) {
            if (seat.response() != null && responses.contains(seat.response())) {
                return true;
            }
        }
        return false;
    }

    /** Verdicts by outcome, abstentions left out. */
    Map<String, Long> outcomes() {
        Map<String, Long> outcomes = new TreeMap<>();
        for (Said one : said) {
            if (!one.outcome().abstained()) {
                outcomes.merge(one.outcome().text(), one.count(), Long::sum);
            }
        }
        return outcomes;
    }

    /** Entropy of the outcomes in bits, each judge counting once. */
    double disagreement() {
        if (Double.isNaN(entropy)) {
            entropy = said.size() < 2 ? 0 : computeEntropy();
        }
        return entropy;
    }

    private double computeEntropy() {
        Map<JudgeId, Map<String, Long>> byJudge = new TreeMap<>();
        for (Said one : said) {
            if (!one.outcome().abstained()) {
                byJudge.computeIfAbsent(one.judge().id(), judge -> new TreeMap<>())
                        .merge(one.outcome().text(), one.count(), Long::sum);
            }
        }
        Map<String, Double> shares = new TreeMap<>();
        byJudge.values().forEach(outcomes -> {
            double all = outcomes.values().stream().mapToLong(Long::longValue).sum();
            outcomes.forEach((outcome, count) -> shares.merge(outcome, count / all / byJudge.size(), Double::sum));
        });
        double bits = 0;
        for (double share : shares.values()) {
            bits -= share * Math.log(share) / BIT;
        }
        return Math.max(0, bits);
    }
}
