package dev.arena.core.store;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Contestants, prompts and responses. */
public interface CatalogStore {
    /**
     * Applies a batch in one transaction, all of it or nothing. Idempotent: what is stored already and equal changes nothing; a
     * changed response becomes a new version; facts, category, language and reference of a known contestant or prompt are
     * replaced where the batch gives them; turns given for a prompt that was known by its key only are filled in.
     *
     * @throws dev.arena.core.problem.InputException if a prompt is stored with other turns than the batch gives, or a response
     *     names a prompt that is neither stored nor in the batch
     */
    CatalogChange apply(CatalogBatch batch);

    /** All contestants, by name. */
    List<Contestant> listContestants();

    /** The contestant of that name. */
    Optional<Contestant> findContestant(String name);

    /** All prompts, by id. */
    List<Prompt> listPrompts();

    /** The prompt that its file called {@code key}. */
    Optional<Prompt> findPrompt(String key);

    /**
     * A prompt.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    Prompt getPrompt(PromptId id);

    /** The newest version of every response, without texts, by prompt and contestant. */
    List<ResponseHead> listCurrentResponses();

    /** Responses with their texts, of any version; an id that is not stored is absent from the map. */
    Map<ResponseId, Response> getResponses(Collection<ResponseId> ids);

    /** Those of some responses that are the newest version; an id that is not stored is none. */
    Set<ResponseId> findCurrent(Collection<ResponseId> ids);

    /** Contestants by id. */
    default Map<ContestantId, Contestant> contestantsById() {
        Map<ContestantId, Contestant> byId = new TreeMap<>();
        for (Contestant contestant : listContestants()) {
            byId.put(contestant.id(), contestant);
        }
        return byId;
    }
}
