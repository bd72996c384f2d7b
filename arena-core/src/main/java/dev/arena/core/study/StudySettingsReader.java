package dev.arena.core.study;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudySettings.Gold;
import dev.arena.core.model.StudySettings.Leaks;
import dev.arena.core.model.StudySettings.Matchmaking;
import dev.arena.core.model.StudySettings.Prompts;
import dev.arena.core.model.StudySettings.Repeats;
import dev.arena.core.model.StudySettings.RevealRule;
import dev.arena.core.model.StudySettings.Voters;
import dev.arena.core.model.StudySettings.Who;
import dev.arena.core.problem.FreeText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the settings of a study, strictly: an unknown key is an error. Every problem is a
 * {@link dev.arena.core.problem.UsageException} with file, line, field, value, what is allowed and what to do next.
 */
public final class StudySettingsReader {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}[A-Za-z0-9])?");
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration RESERVATION = Duration.ofMinutes(30);
    private static final int MOST = 1_000_000;
    private static final int MOST_WORDS = 10_000;
    private static final int LONGEST_GUIDELINES = 100_000;
    private static final int LONGEST_NAME = 200;
    private static final long MAX_READING_MS = 600_000;
    private static final double MOST_SHARE = 0.5;
    private static final double EXPLORE = 0.1;
    private static final double LEAST_EXPLORE = 0.01;
    private static final int REPEAT_AFTER = 10;
    private static final long DEFAULT_SEED = 42;

    private final Section root;
    private final int k;

    private StudySettingsReader(Section root) {
        this.root = root;
        this.k = (int) root.whole("k", StudySettings.MIN_K, StudySettings.MAX_K, StudySettings.MIN_K);
    }

    /** Reads a YAML file. */
    public static StudySettings read(Path file) {
        return readYaml(file.toString(), YamlDocument.load(file));
    }

    /** Reads YAML; {@code name} is what messages call it. */
    public static StudySettings readYaml(String name, String text) {
        return new StudySettingsReader(YamlDocument.read(name, text)).settings();
    }

    /** Reads JSON; {@code name} is what messages call it. */
    public static StudySettings readJson(String name, String text) {
        return new StudySettingsReader(YamlDocument.readJson(name, text)).settings();
    }

    private StudySettings settings() {
        Gold gold = gold();
        Repeats repeats = repeats();
        StudySettings settings = new StudySettings(
                key(),
                limited("name", LONGEST_NAME).orElseThrow(() -> root.missing("name", "a name", "")),
                language(),
                prompts(),
                contestants(),
                k,
                unlessUnset(root, "votes_per_matchup"),
                unlessUnset(root, "matchups"),
                matchmaker(),
                voters(),
                reservation(),
                limited("guidelines", LONGEST_GUIDELINES).orElse(""),
                new QuestionReader(root).questions(),
                margin(),
                root.whole("min_reading_ms", 0, MAX_READING_MS, 0),
                reveal(gold, repeats),
                gold,
                repeats,
                leaks(),
                root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, DEFAULT_SEED));
        root.finish();
        return settings;
    }

    private String key() {
        String allowed = "1 to 64 letters, digits and hyphens, a letter or digit first and last";
        String key = root.text("key", allowed);
        if (!KEY.matcher(key).matches()) {
            throw root.bad("key", key, allowed, "");
        }
        return key;
    }

    private Optional<String> limited(String key, int longest) {
        String allowed = "a text of at most " + longest + " characters";
        Optional<String> text = root.isUnset(key) ? Optional.empty() : root.findText(key, allowed);
        if (text.isPresent() && text.get().length() > longest) {
            throw root.bad(key, text.get().length() + " characters", allowed, "");
        }
        text.ifPresent(value -> requireClean(root, key, value));
        return text;
    }

    /** Refuses what cannot be shown again as it was written. */
    static void requireClean(Section section, String key, String text) {
        String flaw = FreeText.flaw(text);
        if (flaw != null) {
            throw section.bad(key, flaw, FreeText.ALLOWED, "");
        }
    }

    private @Nullable String language() {
        String allowed = "a language code such as en or pt-BR";
        if (root.isUnset("language")) {
            return null;
        }
        String code = root.text("language", allowed);
        if (!code.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
            throw root.bad("language", code, allowed, "");
        }
        return code;
    }

    private Prompts prompts() {
        Section section = part(root, "prompts", "the keys category, language, keys, limit");
        if (section == null) {
            return Prompts.ALL;
        }
        Prompts prompts = new Prompts(
                once(section, "category", "categories of prompts"),
                once(section, "language", "languages of prompts"),
                once(section, "keys", "keys of prompts"),
                unlessUnset(section, "limit"));
        section.finish();
        return prompts;
    }

    private List<String> contestants() {
        String allowed = "all, or a list of at least " + k + " names";
        List<String> names = once(root, "contestants", allowed);
        if (names.isEmpty() || names.equals(List.of("all"))) {
            return List.of();
        }
        if (names.size() < k) {
            throw root.bad("contestants", String.join(", ", names), allowed, "");
        }
        return names;
    }

    private Matchmaking matchmaker() {
        Section section = part(root, "matchmaker", "the keys type, explore, coverage, newcomers");
        if (section == null) {
            return Matchmaking.UNIFORM;
        }
        String type = section.word("type", Matchmaking.TYPES, Matchmaking.TYPES.get(0));
        Matchmaking matchmaking = new Matchmaking(
                type,
                section.findNumber("explore", LEAST_EXPLORE, 1).orElse(EXPLORE),
                (int) section.whole("coverage", 0, MOST, 0),
                section.flag("newcomers", !type.equals(Matchmaking.TYPES.get(0))));
        section.finish();
        return matchmaking;
    }

    private Voters voters() {
        Section section = part(root, "voters", "the keys who, quota, daily");
        if (section == null) {
            return new Voters(Who.INVITED, null, null);
        }
        String who = section.word("who", List.of(Who.ANYONE.word(), Who.INVITED.word()), Who.INVITED.word());
        Voters voters = new Voters(
                Who.valueOf(who.toUpperCase(Locale.ROOT)),
                unlessUnset(section, "quota"),
                unlessUnset(section, "daily"));
        section.finish();
        return voters;
    }

    private Duration reservation() {
        String allowed = "a time from PT1M to P30D, such as PT30M (30 minutes) or PT2H";
        if (root.isUnset("reservation")) {
            return RESERVATION;
        }
        String text = root.text("reservation", allowed);
        try {
            Duration time = Duration.parse(text);
            if (time.compareTo(SHORTEST) >= 0 && time.compareTo(LONGEST) <= 0) {
                return time;
            }
        } catch (DateTimeParseException e) {
            throw root.bad("reservation", text, allowed, "");
        }
        throw root.bad("reservation", text, allowed, "");
    }

    private boolean margin() {
        boolean margin = root.flag("margin", false);
        if (margin && k > 2) {
            throw root.bad("margin", "true", "true where k is 2", "A margin is between two responses.");
        }
        return margin;
    }

    private RevealRule reveal(Gold gold, Repeats repeats) {
        String word = root.word("reveal", List.of(RevealRule.NEVER.word(), RevealRule.VOTE.word()), "never");
        boolean marked = gold.share() > 0 || repeats.share() > 0;
        if (word.equals(RevealRule.VOTE.word()) && marked) {
            throw root.bad(
                    "reveal",
                    word,
                    "never, where gold or repeats have a share",
                    "A reveal would tell which battles are planted.");
        }
        return RevealRule.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Gold gold() {
        Section section = part(root, "gold", "the keys share, canaries, identical, items");
        if (section == null) {
            return Gold.NONE;
        }
        List<Gold.Item> items = new ArrayList<>();
        for (Section item : section.findSections("items", "a list of prompt, responses, expected")) {
            items.add(item(item));
        }
        Gold gold = new Gold(
                section.findNumber("share", 0, MOST_SHARE).orElse(0),
                section.flag("canaries", false),
                section.flag("identical", false),
                items);
        if (gold.share() > 0 && !gold.canaries() && !gold.identical() && items.isEmpty()) {
            throw section.bad(
                    "share",
                    String.valueOf(gold.share()),
                    "0, or a share beside items, 'canaries: true' or 'identical: true'",
                    "Say what the gold battles are made of.");
        }
        section.finish();
        return gold;
    }

    private Gold.Item item(Section section) {
        String allowed = "a list of " + k + " names of contestants, each once";
        List<String> responses = once(section, "responses", allowed);
        if (responses.size() != k) {
            throw section.bad("responses", String.join(", ", responses), allowed, "");
        }
        Gold.Item item = new Gold.Item(
                section.text("prompt", "the key of a prompt"),
                responses,
                section.word("expected", List.of("first", "second", "tie"), null));
        section.finish();
        return item;
    }

    private Repeats repeats() {
        Section section = part(root, "repeats", "the keys share, after");
        if (section == null) {
            return Repeats.NONE;
        }
        Repeats repeats = new Repeats(section.findNumber("share", 0, MOST_SHARE).orElse(0), (int)
                section.whole("after", 1, MOST, REPEAT_AFTER));
        section.finish();
        return repeats;
    }

    private Leaks leaks() {
        Section section = part(root, "leaks", "the keys action, words, aliases");
        if (section == null) {
            return Leaks.MASK;
        }
        Map<String, List<String>> aliases = new LinkedHashMap<>();
        Section named = part(section, "aliases", "names of contestants, each with a list of further names");
        if (named != null) {
            for (String name : named.keys()) {
                aliases.put(name, once(named, name, "a list of further names"));
            }
        }
        Leaks leaks = new Leaks(
                section.word("action", Leaks.ACTIONS, Leaks.ACTIONS.get(0)),
                once(section, "words", "a list of words"),
                aliases);
        section.finish();
        return leaks;
    }

    private static @Nullable Section part(Section section, String key, String allowed) {
        return section.isUnset(key) ? null : section.findSection(key, allowed).orElse(null);
    }

    private static @Nullable Integer unlessUnset(Section section, String key) {
        return section.isUnset(key) ? null : (Integer) (int) section.whole(key, 1, MOST, 1);
    }

    /** A list in which each text stands once; empty where it is not there. */
    private static List<String> once(Section section, String key, String allowed) {
        if (section.isUnset(key)) {
            return List.of();
        }
        List<String> texts = section.texts(key, allowed);
        if (texts.size() > MOST_WORDS) {
            throw section.bad(key, texts.size() + " entries", "at most " + MOST_WORDS, "");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < texts.size(); i++) {
            requireClean(section, key + "[" + i + "]", texts.get(i));
            if (!seen.add(texts.get(i))) {
                throw section.bad(key + "[" + i + "]", texts.get(i), "each entry once", "");
            }
        }
        return texts;
    }
}
