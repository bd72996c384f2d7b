package dev.arena.core.study;

import dev.arena.core.config.Nearest;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.StudySettings;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.CatalogStore;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether everything that a study names is in the database. */
final class StudyCatalogCheck {
    private static final int LISTED = 20;

    private final Map<String, ContestantId> contestants = new HashMap<>();
    private final Map<String, PromptId> prompts = new HashMap<>();
    private final Set<String> categories = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();
    private final Set<Answered> answered = new HashSet<>();

    private record Answered(PromptId prompt, ContestantId contestant) {}

    StudyCatalogCheck(CatalogStore catalog) {
        for (Contestant contestant : catalog.listContestants()) {
            contestants.put(contestant.name(), contestant.id());
        }
        for (Prompt prompt : catalog.listPrompts()) {
            prompts.put(prompt.key(), prompt.id());
            add(categories, prompt.text().category());
            add(languages, prompt.text().language());
        }
        for (ResponseHead head : catalog.listCurrentResponses()) {
            answered.add(new Answered(head.prompt(), head.contestant()));
        }
    }

    private static void add(Set<String> words, @Nullable String word) {
        if (word != null) {
            words.add(word);
        }
    }

    void check(StudySettings settings) {
        String study = "study " + settings.key();
        known(study, "contestants", settings.contestants(), contestants.keySet());
        known(study, "prompts.keys", settings.prompts().keys(), prompts.keySet());
        known(study, "prompts.category", settings.prompts().categories(), categories);
        known(study, "prompts.language", settings.prompts().languages(), languages);
        for (int i = 0; i < settings.gold().items().size(); i++) {
            StudySettings.Gold.Item item = settings.gold().items().get(i);
            String field = "gold.items[" + i + "]";
            known(study, field + ".prompt", List.of(item.prompt()), prompts.keySet());
            known(study, field + ".responses", item.responses(), contestants.keySet());
            for (String name : item.responses()) {
                requireAnswer(study, field + ".responses", item.prompt(), name);
            }
        }
    }

    private void requireAnswer(String study, String field, String prompt, String contestant) {
        Answered pair = new Answered(
                Objects.requireNonNull(prompts.get(prompt), "checked before"),
                Objects.requireNonNull(contestants.get(contestant), "checked before"));
        if (!answered.contains(pair)) {
            throw new UsageException(new InputProblem(
                    study,
                    0,
                    field,
                    contestant,
                    "contestants with a response to " + prompt,
                    "Import that response, or choose another contestant."));
        }
    }

    private static void known(String study, String field, List<String> wanted, Collection<String> known) {
        for (String word : wanted) {
            if (!known.contains(word)) {
                String hint = Nearest.hint(word, known);
                String list = new TreeSet<>(known).stream().limit(LISTED).collect(Collectors.joining(", "))
                        + (known.size() > LISTED ? ", …" : "");
                throw new UsageException(new InputProblem(
                        study,
                        0,
                        field,
                        word,
                        known.isEmpty() ? "what the database holds, which is nothing yet" : list,
                        hint.isEmpty() ? "Import it first, or revise the study." : hint));
            }
        }
    }
}
