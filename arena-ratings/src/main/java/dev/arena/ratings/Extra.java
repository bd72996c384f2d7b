package dev.arena.ratings;

import java.util.List;
import java.util.OptionalDouble;

/**
 * A further number a contestant that only some methods have, such as Elo's spread over orders.
 *
 * @param name lower case with underscores
 * @param meaning one sentence with its unit
 * @param values one entry a contestant; empty where it does not apply
 */
public record Extra(String name, String meaning, List<OptionalDouble> values) {
    /** Copies the list. */
    public Extra {
        values = List.copyOf(values);
    }
}
