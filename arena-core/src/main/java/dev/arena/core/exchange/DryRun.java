package dev.arena.core.exchange;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.Origin;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.CatalogRules;
import dev.arena.core.store.CatalogStore;
import dev.arena.core.store.CatalogTally;
import dev.arena.core.store.CatalogTally.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what an import would change, without changing it. Each prompt and response comes here once. */
final class DryRun {
    private final CatalogStore catalog;
    private final boolean wanted;
    private final CatalogTally tally = new CatalogTally();
    private final Map<String, ContestantId> contestants = new HashMap<>();
    private final Set<String> newContestants = new HashSet<>();
    private final Set<String> newPrompts = new HashSet<>();
    private final Map<Cell, String> hashes = new HashMap<>();

    private record Cell(PromptId prompt, ContestantId contestant) {}

    /**
     * @param wanted whether this is a dry run at all; if not, nothing is counted
     */
    DryRun(CatalogStore catalog, boolean wanted) {
        this.catalog = catalog;
        this.wanted = wanted;
        if (wanted) {
            for (Contestant contestant : catalog.listContestants()) {
                contestants.put(contestant.name(), contestant.id());
            }
            for (ResponseHead head : catalog.listCurrentResponses()) {
                hashes.put(new Cell(head.prompt(), head.contestant()), head.sha256());
            }
        }
    }

    void contestant(String model) {
        if (wanted && !contestants.containsKey(model) && newContestants.add(model)) {
            tally.count(Row.NEW_CONTESTANT);
        }
    }

    void prompt(FilePrompt prompt, Optional<Prompt> stored) {
        if (!wanted) {
            return;
        }
        if (stored.isEmpty()) {
            newPrompts.add(prompt.key());
            tally.count(Row.NEW_PROMPT);
            return;
        }
        PromptText before = stored.get().text();
        PromptText after =
                CatalogRules.merge(before, new NewPrompt(new Origin("", prompt.line()), prompt.key(), prompt.text()));
        tally.count(after.equals(before) ? Row.UNCHANGED_PROMPT : Row.UPDATED_PROMPT);
    }

    /** A prompt that votes name; only its key is stored where it is new. */
    void votedPrompt(String key) {
        if (wanted && !newPrompts.contains(key) && catalog.findPrompt(key).isEmpty()) {
            newPrompts.add(key);
            tally.count(Row.NEW_PROMPT);
        }
    }

    void response(FileResponse response) {
        if (!wanted) {
            return;
        }
        contestant(response.model());
        String stored = storedHash(response);
        if (stored == null) {
            tally.count(Row.NEW_RESPONSE);
        } else {
            boolean same = stored.equals(response.text().sha256());
            tally.count(same ? Row.UNCHANGED_RESPONSE : Row.NEW_VERSION);
        }
    }

    private @Nullable String storedHash(FileResponse response) {
        ContestantId contestant = contestants.get(response.model());
        if (contestant == null || newPrompts.contains(response.promptKey())) {
            return null;
        }
        return catalog.findPrompt(response.promptKey())
                .map(prompt -> hashes.get(new Cell(prompt.id(), contestant)))
                .orElse(null);
    }

    CatalogChange change() {
        return tally.change();
    }
}
