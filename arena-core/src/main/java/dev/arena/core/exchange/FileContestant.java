package dev.arena.core.exchange;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A contestant of a file.
 *
 * @param facts what is known about it, sorted by key
 */
public record FileContestant(long line, String model, Map<String, String> facts) implements FileRecord {
    public FileContestant {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }
}
