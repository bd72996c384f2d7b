package dev.arena.core.canary;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.store.CatalogStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The contestants of a database that must lose, each with why: those whose facts say {@code canary: true}, and those that give one
 * and the same answer to every prompt, whatever they are called.
 */
public final class CanaryContestants {
    /** The fact that makes a contestant a canary, in files of contestants. */
    public static final String FACT = "canary";

    /** A contestant needs as many prompts before one answer to all of them is more than a coincidence. */
    static final int LEAST_PROMPTS = 5;

    private CanaryContestants() {}

    /** Names, and why each must lose. */
    public static Map<String, String> of(CatalogStore catalog) {
        Map<ContestantId, Set<String>> texts = new HashMap<>();
        Map<ContestantId, Integer> prompts = new HashMap<>();
        for (ResponseHead head : catalog.listCurrentResponses()) {
            texts.computeIfAbsent(head.contestant(), id -> new HashSet<>()).add(head.sha256());
            prompts.merge(head.contestant(), 1, Integer::sum);
        }
        Map<String, String> canaries = new TreeMap<>();
        for (Contestant contestant : catalog.listContestants()) {
            int answered = prompts.getOrDefault(contestant.id(), 0);
            if ("true".equalsIgnoreCase(contestant.facts().get(FACT))) {
                canaries.put(contestant.name(), "its facts say that it is a canary");
            } else if (answered >= LEAST_PROMPTS
                    && texts.getOrDefault(contestant.id(), Set.of()).size() == 1) {
                canaries.put(contestant.name(), "it gives the same answer to all " + answered + " prompts");
            }
        }
        return canaries;
    }
}
