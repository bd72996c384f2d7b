package dev.arena.core.store.sql;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.CatalogStore;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

final class SqlCatalog implements CatalogStore {
    /** So many responses are read one by one. */
    private static final int SEATS_OF_A_BATTLE = 8;

    private final SqlReader reader;
    private final UnitWriter writer;

    SqlCatalog(SqlReader reader, UnitWriter writer) {
        this.reader = reader;
        this.writer = writer;
    }

    @Override
    public CatalogChange apply(CatalogBatch batch) {
        return writer.write(session -> new CatalogWrites(session).apply(batch));
    }

    @Override
    public List<Contestant> listContestants() {
        return reader.read(CatalogReads::listContestants);
    }

    @Override
    public Optional<Contestant> findContestant(String name) {
        return reader.read(handle -> CatalogReads.findContestant(handle, name));
    }

    @Override
    public List<Prompt> listPrompts() {
        return reader.read(CatalogReads::listPrompts);
    }

    @Override
    public Optional<Prompt> findPrompt(String key) {
        return reader.read(handle -> CatalogReads.findPrompt(handle, key));
    }

    @Override
    public Prompt getPrompt(PromptId id) {
        return reader.readHot(hot -> CatalogReads.findPrompt(hot, id))
                .orElseThrow(() -> new NoSuchElementException("no prompt " + id.value()));
    }

    @Override
    public List<ResponseHead> listCurrentResponses() {
        return reader.read(CatalogReads::listCurrentResponses);
    }

    @Override
    public Map<ResponseId, Response> getResponses(Collection<ResponseId> ids) {
        Map<ResponseId, Response> found = new LinkedHashMap<>();
        List<Response> responses = ids.size() <= SEATS_OF_A_BATTLE
                ? reader.readHot(hot -> CatalogReads.getResponses(hot, ids))
                : reader.read(handle -> CatalogReads.getResponses(handle, ids));
        for (Response response : responses) {
            found.put(response.id(), response);
        }
        return found;
    }

    @Override
    public Set<ResponseId> findCurrent(Collection<ResponseId> ids) {
        return reader.read(handle -> CatalogReads.findCurrent(handle, ids));
    }

    /** Refuses a prompt that is not stored. */
    static void require(Handle handle, PromptId id) {
        if (CatalogReads.findPrompt(handle, id).isEmpty()) {
            throw new IllegalArgumentException("prompt " + id.value() + " is not stored");
        }
    }

    /** Refuses a seat whose contestant or response is not stored, or do not belong together. */
    static void require(Handle handle, Seat seat, @Nullable PromptId prompt) {
        long contestant = seat.contestant().value();
        Exists.require(
                handle,
                "SELECT EXISTS (SELECT 1 FROM contestant WHERE id = :id)",
                contestant,
                "contestant " + contestant);
        ResponseId id = seat.response();
        if (id == null) {
            return;
        }
        boolean fits = CatalogReads.getResponses(handle, List.of(id)).stream()
                .anyMatch(response -> response.contestant().equals(seat.contestant())
                        && response.prompt().equals(prompt));
        if (!fits) {
            throw new IllegalArgumentException("response " + id.value() + " is not stored as one of contestant "
                    + contestant + " to the prompt of the battle");
        }
    }
}
