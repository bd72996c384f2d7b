package dev.arena.core.model;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a study fixes; the same in YAML and in JSON.
 *
 * @param key letters, digits and hyphens; part of the study's address
 * @param name as voters read it
 * @param language of name, guidelines and questions, a BCP 47 code; null where it is not said
 * @param contestants who takes part; empty for all that are no canaries
 * @param k how many responses meet in a battle, 2 to 8
 * @param votesPerMatchup how many different voters are wanted on each matchup; null for as many as come
 * @param matchups how many matchups are drawn once, by the seed, of all there are; null for all
 * @param reservation after so long a battle that was not voted on is given to others
 * @param guidelines Markdown; empty where there are none
 * @param margin whether a voter is asked how much better the better one is
 * @param minReadingMs how long a battle must have been shown before a vote
 * @param seed of the matchups drawn once
 */
public record StudySettings(
        String key,
        String name,
        @Nullable String language,
        Prompts prompts,
        List<String> contestants,
        int k,
        @Nullable Integer votesPerMatchup,
        @Nullable Integer matchups,
        Matchmaking matchmaker,
        Voters voters,
        Duration reservation,
        String guidelines,
        List<StudyQuestion> questions,
        boolean margin,
        long minReadingMs,
        RevealRule reveal,
        Gold gold,
        Repeats repeats,
        Leaks leaks,
        long seed) {
    /** Fewest and most responses in a battle. */
    public static final int MIN_K = 2;

    public static final int MAX_K = 8;

    public StudySettings {
        contestants = List.copyOf(contestants);
        questions = List.copyOf(questions);
    }

    /**
     * Which prompts take part: those that pass every list that is not empty.
     *
     * @param categories of prompts
     * @param languages of prompts
     * @param keys of prompts
     * @param limit the first so many of those left, in the order of the database; null for all
     */
    public record Prompts(
            List<String> categories,
            List<String> languages,
            List<String> keys,
            @Nullable Integer limit) {
        public static final Prompts ALL = new Prompts(List.of(), List.of(), List.of(), null);

        public Prompts {
            categories = List.copyOf(categories);
            languages = List.copyOf(languages);
            keys = List.copyOf(keys);
        }

        /** Whether a prompt is of the categories, languages and keys that are wanted. */
        public boolean passes(Prompt prompt) {
            return passes(keys, prompt.key())
                    && passes(categories, prompt.text().category())
                    && passes(languages, prompt.text().language());
        }

        private static boolean passes(List<String> wanted, @Nullable String found) {
            return wanted.isEmpty() || (found != null && wanted.contains(found));
        }
    }

    /**
     * How the next matchup is picked.
     *
     * @param type the name of a matchmaker
     * @param explore share of picks that are uniform, whatever the type
     * @param coverage how many battles each contestant gets before anything else counts
     * @param newcomers whether contestants with the fewest comparisons go first
     */
    public record Matchmaking(String type, double explore, int coverage, boolean newcomers) {
        /** The names of matchmakers, the default first. */
        public static final List<String> TYPES = List.of("uniform", "information", "rank-aware", "ucb");

        public static final Matchmaking UNIFORM = new Matchmaking("uniform", 0.1, 0, false);
    }

    /** Who may vote. */
    public enum Who {
        /** Whoever comes. */
        ANYONE,
        /** Who took an invitation. */
        INVITED;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Who may vote, and how much.
     *
     * @param quota most votes of one voter; null for no limit
     * @param daily most votes of one voter on one day (UTC); null for no limit
     */
    public record Voters(
            Who who, @Nullable Integer quota, @Nullable Integer daily) {}

    /** When a voter is told who stood where. */
    public enum RevealRule {
        /** Not in this study. */
        NEVER,
        /** With the answer to the vote. */
        VOTE;

        /** The word used in files and in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Battles with a known answer, mixed in unmarked.
     *
     * @param share of the battles that are given, in [0, 0.5]
     * @param canaries whether contestants with the fact {@code canary} are shown, who must lose
     * @param identical whether one response is shown twice, which must be a tie
     */
    public record Gold(double share, boolean canaries, boolean identical, List<Item> items) {
        public static final Gold NONE = new Gold(0, false, false, List.of());

        public Gold {
            items = List.copyOf(items);
        }

        /**
         * A battle with a known answer.
         *
         * @param prompt the key of a prompt
         * @param responses the names of K contestants
         * @param expected {@code first} or {@code second} of the names as listed is better than all others; {@code tie}: all are
         *     equal
         */
        public record Item(String prompt, List<String> responses, String expected) {
            public Item {
                responses = List.copyOf(responses);
            }
        }
    }

    /**
     * Battles that a voter decided before, given again in another order.
     *
     * @param share of the battles that are given, in [0, 0.5]
     * @param after how many other battles come in between, at least
     */
    public record Repeats(double share, int after) {
        public static final Repeats NONE = new Repeats(0, 10);
    }

    /**
     * What happens to a response that tells who wrote it.
     *
     * @param action {@code mask}, {@code replace}, {@code flag} or {@code off}
     * @param words that tell, beside the names that are known anyway
     * @param aliases further names of contestants, by their name
     */
    public record Leaks(String action, List<String> words, Map<String, List<String>> aliases) {
        /** The words for what happens, the default first. */
        public static final List<String> ACTIONS = List.of("mask", "replace", "flag", "off");

        public static final Leaks MASK = new Leaks("mask", List.of(), Map.of());

        public Leaks {
            words = List.copyOf(words);
            Map<String, List<String>> sorted = new TreeMap<>();
            aliases.forEach((name, others) -> sorted.put(name, List.copyOf(others)));
            aliases = Collections.unmodifiableMap(sorted);
        }
    }
}
