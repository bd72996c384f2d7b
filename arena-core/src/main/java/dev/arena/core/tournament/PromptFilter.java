package dev.arena.core.tournament;

import dev.arena.core.config.Nearest;
import dev.arena.core.config.Section;
import dev.arena.core.model.Prompt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which prompts take part.
 *
 * @param categories empty for all
 * @param ids keys of prompts; empty for all
 * @param limit the first so many of those left, in the order of the database; 0 for all
 * @param settings where it was written, for messages; null where nothing was
 */
record PromptFilter(
        List<String> categories,
        List<String> ids,
        long limit,
        @Nullable Section settings) {
    static PromptFilter read(Optional<Section> section) {
        if (section.isEmpty()) {
            return new PromptFilter(List.of(), List.of(), 0, null);
        }
        Section settings = section.get();
        List<String> categories = settings.texts("category", "a category or a list of categories");
        List<String> ids = settings.texts("ids", "an id or a list of ids of prompts");
        long limit = settings.whole("limit", 1, Integer.MAX_VALUE, 0);
        settings.finish();
        return new PromptFilter(categories, ids, limit, settings);
    }

    String description() {
        return "category " + categories + ", ids " + ids + ", limit " + limit;
    }

    /** The prompts that take part, in the order given. */
    List<Prompt> apply(List<Prompt> prompts) {
        checkKnown(prompts);
        List<Prompt> kept = new ArrayList<>();
        for (Prompt prompt : prompts) {
            boolean wanted = (ids.isEmpty() || ids.contains(prompt.key()))
                    && (categories.isEmpty()
                            || categories.contains(prompt.text().category()));
            if (wanted && (limit == 0 || kept.size() < limit)) {
                kept.add(prompt);
            }
        }
        return kept;
    }

    private void checkKnown(List<Prompt> prompts) {
        Set<String> knownIds = new TreeSet<>();
        Set<String> knownCategories = new TreeSet<>();
        for (Prompt prompt : prompts) {
            knownIds.add(prompt.key());
            String category = prompt.text().category();
            if (category != null) {
                knownCategories.add(category);
            }
        }
        check("ids", ids, knownIds, "ids of prompts in the database");
        check("category", categories, knownCategories, "the categories " + String.join(", ", knownCategories));
    }

    private void check(String key, List<String> wanted, Set<String> known, String allowed) {
        for (String word : wanted) {
            if (settings != null && !known.contains(word)) {
                throw settings.bad(key, word, allowed, Nearest.hint(word, known));
            }
        }
    }
}
