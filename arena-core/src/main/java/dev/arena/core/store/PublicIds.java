package dev.arena.core.store;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Makes the ids that the API calls votes by: 128 random bits in hex. Used by one thread at a time. */
public final class PublicIds {
    private final RandomGenerator chance;

    public PublicIds(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The next id. */
    public String next() {
        byte[] bits = new byte[16];
        chance.nextBytes(bits);
        return HexFormat.of().formatHex(bits);
    }
}
