package dev.arena.core.model;

import java.util.Collections;
import java.util.Locale;
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

    /** Whether it is marked as one that must lose: any value of the fact {@code canary} but {@code false}. */
    public boolean isMarkedCanary() {
        String fact = facts.get("canary");
        return fact != null && !fact.toLowerCase(Locale.ROOT).equals("false");
    }
}
