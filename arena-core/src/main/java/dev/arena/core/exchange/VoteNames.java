package dev.arena.core.exchange;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogBatch.NewContestant;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.Origin;
import dev.arena.core.store.CatalogChange;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** From the names in files of votes to what the store calls them; what is not stored yet is stored first. */
final class VoteNames {
    /** The judge of a file that names none. */
    private static final String NO_NAME = "imported";

    private static final PromptText KEY_ONLY = new PromptText(List.of(), null, null, null, List.of());

    private final ArenaStore store;
    private final JudgeKind defaultKind;
    private final Map<String, ContestantId> contestants = new HashMap<>();
    private final Map<String, PromptId> prompts = new HashMap<>();
    private final Map<JudgeDraft, JudgeId> judges = new HashMap<>();
    private final Map<String, NewContestant> newContestants = new LinkedHashMap<>();
    private final Map<String, NewPrompt> newPrompts = new LinkedHashMap<>();
    private final Map<String, Set<JudgeKind>> kindsBefore = new HashMap<>();
    private final Map<String, String> otherKinds = new TreeMap<>();
    private @Nullable Map<Cell, ResponseId> responses;
    private CatalogChange change = CatalogChange.NONE;

    private record Cell(PromptId prompt, ContestantId contestant) {}

    VoteNames(ArenaStore store, JudgeKind defaultKind) {
        this.store = store;
        this.defaultKind = defaultKind;
        store.catalog().listContestants().forEach(known -> contestants.put(known.name(), known.id()));
        for (Judge judge : store.judges().listJudges()) {
            kindsBefore
                    .computeIfAbsent(judge.name(), name -> EnumSet.noneOf(JudgeKind.class))
                    .add(judge.kind());
        }
    }

    /** Remembers names that must be stored before this vote. */
    void note(Source source, FileVote vote) {
        for (String model : vote.models()) {
            if (!contestants.containsKey(model)) {
                newContestants.putIfAbsent(model, new NewContestant(model, Map.of()));
            }
        }
        String prompt = vote.context().prompt();
        if (prompt == null || prompts.containsKey(prompt) || newPrompts.containsKey(prompt)) {
            return;
        }
        store.catalog()
                .findPrompt(prompt)
                .ifPresentOrElse(
                        known -> prompts.put(prompt, known.id()),
                        () -> newPrompts.put(
                                prompt, new NewPrompt(new Origin(source.name(), vote.line()), prompt, KEY_ONLY)));
    }

    /** Stores the names noted. */
    void store() {
        if (newContestants.isEmpty() && newPrompts.isEmpty()) {
            return;
        }
        CatalogBatch batch =
                new CatalogBatch(List.copyOf(newContestants.values()), List.copyOf(newPrompts.values()), List.of());
        change = change.plus(store.catalog().apply(batch));
        for (String name : newContestants.keySet()) {
            contestants.put(
                    name, store.catalog().findContestant(name).orElseThrow().id());
        }
        for (String key : newPrompts.keySet()) {
            prompts.put(key, store.catalog().findPrompt(key).orElseThrow().id());
        }
        newContestants.clear();
        newPrompts.clear();
    }

    ContestantId contestant(String name) {
        return known(contestants.get(name), name);
    }

    PromptId prompt(String key) {
        return known(prompts.get(key), key);
    }

    private static <T> T known(@Nullable T id, String name) {
        if (id == null) {
            throw new NoSuchElementException(name + " was not noted");
        }
        return id;
    }

    /** The contestant's current response to the prompt; null where its text is not known. */
    @Nullable
    ResponseId response(PromptId prompt, ContestantId contestant) {
        if (responses == null) {
            responses = new HashMap<>();
            for (ResponseHead head : store.catalog().listCurrentResponses()) {
                responses.put(new Cell(head.prompt(), head.contestant()), head.id());
            }
        }
        return responses.get(new Cell(prompt, contestant));
    }

    /** The judge of a row, of a version that may be empty. */
    JudgeId judge(VoteContext context, String version) {
        JudgeKind kind = context.judgeKind() == null ? defaultKind : context.judgeKind();
        String name = context.judge() == null ? NO_NAME : context.judge();
        return judges.computeIfAbsent(new JudgeDraft(kind, name, version), this::put);
    }

    private JudgeId put(JudgeDraft draft) {
        Set<JudgeKind> before = kindsBefore.get(draft.name());
        if (before != null && !before.contains(draft.kind())) {
            otherKinds.put(draft.name(), before.iterator().next().word());
        }
        return store.judges().put(draft).id();
    }

    CatalogChange change() {
        return change;
    }

    List<Notice> notices() {
        List<Notice> notices = new ArrayList<>();
        otherKinds.forEach((name, kind) -> notices.add(new Notice(
                "judge_kind",
                "judge '" + name + "' was stored before as " + kind
                        + "; votes given now count as another judge's. Was --judge-kind meant?")));
        return notices;
    }
}
