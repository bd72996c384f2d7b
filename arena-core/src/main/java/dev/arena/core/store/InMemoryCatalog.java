package dev.arena.core.store;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.store.CatalogBatch.NewContestant;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.CatalogTally.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

final class InMemoryCatalog implements CatalogStore, SearchStore {
    private final Memory memory;
    private final Map<String, Contestant> contestants = new TreeMap<>();
    private final Map<ContestantId, String> contestantNames = new HashMap<>();
    private final Map<PromptId, Prompt> prompts = new TreeMap<>();
    private final Map<String, PromptId> promptKeys = new HashMap<>();
    private final List<Response> responses = new ArrayList<>();
    private final Map<Cell, Response> current = new HashMap<>();

    /** Where a response belongs. */
    private record Cell(PromptId prompt, ContestantId contestant) {}

    InMemoryCatalog(Memory memory) {
        this.memory = memory;
    }

    @Override
    public CatalogChange apply(CatalogBatch batch) {
        return memory.write(() -> {
            CatalogTally tally = new CatalogTally();
            batch.contestants().forEach(given -> put(given, tally));
            batch.prompts().forEach(given -> put(given, tally));
            batch.responses().forEach(given -> put(given, tally));
            if (tally.changed()) {
                memory.revise();
            }
            return tally.change();
        });
    }

    private ContestantId put(NewContestant given, CatalogTally tally) {
        Contestant known = contestants.get(given.name());
        if (known == null) {
            ContestantId id = new ContestantId(contestants.size() + 1L);
            memory.put(contestants, given.name(), new Contestant(id, given.name(), given.facts()));
            memory.put(contestantNames, id, given.name());
            tally.count(Row.NEW_CONTESTANT);
            return id;
        }
        Map<String, String> facts = CatalogRules.merge(known.facts(), given.facts());
        if (!facts.equals(known.facts())) {
            memory.put(contestants, known.name(), new Contestant(known.id(), known.name(), facts));
            tally.count(Row.UPDATED_CONTESTANT);
        }
        return known.id();
    }

    private void put(NewPrompt given, CatalogTally tally) {
        PromptId known = promptKeys.get(given.key());
        if (known == null) {
            PromptId id = new PromptId(prompts.size() + 1L);
            memory.put(prompts, id, new Prompt(id, given.key(), given.text()));
            memory.put(promptKeys, given.key(), id);
            tally.count(Row.NEW_PROMPT);
            return;
        }
        Prompt stored = getPrompt(known);
        PromptText text = CatalogRules.merge(stored.text(), given);
        if (text.equals(stored.text())) {
            tally.count(Row.UNCHANGED_PROMPT);
        } else {
            memory.put(prompts, known, new Prompt(known, stored.key(), text));
            tally.count(Row.UPDATED_PROMPT);
        }
    }

    private void put(NewResponse given, CatalogTally tally) {
        PromptId prompt = promptKeys.get(given.promptKey());
        if (prompt == null) {
            throw CatalogRules.unknownPrompt(given);
        }
        ContestantId contestant = put(new NewContestant(given.contestant(), Map.of()), tally);
        Cell cell = new Cell(prompt, contestant);
        Response known = current.get(cell);
        String sha256 = given.text().sha256();
        if (known != null && known.sha256().equals(sha256)) {
            tally.count(Row.UNCHANGED_RESPONSE);
            return;
        }
        int version = known == null ? 1 : known.version() + 1;
        ResponseId id = new ResponseId(responses.size() + 1L);
        Response response = new Response(id, prompt, contestant, version, given.text(), sha256);
        memory.add(responses, response);
        memory.put(current, cell, response);
        tally.count(known == null ? Row.NEW_RESPONSE : Row.NEW_VERSION);
    }

    @Override
    public List<Contestant> listContestants() {
        return memory.read(() -> List.copyOf(contestants.values()));
    }

    @Override
    public Optional<Contestant> findContestant(String name) {
        return memory.read(() -> Optional.ofNullable(contestants.get(name)));
    }

    @Override
    public List<Prompt> listPrompts() {
        return memory.read(() -> List.copyOf(prompts.values()));
    }

    @Override
    public Optional<Prompt> findPrompt(String key) {
        return memory.read(() -> Optional.ofNullable(promptKeys.get(key)).map(this::getPrompt));
    }

    @Override
    public Prompt getPrompt(PromptId id) {
        return memory.read(() -> {
            Prompt prompt = prompts.get(id);
            if (prompt == null) {
                throw new NoSuchElementException("no prompt " + id.value());
            }
            return prompt;
        });
    }

    @Override
    public List<ResponseHead> listCurrentResponses() {
        return memory.read(() -> current.values().stream()
                .map(r -> new ResponseHead(r.id(), r.prompt(), r.contestant(), r.version(), r.sha256()))
                .sorted(Comparator.comparing(ResponseHead::prompt).thenComparing(ResponseHead::contestant))
                .toList());
    }

    @Override
    public Map<ResponseId, Response> getResponses(Collection<ResponseId> ids) {
        return memory.read(() -> {
            Map<ResponseId, Response> found = new LinkedHashMap<>();
            for (ResponseId id : ids) {
                if (id.value() >= 1 && id.value() <= responses.size()) {
                    found.put(id, responses.get((int) id.value() - 1));
                }
            }
            return found;
        });
    }

    @Override
    public Set<ResponseId> findCurrent(Collection<ResponseId> ids) {
        Set<ResponseId> asked = Set.copyOf(ids);
        return memory.read(() -> current.values().stream()
                .map(Response::id)
                .filter(asked::contains)
                .collect(Collectors.toSet()));
    }

    @Override
    public Set<ResponseId> findResponses(SearchWords words) {
        return memory.read(() -> {
            Set<ResponseId> found = new TreeSet<>();
            for (Response response : responses) {
                if (words.isIn(String.join("\n", response.text().turns()))) {
                    found.add(response.id());
                }
            }
            return found;
        });
    }

    @Override
    public int index(int most) {
        return 0;
    }

    /** Refuses a prompt or a seat that does not fit what is stored. */
    void require(@Nullable PromptId prompt, List<Seat> seats) {
        if (prompt != null && !prompts.containsKey(prompt)) {
            throw new IllegalArgumentException("prompt " + prompt.value() + " is not stored");
        }
        for (Seat seat : seats) {
            if (!contestantNames.containsKey(seat.contestant())) {
                throw new IllegalArgumentException(
                        "contestant " + seat.contestant().value() + " is not stored");
            }
            ResponseId id = seat.response();
            if (id != null && !fits(id, prompt, seat.contestant())) {
                throw new IllegalArgumentException("response " + id.value() + " is not stored as one of contestant "
                        + seat.contestant().value() + " to the prompt of the battle");
            }
        }
    }

    private boolean fits(ResponseId id, @Nullable PromptId prompt, ContestantId contestant) {
        if (id.value() < 1 || id.value() > responses.size()) {
            return false;
        }
        Response response = responses.get((int) id.value() - 1);
        return response.contestant().equals(contestant) && response.prompt().equals(prompt);
    }
}
