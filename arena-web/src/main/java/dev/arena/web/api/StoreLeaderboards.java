package dev.arena.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.export.LeaderboardJson;
import dev.arena.core.export.TableFormat;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Prompt;
import dev.arena.core.store.ArenaStore;
import dev.arena.ratings.registry.RatingMethods;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Leaderboards of a store as bytes. The JSON is that of {@code arena rate} and three fields for the page: {@code filters} (what can
 * be chosen), {@code simulated} and {@code revision}. Answers are kept until the store changes, so a crowd of readers costs one
 * computation.
 */
public final class StoreLeaderboards implements LeaderboardSource {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int KEPT = 64;

    private final ArenaStore store;
    private final LeaderboardService service;
    private final Map<Map<String, List<String>>, Rendered> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptRevision = -1;
    private BoardQuery.@Nullable Known known;
    private long catalogRevision = -1;
    private BoardQuery.Known ofCatalog = new BoardQuery.Known(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Leaderboards that the service makes of the store's votes. */
    public StoreLeaderboards(ArenaStore store, LeaderboardService service) {
        this.store = store;
        this.service = service;
    }

    @Override
    public void prepare() {
        service.prepare();
        read(Map.of());
    }

    @Override
    public Rendered read(Map<String, List<String>> query) {
        service.counting().ifPresent(counting -> {
            throw new ApiException(
                    503,
                    "counting",
                    "The votes are being counted. Ask again in a few seconds; voting goes on meanwhile.",
                    Map.of("counted", counting.counted(), "votes", counting.votes()));
        });
        return counted(query);
    }

    private synchronized Rendered counted(Map<String, List<String>> query) {
        long revision = store.revision();
        if (revision != keptRevision) {
            kept.clear();
            known = null;
            keptRevision = revision;
        }
        Map<String, List<String>> key = new TreeMap<>(query);
        Rendered rendered = kept.get(key);
        if (rendered == null) {
            rendered = render(new BoardQuery(query));
            kept.put(key, rendered);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
        return rendered;
    }

    private Rendered render(BoardQuery query) {
        TableFormat format = query.format();
        BoardQuery.Known choices = known(query.namesJudges());
        LeaderboardRequest request = query.request(choices);
        Leaderboard board = service.leaderboard(request);
        String type = format.mediaType() + (format == TableFormat.JSON ? "" : "; charset=utf-8");
        String body = format == TableFormat.JSON
                ? json(board, choices)
                : format.writer().text(List.of(board));
        return new Rendered(type, body);
    }

    /** What can be chosen; the names of the judges, of whom there may be very many, only where they are asked for. */
    private BoardQuery.Known known(boolean withJudges) {
        BoardQuery.Known made = known;
        if (made == null) {
            made = readKnown();
            known = made;
        }
        if (!withJudges) {
            return made;
        }
        Set<String> judges = new TreeSet<>(service.judges());
        store.judges().listJudges().stream().map(Judge::name).forEach(judges::add);
        return new BoardQuery.Known(made.categories(), made.languages(), judges, made.runs(), made.models());
    }

    private BoardQuery.Known readKnown() {
        long revision = store.catalog().revision();
        if (revision != catalogRevision) {
            ofCatalog = readCatalog();
            catalogRevision = revision;
        }
        LeaderboardService.Choices voted = service.choices();
        Set<String> categories = new TreeSet<>(ofCatalog.categories());
        categories.addAll(voted.categories());
        Set<String> languages = new TreeSet<>(ofCatalog.languages());
        languages.addAll(voted.languages());
        Set<String> runs = new TreeSet<>();
        store.runs().listRuns().forEach(run -> runs.add(run.id().value()));
        return new BoardQuery.Known(categories, languages, Set.of(), runs, ofCatalog.models());
    }

    private BoardQuery.Known readCatalog() {
        Set<String> categories = new TreeSet<>();
        Set<String> languages = new TreeSet<>();
        for (Prompt prompt : store.catalog().listPrompts()) {
            addKnown(categories, prompt.text().category());
            addKnown(languages, prompt.text().language());
        }
        Set<String> models = new TreeSet<>();
        store.catalog().listContestants().stream().map(Contestant::name).forEach(models::add);
        return new BoardQuery.Known(categories, languages, Set.of(), Set.of(), models);
    }

    private static void addKnown(Set<String> values, @Nullable String value) {
        if (value != null) {
            values.add(value);
        }
    }

    private String json(Leaderboard board, BoardQuery.Known choices) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            new LeaderboardJson(json).writeFields(board);
            json.writeObjectFieldStart("filters");
            write(json, "methods", RatingMethods.names());
            write(json, "judge_kinds", service.choices().judgeKinds());
            write(json, "categories", choices.categories());
            write(json, "languages", choices.languages());
            json.writeEndObject();
            json.writeBooleanField("simulated", board.provenance().simulated());
            Long revision = board.provenance().revision();
            json.writeNumberField("revision", revision == null ? keptRevision : revision);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every character", e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, String name, Collection<String> values) throws IOException {
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}
