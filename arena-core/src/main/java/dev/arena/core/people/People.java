package dev.arena.core.people;

import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Invitations, roles and devices of one store, wired together. */
public record People(Invitations invitations, Roles roles, Devices devices) {
    /**
     * Over a store.
     *
     * @param chance secrets and codes are drawn from it; must be safe for use by many threads
     */
    public static People of(ArenaStore store, InstantSource clock, RandomGenerator chance) {
        Secrets secrets = new Secrets(store.salt(), chance);
        Roles roles = new Roles(store.people(), clock);
        return new People(
                new Invitations(store.people(), roles, secrets, clock),
                roles,
                new Devices(store.people(), roles, secrets, clock));
    }
}
