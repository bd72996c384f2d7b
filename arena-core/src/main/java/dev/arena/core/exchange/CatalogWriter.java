package dev.arena.core.exchange;

import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogBatch.NewContestant;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.CatalogBatch.Origin;
import dev.arena.core.store.CatalogChange;
import dev.arena.core.store.CatalogStore;
import java.util.ArrayList;
import java.util.List;

/** Stores contestants, prompts and responses in batches bounded by rows and by characters. */
final class CatalogWriter {
    private static final int MOST_ROWS = 2000;
    private static final long MOST_CHARACTERS = 4_000_000;

    private final CatalogStore catalog;
    private final AttachedFiles attached;
    private final Fingerprints sent = new Fingerprints();
    private final List<NewContestant> contestants = new ArrayList<>();
    private final List<NewPrompt> prompts = new ArrayList<>();
    private final List<NewResponse> responses = new ArrayList<>();
    private long characters;
    private CatalogChange change = CatalogChange.NONE;

    CatalogWriter(CatalogStore catalog, AttachedFiles attached) {
        this.catalog = catalog;
        this.attached = attached;
    }

    /** Takes what belongs into the catalogue and leaves votes alone. */
    void accept(Source source, List<FileRecord> records) {
        for (FileRecord record : attached.resolve(source, records, true)) {
            if (record instanceof FilePrompt prompt) {
                add(source, prompt);
            } else if (record instanceof FileResponse response) {
                add(source, response);
            } else if (record instanceof FileContestant contestant) {
                contestants.add(new NewContestant(contestant.model(), contestant.facts()));
            }
        }
        if (contestants.size() + prompts.size() + responses.size() >= MOST_ROWS || characters >= MOST_CHARACTERS) {
            flush();
        }
    }

    /** A file of combined rows repeats its prompts; each is sent once. */
    private void add(Source source, FilePrompt prompt) {
        long place = Fingerprints.of("prompt", prompt.key(), "");
        long content = Fingerprints.of(prompt.text().toString());
        if (sent.valueOf(place, 0) == content) {
            return;
        }
        sent.put(place, content);
        prompts.add(new NewPrompt(new Origin(source.name(), prompt.line()), prompt.key(), prompt.text()));
        prompt.text().turns().forEach(turn -> characters += turn.length());
    }

    private void add(Source source, FileResponse response) {
        Origin origin = new Origin(source.name(), response.line());
        responses.add(new NewResponse(origin, response.promptKey(), response.model(), response.text()));
        response.text().turns().forEach(turn -> characters += turn.length());
    }

    /** Stores what is gathered. */
    void flush() {
        if (contestants.isEmpty() && prompts.isEmpty() && responses.isEmpty()) {
            return;
        }
        change = change.plus(catalog.apply(new CatalogBatch(contestants, prompts, responses)));
        contestants.clear();
        prompts.clear();
        responses.clear();
        characters = 0;
    }

    CatalogChange change() {
        return change;
    }
}
