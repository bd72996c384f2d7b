package dev.arena.core.quality;

import dev.arena.core.model.ContestantId;
import dev.arena.ratings.integrity.BettingProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * A bet against the claim that a voter treats each contestant as the other voters do, one a contestant: who always prefers one loses
 * the claim's money quickly, an attentive voter goes beyond 1/α at any time with a probability of at most α a contestant. Which of all
 * bets of all voters to act on is decided over all of them together ({@link BettingVerdicts}).
 */
final class BettingCheck implements VoterCheck {
    static final String ID = "betting";
    static final double ALPHA = 0.05;

    private final OtherVoters others;
    private final Map<ContestantId, String> names;
    private final Map<ContestantId, Bet> bets = new TreeMap<>();
    private Map<ContestantId, Boolean> chosen = new HashMap<>();

    /** The bet on one contestant. */
    static final class Bet {
        private final BettingProcess process = new BettingProcess();
        private long crossedAfter;
        private double surplus;

        private void add(double score, OtherVoters.Expected expected) {
            double unused = process.add(score, expected.lowest(), expected.highest());
            surplus += score - (expected.lowest() + expected.highest()) / 2;
            if (crossedAfter == 0 && process.flagged(ALPHA)) {
                crossedAfter = process.votes();
            }
        }

        /** An e-value. */
        double capital() {
            return process.capital();
        }

        /** Bets until the capital first reached 1/α; 0 where it never did. */
        long crossedAfter() {
            return crossedAfter;
        }

        /** Mean score beyond what is expected. */
        double surplus() {
            return process.votes() == 0 ? 0 : surplus / process.votes();
        }

        long votes() {
            return process.votes();
        }
    }

    BettingCheck(OtherVoters others, Map<ContestantId, String> names) {
        this.others = others;
        this.names = names;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public void take(VoterVote vote) {
        if (!vote.mark().isPlain()) {
            return;
        }
        for (int position = 0; position < vote.seats().size(); position++) {
            OptionalDouble score = OtherVoters.score(vote, position);
            Optional<OtherVoters.Expected> expected = others.expected(vote, position);
            if (score.isPresent() && expected.isPresent()) {
                bets.computeIfAbsent(vote.seats().get(position).contestant(), contestant -> new Bet())
                        .add(score.getAsDouble(), expected.get());
            }
        }
    }

    /** The bets by contestant; not to be changed. */
    Map<ContestantId, Bet> bets() {
        return bets;
    }

    /** Says which contestants stay suspect over the bets of all voters. */
    void choose(Map<ContestantId, Boolean> among) {
        chosen = among;
    }

    /** The largest capital of all contestants, or of those that stay suspect where some do. */
    Optional<Map.Entry<ContestantId, Bet>> strongest() {
        boolean any = chosen.containsValue(true);
        return bets.entrySet().stream()
                .filter(bet -> !any || chosen.getOrDefault(bet.getKey(), false))
                .reduce((one, other) ->
                        other.getValue().capital() > one.getValue().capital() ? other : one);
    }

    private String name(ContestantId contestant) {
        return names.getOrDefault(contestant, "contestant " + contestant.value());
    }

    /** Names of the contestants that stay suspect. */
    List<String> suspects() {
        return chosen.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(entry -> name(entry.getKey()))
                .sorted()
                .toList();
    }

    @Override
    public Signal signal() {
        Optional<Map.Entry<ContestantId, Bet>> strongest = strongest();
        if (strongest.isEmpty()) {
            return Signal.unknown(ID, 1 / ALPHA, 0, QualityPhrase.NO_OTHERS.say());
        }
        Bet bet = strongest.get().getValue();
        return Signal.found(
                ID,
                chosen.containsValue(true),
                new Signal.Measure(bet.capital(), 1 / ALPHA),
                bet.votes(),
                QualityPhrase.BETTING.say(
                        "count", bet.votes(), "contestant", name(strongest.get().getKey()), "surplus", bet.surplus()));
    }
}
