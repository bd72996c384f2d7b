package dev.arena.core.battle;

import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.GoldAnswer;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyVersion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Battles of a study whose answer is known, and battles that a voter decided before: seated and marked as plain ones are. */
final class PlantedBattles {
    private static final int TRIES = 20;

    private final StudyVersion version;
    private final StudyCandidates candidates;

    /** A battle that is about to be opened. */
    record Planted(PromptId prompt, List<Seat> seats, long seed, BattleStudy place) {}

    PlantedBattles(StudyVersion version, StudyCandidates candidates) {
        this.version = version;
        this.candidates = candidates;
    }

    /** How many gold battles one voter can be given at most; of one response shown twice there are as many as anybody votes on. */
    long goldSupply() {
        StudySettings.Gold gold = version.settings().gold();
        if (gold.identical()) {
            return Long.MAX_VALUE;
        }
        long supply = candidates.items().size();
        if (gold.canaries()) {
            for (Map.Entry<PromptId, List<ResponseHead>> entry :
                    candidates.canaries().entrySet()) {
                supply += candidates.index().position(entry.getKey()) < 0
                        ? 0
                        : entry.getValue().size();
            }
        }
        return supply;
    }

    /**
     * A battle in the place of a plain one, with the stated shares.
     *
     * @return empty where a plain one is due, or there is nothing to plant
     */
    Optional<Planted> draw(StudyHistory history, RandomGenerator chance) {
        double due = chance.nextDouble();
        StudySettings settings = version.settings();
        double gold = settings.gold().share();
        if (due < gold) {
            return gold(history, chance);
        }
        return due < gold + settings.repeats().share() ? repeat(history, chance) : Optional.empty();
    }

    private Optional<Planted> repeat(StudyHistory history, RandomGenerator chance) {
        List<StudyHistory.Shown> decided =
                history.repeatable(version.settings().repeats().after());
        if (decided.isEmpty()) {
            return Optional.empty();
        }
        StudyHistory.Shown again = decided.get(chance.nextInt(decided.size()));
        long seed = chance.nextLong();
        List<Seat> seats = SeatOrder.drawSeats(again.seats(), seed);
        while (seats.equals(again.seats())) {
            seed = chance.nextLong();
            seats = SeatOrder.drawSeats(again.seats(), seed);
        }
        PromptId prompt = Objects.requireNonNull(again.prompt(), "a drawn battle has a prompt");
        BattleStudy place = new BattleStudy(version.id(), StudyPart.REPEAT, again.source());
        return Optional.of(new Planted(prompt, seats, seed, place));
    }

    /** Each type that the settings ask for has the same chance, as long as it has something that the voter was not shown. */
    private Optional<Planted> gold(StudyHistory history, RandomGenerator chance) {
        StudySettings.Gold gold = version.settings().gold();
        List<GoldAnswer.Type> types = new ArrayList<>();
        if (!candidates.items().isEmpty()) {
            types.add(GoldAnswer.Type.ITEM);
        }
        if (gold.canaries()) {
            types.add(GoldAnswer.Type.CANARY);
        }
        if (gold.identical()) {
            types.add(GoldAnswer.Type.IDENTICAL);
        }
        shuffle(types, chance);
        for (GoldAnswer.Type type : types) {
            Optional<Planted> planted = switch (type) {
                case ITEM -> item(history, chance);
                case CANARY -> canary(history, chance);
                case IDENTICAL -> identical(history, chance);
            };
            if (planted.isPresent()) {
                return planted;
            }
        }
        return Optional.empty();
    }

    private static <T> void shuffle(List<T> list, RandomGenerator chance) {
        for (int last = list.size() - 1; last > 0; last--) {
            Collections.swap(list, last, chance.nextInt(last + 1));
        }
    }

    private Optional<Planted> item(StudyHistory history, RandomGenerator chance) {
        Set<String> shown = history.goldMatchups();
        List<StudyCandidates.Item> unseen = candidates.items().stream()
                .filter(item -> !shown.contains(FixedMatchups.key(item.prompt(), item.responses())))
                .toList();
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        StudyCandidates.Item item = unseen.get(chance.nextInt(unseen.size()));
        return Optional.of(
                switch (item.expected()) {
                    case "first" ->
                        seat(
                                item.prompt(),
                                item.responses(),
                                chance,
                                wins(item.responses().get(0)));
                    case "second" ->
                        seat(
                                item.prompt(),
                                item.responses(),
                                chance,
                                wins(item.responses().get(1)));
                    default ->
                        seat(
                                item.prompt(),
                                item.responses(),
                                chance,
                                new Expected(GoldAnswer.Type.ITEM, GoldAnswer.Rule.TIE, seat -> true));
                });
    }

    private static Expected wins(ResponseHead best) {
        return new Expected(GoldAnswer.Type.ITEM, GoldAnswer.Rule.WINS, isOf(best));
    }

    private static Predicate<Seat> isOf(ResponseHead head) {
        return seat -> head.id().equals(seat.response());
    }

    private Optional<Planted> canary(StudyHistory history, RandomGenerator chance) {
        Set<ResponseId> shown = history.goldResponses();
        List<ResponseHead> unseen = new ArrayList<>();
        for (Map.Entry<PromptId, List<ResponseHead>> entry :
                candidates.canaries().entrySet()) {
            if (candidates.index().position(entry.getKey()) >= 0) {
                entry.getValue().stream()
                        .filter(head -> !shown.contains(head.id()))
                        .forEach(unseen::add);
            }
        }
        if (unseen.isEmpty()) {
            return Optional.empty();
        }
        ResponseHead canary = unseen.get(chance.nextInt(unseen.size()));
        List<ResponseHead> matchup = some(candidates.index().position(canary.prompt()), chance);
        matchup.set(chance.nextInt(matchup.size()), canary);
        boolean copied = matchup.stream()
                        .filter(head -> head.sha256().equals(canary.sha256()))
                        .count()
                > 1;
        return copied
                ? Optional.empty()
                : Optional.of(seat(
                        canary.prompt(),
                        matchup,
                        chance,
                        new Expected(GoldAnswer.Type.CANARY, GoldAnswer.Rule.LOSES, isOf(canary))));
    }

    private Optional<Planted> identical(StudyHistory history, RandomGenerator chance) {
        Set<String> shown = history.goldMatchups();
        for (int tries = 0; tries < TRIES && candidates.index().promptCount() > 0; tries++) {
            int position = chance.nextInt(candidates.index().promptCount());
            List<ResponseHead> matchup = some(position, chance);
            shuffle(matchup, chance);
            ResponseHead twice = matchup.get(0);
            matchup.set(1, twice);
            PromptId prompt = candidates.index().prompt(position);
            if (!shown.contains(FixedMatchups.key(prompt, matchup))) {
                Expected tie = new Expected(GoldAnswer.Type.IDENTICAL, GoldAnswer.Rule.TIE, isOf(twice));
                return Optional.of(seat(prompt, matchup, chance, tie));
            }
        }
        return Optional.empty();
    }

    /** A matchup of a prompt, each with the same chance. */
    private List<ResponseHead> some(int position, RandomGenerator chance) {
        MatchupSpace space = candidates.index().space(position);
        return new ArrayList<>(space.matchup(chance.nextLong(space.size())));
    }

    /** What is expected of the seats for which something holds. */
    private record Expected(GoldAnswer.Type type, GoldAnswer.Rule rule, Predicate<Seat> about) {}

    private Planted seat(PromptId prompt, List<ResponseHead> matchup, RandomGenerator chance, Expected expected) {
        long seed = chance.nextLong();
        List<Seat> seats = SeatOrder.draw(matchup, seed);
        List<Integer> positions = new ArrayList<>();
        for (int position = 1; position <= seats.size(); position++) {
            if (expected.about().test(seats.get(position - 1))) {
                positions.add(position);
            }
        }
        GoldAnswer answer = new GoldAnswer(expected.type(), expected.rule(), positions);
        return new Planted(prompt, seats, seed, new BattleStudy(version.id(), StudyPart.GOLD, answer.text()));
    }
}
