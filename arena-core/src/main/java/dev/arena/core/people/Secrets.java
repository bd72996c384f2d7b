package dev.arena.core.people;

import dev.arena.core.battle.VoterIdentity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes secrets and hashes them. A hash is keyed with the store's salt and with what the secret is for, so that a hash of one kind never
 * matches one of another kind, and means nothing in another store.
 */
final class Secrets {
    private static final String ALGORITHM = "HmacSHA256";

    /** Digits and capital letters without those that are taken for each other: 0 O, 1 I L, U V. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";

    private static final int CODE_LENGTH = 8;

    private final SecretKeySpec key;
    private final RandomGenerator chance;

    /** What a secret is for. */
    enum Purpose {
        INVITE,
        DEVICE,
        CODE
    }

    Secrets(byte[] salt, RandomGenerator chance) {
        this.key = new SecretKeySpec(salt, ALGORITHM);
        this.chance = chance;
    }

    /** 128 random bits as 22 characters that are safe in links and cookies. */
    String newSecret() {
        return VoterIdentity.newSecret(chance);
    }

    /** A code to be typed, such as {@code K7M3-Q9XT}: 38 random bits. */
    String newCode() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            if (i == CODE_LENGTH / 2) {
                code.append('-');
            }
            code.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** A code as somebody typed it, in the form of {@link #newCode}; empty where it cannot be one. */
    static Optional<String> readCode(String typed) {
        StringBuilder letters = new StringBuilder();
        for (char letter : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (letter == '-' || letter == ' ') {
                continue;
            }
            if (ALPHABET.indexOf(letter) < 0 || letters.length() == CODE_LENGTH) {
                return Optional.empty();
            }
            letters.append(letter);
        }
        return letters.length() == CODE_LENGTH
                ? Optional.of(letters.insert(CODE_LENGTH / 2, '-').toString())
                : Optional.empty();
    }

    /** 64 hexadecimal digits. */
    String hash(Purpose purpose, String secret) {
        String text = purpose.name().toLowerCase(Locale.ROOT) + ":" + secret;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** Whether two secrets are equal, in a time that does not tell where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
