package dev.arena.core.store.sql;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * What a store needs from outside.
 *
 * @param clock dates a new database and the backup before a migration
 * @param chance gives the salt and the public ids of votes; used by one thread at a time and by nothing else
 * @param holder what the process does, in the words that others are told who find the database open
 */
public record StoreOptions(InstantSource clock, RandomGenerator chance, String holder) {
    /** Options of a process that does not say what it does. */
    public StoreOptions(InstantSource clock, RandomGenerator chance) {
        this(clock, chance, "");
    }

    /** The machine's clock and chance that nobody can guess. */
    public static StoreOptions standard() {
        return standard("");
    }

    /** The same for a process that does this, such as {@code arena serve}. */
    public static StoreOptions standard(String holder) {
        return new StoreOptions(InstantSource.system(), new SecureRandom(), holder);
    }
}
