package dev.arena.core.model;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is ranked: a model with its settings, or any system.
 *
 * @param name unique in a database; printed as {@code model_name}
 * @param facts what is known about it (organization, license, price, …), sorted by key
 */
public record Contestant(ContestantId id, String name, Map<String, String> facts) {
    public Contestant {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
