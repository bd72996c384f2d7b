package dev.arena.core.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.model.StudyQuestion;
import dev.arena.core.model.StudySettings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Settings as they are stored and as the API gives them; {@link StudySettingsReader#readJson} reads them again. */
public final class StudySettingsJson {
    private StudySettingsJson() {}

    /** One line of JSON, the same for equal settings. */
    public static String text(StudySettings settings) {
        try {
            return new ObjectMapper().writeValueAsString(tree(settings));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are plain maps and lists", e);
        }
    }

    /** As maps and lists, with every default filled in. */
    public static Map<String, @Nullable Object> tree(StudySettings settings) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("key", settings.key());
        tree.put("name", settings.name());
        tree.put("language", settings.language());
        tree.put("prompts", prompts(settings.prompts()));
        tree.put("contestants", settings.contestants().isEmpty() ? "all" : settings.contestants());
        tree.put("k", settings.k());
        tree.put("votes_per_matchup", settings.votesPerMatchup());
        tree.put("matchups", settings.matchups());
        tree.put("matchmaker", matchmaker(settings.matchmaker()));
        tree.put("voters", voters(settings.voters()));
        tree.put("reservation", settings.reservation().toString());
        tree.put("guidelines", orNull(settings.guidelines()));
        tree.put(
                "questions",
                settings.questions().stream().map(StudySettingsJson::question).toList());
        tree.put("margin", settings.margin());
        tree.put("min_reading_ms", settings.minReadingMs());
        tree.put("reveal", settings.reveal().word());
        tree.put("gold", gold(settings.gold()));
        tree.put("repeats", repeats(settings.repeats()));
        tree.put("leaks", leaks(settings.leaks()));
        tree.put("seed", settings.seed());
        return tree;
    }

    private static Map<String, @Nullable Object> prompts(StudySettings.Prompts prompts) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("category", orNull(prompts.categories()));
        tree.put("language", orNull(prompts.languages()));
        tree.put("keys", orNull(prompts.keys()));
        tree.put("limit", prompts.limit());
        return tree;
    }

    private static Map<String, @Nullable Object> matchmaker(StudySettings.Matchmaking matchmaker) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("type", matchmaker.type());
        tree.put("explore", matchmaker.explore());
        tree.put("coverage", matchmaker.coverage());
        tree.put("newcomers", matchmaker.newcomers());
        return tree;
    }

    private static Map<String, @Nullable Object> voters(StudySettings.Voters voters) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("who", voters.who().word());
        tree.put("quota", voters.quota());
        tree.put("daily", voters.daily());
        return tree;
    }

    /** A question, as voters' browsers get it too. */
    public static Map<String, @Nullable Object> question(StudyQuestion question) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("id", question.id());
        tree.put("text", question.text());
        tree.put("type", question.type().word());
        List<Map<String, String>> options = new ArrayList<>();
        for (StudyQuestion.Option option : question.options()) {
            Map<String, String> listed = new LinkedHashMap<>();
            listed.put("value", option.value());
            listed.put("text", option.text());
            options.add(listed);
        }
        tree.put("options", options);
        tree.put("required", question.required());
        return tree;
    }

    private static Map<String, @Nullable Object> gold(StudySettings.Gold gold) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("share", gold.share());
        tree.put("canaries", gold.canaries());
        tree.put("identical", gold.identical());
        List<Map<String, Object>> items = new ArrayList<>();
        for (StudySettings.Gold.Item item : gold.items()) {
            Map<String, Object> listed = new LinkedHashMap<>();
            listed.put("prompt", item.prompt());
            listed.put("responses", item.responses());
            listed.put("expected", item.expected());
            items.add(listed);
        }
        tree.put("items", items);
        return tree;
    }

    private static Map<String, @Nullable Object> repeats(StudySettings.Repeats repeats) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("share", repeats.share());
        tree.put("after", repeats.after());
        return tree;
    }

    private static Map<String, @Nullable Object> leaks(StudySettings.Leaks leaks) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("action", leaks.action());
        tree.put("words", orNull(leaks.words()));
        tree.put("aliases", leaks.aliases());
        return tree;
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable List<String> orNull(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }
}
