package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.JudgeKind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoterIdentityTest {
    private static final byte[] SALT = "salt of a first store".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] OTHER_SALT = "salt of another store".getBytes(StandardCharsets.US_ASCII);

    @Test
    void newSecret_many_areDifferentAndRecognised() {
        // Seed 7.
        Random chance = new Random(7);
        Set<String> secrets = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String secret = VoterIdentity.newSecret(chance);
            assertThat(VoterIdentity.isSecret(secret)).isTrue();
            secrets.add(secret);
        }

        assertThat(secrets).hasSize(1000);
    }

    @Test
    void isSecret_anythingElse_isNot() {
        for (String value :
                new String[] {"", "short", "a".repeat(21), "a".repeat(23), "a".repeat(21) + "=", "é".repeat(22)}) {
            assertThat(VoterIdentity.isSecret(value)).as(value).isFalse();
        }
    }

    @Test
    void judge_sameSecret_isOnePersonHereAndAnotherElsewhere() {
        String secret = "abcdefghijklmnopqrstuv";
        VoterIdentity here = new VoterIdentity(SALT);

        assertThat(here.judge(secret)).isEqualTo(here.judge(secret));
        assertThat(here.judge(secret).kind()).isEqualTo(JudgeKind.HUMAN);
        assertThat(here.judge(secret).name()).matches("voter-[0-9a-f]{20}").doesNotContain(secret);
        assertThat(here.judge(secret).version()).isEmpty();
        assertThat(here.judge("abcdefghijklmnopqrstuw").name())
                .isNotEqualTo(here.judge(secret).name());
        assertThat(new VoterIdentity(OTHER_SALT).judge(secret).name())
                .isNotEqualTo(here.judge(secret).name());
    }
}
