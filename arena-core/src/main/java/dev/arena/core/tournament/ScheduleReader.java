package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.ratings.pairing.PairPolicy;
import dev.arena.ratings.pairing.PickLaw;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the schedule of a tournament file, strictly: each type has keys of its own. */
final class ScheduleReader {
    /** The words for schedules. */
    static final List<String> TYPES = List.of("all-pairs", "baseline", "random", "swiss", "adaptive");

    private static final int MOST_SEATS = 8;
    private static final long MOST = Integer.MAX_VALUE;
    private static final int DEFAULT_FLOOR = 5;
    private static final double DEFAULT_TEMPERATURE = 0.1;
    private static final double LEAST_TEMPERATURE = 0.001;
    private static final double MOST_TEMPERATURE = 1000;
    private static final double DEFAULT_EPSILON = 0.1;
    private static final double LEAST_EPSILON = 0.001;

    private final Section section;
    private final int k;

    private ScheduleReader(Section section) {
        this.section = section;
        this.k = (int) section.whole("k", 2, MOST_SEATS, 2);
    }

    static Schedule read(Section section) {
        String type = section.text("type", String.join(", ", TYPES));
        Schedule schedule = new ScheduleReader(section).read(type);
        section.finish();
        return schedule;
    }

    private Schedule read(String type) {
        return switch (type) {
            case "all-pairs" -> new AllPairs(k);
            case "baseline" -> baseline();
            case "random" -> new RandomPairs(required("pairs"), k, section);
            case "swiss" ->
                new Swiss((int) required("rounds"), (int) section.whole("prompts_per_round", 1, MOST, 0), k);
            case "adaptive" -> adaptive();
            default -> throw section.bad("type", type, String.join(", ", TYPES), Nearest.hint(type, TYPES));
        };
    }

    private Baseline baseline() {
        String allowed = "the name of a contestant, or a list of names";
        List<String> names = section.texts("baseline", allowed);
        if (names.isEmpty()) {
            throw section.missing("baseline", allowed, "");
        }
        return new Baseline(names, k, section);
    }

    private Adaptive adaptive() {
        List<String> words =
                Arrays.stream(PairPolicy.values()).map(PairPolicy::word).toList();
        String policy = section.word("policy", words, PairPolicy.INFORMATION.word());
        int batch = (int) section.whole("batch", 1, MOST, 0);
        int floor = (int) section.whole("floor", 0, MOST, DEFAULT_FLOOR);
        double temperature = section.findNumber("temperature", LEAST_TEMPERATURE, MOST_TEMPERATURE)
                .orElse(DEFAULT_TEMPERATURE);
        double epsilon = section.findNumber("epsilon", LEAST_EPSILON, 1).orElse(DEFAULT_EPSILON);
        long matchups = section.whole("pairs", 1, MOST, 0);
        return new Adaptive(
                PairPolicy.valueOf(policy.toUpperCase(Locale.ROOT)),
                new PickLaw(temperature, epsilon),
                batch,
                floor,
                matchups,
                k);
    }

    private long required(String key) {
        if (!section.has(key)) {
            throw section.missing(key, "a whole number from 1 to " + MOST, "");
        }
        return section.whole(key, 1, MOST, 1);
    }
}
