package dev.arena.core.store.sql;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a store needs from outside.
 *
 * @param clock dates a new database and the backup before a migration
 * @param chance gives the salt and the public ids of votes; used by one thread at a time and by nothing else
 */
public record StoreOptions(InstantSource clock, RandomGenerator chance) {
    /** The machine's clock and chance that nobody can guess. */
    public static StoreOptions standard() {
        return new StoreOptions(InstantSource.system(), new SecureRandom());
    }
}
