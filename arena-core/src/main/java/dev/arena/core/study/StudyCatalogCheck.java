package dev.arena.core.study;

import dev.arena.core.config.Nearest;
import dev.arena.core.leak.LeakPolicy;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.StudySettings;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.CatalogStore;
import dev.arena.ratings.wording.Sentence;
import java.util.ArrayList;
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

/** Whether everything that a study names is in the database, and whether what it asks for can be had of that. */
final class StudyCatalogCheck {
    private static final int LISTED = 20;
    private static final String MARK =
            "Mark a contestant by importing a line such as {\"model\": \"NAME\", \"canary\": true}"
                    + " ('docs/formats.md', contestants).";

    private final Map<String, ContestantId> contestants = new HashMap<>();
    private final Map<String, PromptId> prompts = new HashMap<>();
    private final Set<String> categories = new TreeSet<>();
    private final Set<String> languages = new TreeSet<>();
    private final Set<Answered> answered = new HashSet<>();
    private final List<Prompt> asked = new ArrayList<>();
    private final List<ContestantId> canaries = new ArrayList<>();

    private record Answered(PromptId prompt, ContestantId contestant) {}

    StudyCatalogCheck(CatalogStore catalog) {
        for (Contestant contestant : catalog.listContestants()) {
            contestants.put(contestant.name(), contestant.id());
            if (contestant.isMarkedCanary()) {
                canaries.add(contestant.id());
            }
        }
        for (Prompt prompt : catalog.listPrompts()) {
            prompts.put(prompt.key(), prompt.id());
            asked.add(prompt);
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
        gold(settings, study);
        leaks(settings.leaks(), study);
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

    private void gold(StudySettings settings, String study) {
        StudySettings.Gold gold = settings.gold();
        if (lacksCanaries(settings) && !gold.identical() && gold.items().isEmpty()) {
            throw new UsageException(new InputProblem(
                    study,
                    0,
                    "gold.canaries",
                    "true",
                    "true where a contestant with the fact canary has a response to a prompt of the study, or a further"
                            + " source: 'identical: true' or items",
                    "Nothing would be planted. " + MARK));
        }
    }

    /** Whether canaries are asked for and there are none that could be planted. */
    private boolean lacksCanaries(StudySettings settings) {
        return settings.gold().share() > 0
                && settings.gold().canaries()
                && asked.stream()
                        .filter(prompt -> settings.prompts().passes(prompt))
                        .noneMatch(prompt -> canaries.stream()
                                .anyMatch(canary -> answered.contains(new Answered(prompt.id(), canary))));
    }

    /** What is asked for and has no effect. */
    List<Sentence> warnings(StudySettings settings) {
        return lacksCanaries(settings) ? List.of(StudyPhrase.NO_CANARIES.say()) : List.of();
    }

    private void leaks(StudySettings.Leaks leaks, String study) {
        known(study, "leaks.aliases", List.copyOf(leaks.aliases().keySet()), contestants.keySet());
        requireFindable(study, "leaks.words", leaks.words());
        leaks.aliases().forEach((name, aliases) -> requireFindable(study, "leaks.aliases." + name, aliases));
    }

    private static void requireFindable(String study, String field, List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            if (!LeakPolicy.isFindable(words.get(i))) {
                throw new UsageException(new InputProblem(
                        study,
                        0,
                        field + "[" + i + "]",
                        words.get(i),
                        "words with a letter or a digit",
                        "It would be found in no response; revise the study without it."));
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
