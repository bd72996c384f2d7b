package dev.arena.core.leak;

import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.ArenaStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was found under one spec: read from the store, found where it was not, and kept. Safe for use by many threads. */
final class Screen {
    private static final Logger LOG = LoggerFactory.getLogger(Screen.class);
    private static final int BATCH = 1000;

    private final ArenaStore store;
    private final Finder finder;
    private final String hash;
    private final long spec;
    private final Map<ResponseId, String> findings;
    private final Set<ResponseId> failed = ConcurrentHashMap.newKeySet();

    /** Looks through one response. */
    @FunctionalInterface
    interface Finder {
        List<Leak> find(List<String> prompt, List<String> turns);
    }

    Screen(ArenaStore store, LeakSpec spec, Finder finder) {
        this.store = store;
        this.finder = finder;
        this.hash = spec.hash();
        this.spec = store.leaks().putSpec(hash, spec.text());
        this.findings = new ConcurrentHashMap<>(store.leaks().findings(this.spec));
    }

    /** Whether it finds what that spec says. */
    boolean looksFor(LeakSpec other) {
        return hash.equals(other.hash());
    }

    long spec() {
        return spec;
    }

    /** Looks through responses that were not looked through yet; those that cannot be are remembered as such, and an alarm is logged. */
    void look(Map<PromptId, PromptText> prompts, Collection<ResponseId> responses) {
        List<ResponseId> unknown =
                responses.stream().filter(id -> !findings.containsKey(id)).toList();
        for (int from = 0; from < unknown.size(); from += BATCH) {
            Map<ResponseId, Response> batch =
                    store.catalog().getResponses(unknown.subList(from, Math.min(unknown.size(), from + BATCH)));
            Map<ResponseId, String> found = new ConcurrentHashMap<>();
            batch.values().parallelStream().forEach(response -> {
                PromptText prompt = prompts.get(response.prompt());
                try {
                    found.put(response.id(), find(prompt == null ? List.of() : prompt.turns(), response));
                    failed.remove(response.id());
                } catch (LeakFinderException e) {
                    failed.add(response.id());
                }
            });
            keep(found);
        }
    }

    private void keep(Map<ResponseId, String> found) {
        if (!found.isEmpty()) {
            store.leaks().putFindings(spec, found);
            findings.putAll(found);
        }
    }

    /**
     * The leaks of a response.
     *
     * @throws LeakFinderException where it cannot be looked through
     */
    List<Leak> leaks(PromptText prompt, Response response) {
        String known = findings.get(response.id());
        if (known == null) {
            known = find(prompt.turns(), response);
            keep(Map.of(response.id(), known));
        }
        try {
            return Spans.read(known);
        } catch (IllegalArgumentException damaged) {
            throw alarm(response, damaged);
        }
    }

    private String find(List<String> prompt, Response response) {
        try {
            return Spans.write(finder.find(prompt, response.text().turns()));
        } catch (RuntimeException | StackOverflowError failure) {
            throw alarm(response, failure);
        }
    }

    /** Neither the text nor a name is logged. */
    private static LeakFinderException alarm(Response response, Throwable failure) {
        LOG.error(
                "response {} could not be checked for leaks ({} at {}), so it is not shown",
                response.id().value(),
                failure.getClass().getName(),
                failure.getStackTrace().length == 0 ? "?" : failure.getStackTrace()[0]);
        return new LeakFinderException(failure);
    }

    boolean isFailed(ResponseId id) {
        return failed.contains(id);
    }

    /** Whether a response was looked through. */
    boolean isKnown(ResponseId id) {
        return findings.containsKey(id);
    }

    /** Whether a response that was looked through tells who wrote it. */
    boolean isLeaking(ResponseId id) {
        String found = findings.get(id);
        return found != null && !found.isEmpty();
    }
}
