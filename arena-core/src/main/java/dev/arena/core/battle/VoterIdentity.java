package dev.arena.core.battle;

import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns the secret that a voter's browser keeps into the pseudonym that the store keeps. The pseudonym is a hash keyed with the
 * store's salt: it cannot be turned back into the secret, and means nothing in another store.
 */
public final class VoterIdentity {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 16;
    private static final int NAME_BYTES = 10;
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{22}");

    private final SecretKeySpec key;

    /**
     * An identity maker.
     *
     * @param salt the store's salt
     */
    public VoterIdentity(byte[] salt) {
        this.key = new SecretKeySpec(salt, ALGORITHM);
    }

    /** A new secret of 128 random bits, as 22 characters that are safe in a cookie. */
    public static String newSecret(RandomGenerator chance) {
        return randomText(chance);
    }

    /** Whether a value could have come from {@link #newSecret}. */
    public static boolean isSecret(String value) {
        return SECRET.matcher(value).matches();
    }

    /** The judge that a secret stands for: a person, named {@code voter-} and 20 hexadecimal digits. */
    public JudgeDraft judge(String secret) {
        byte[] hash = mac().doFinal(secret.getBytes(StandardCharsets.UTF_8));
        return new JudgeDraft(JudgeKind.HUMAN, "voter-" + HexFormat.of().formatHex(hash, 0, NAME_BYTES), "");
    }

    /** 128 random bits in 22 characters of the alphabet that is safe in URLs. */
    static String randomText(RandomGenerator chance) {
        byte[] bytes = new byte[SECRET_BYTES];
        chance.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
