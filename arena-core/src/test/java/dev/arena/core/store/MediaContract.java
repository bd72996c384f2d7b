package dev.arena.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Media;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.store.LeakStore.ShownLeak;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a store promises of files, and of what was found in responses. */
abstract class MediaContract extends RoleContract {
    private static final int SIZE = MediaStore.PIECE_BYTES + 5;

    /** Seed 3. */
    private static byte[] bytes() {
        byte[] bytes = new byte[SIZE];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    private static Media head(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Media(HexFormat.of().formatHex(hash), "image/png", bytes.length);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MediaStore.Pieces pieces(byte[] bytes) {
        return action -> {
            for (int from = 0; from < bytes.length; from += MediaStore.PIECE_BYTES) {
                action.accept(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MediaStore.PIECE_BYTES)));
            }
        };
    }

    @Test
    void put_twice_storesOnceAndReadsInPieces() {
        byte[] bytes = bytes();
        Media media = head(bytes);

        assertThat(store.media().find(media.sha256())).isEmpty();
        assertThat(store.media().put(media, pieces(bytes))).isTrue();
        assertThat(store.media().put(media, pieces(bytes))).isFalse();
        assertThat(store.media().find(media.sha256())).contains(media);
        assertThat(store.media().readPiece(media.sha256(), 0)).isEqualTo(Arrays.copyOf(bytes, MediaStore.PIECE_BYTES));
        assertThat(store.media().readPiece(media.sha256(), 1))
                .isEqualTo(Arrays.copyOfRange(bytes, MediaStore.PIECE_BYTES, SIZE));
        assertThatThrownBy(() -> store.media().readPiece(media.sha256(), 2))
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("no piece 2 of " + media.sha256());
    }

    @Test
    void put_otherBytesThanTheHash_storesNothing() {
        byte[] bytes = bytes();
        Media media = head(bytes);
        bytes[7]++;

        assertThatThrownBy(() -> store.media().put(media, pieces(bytes)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("in place of " + media.sha256());
        assertThat(store.media().find(media.sha256())).isEmpty();
        bytes[7]--;
        assertThat(store.media().put(media, pieces(bytes))).isTrue();
    }

    @Test
    void findings_ofASpec_stayAsTheyWereFirst() {
        given.promptAnsweredBy("alpha", "beta");
        List<ResponseId> ids = store.catalog().listCurrentResponses().stream()
                .map(ResponseHead::id)
                .toList();
        long spec = store.leaks().putSpec("a".repeat(64), "one");
        long other = store.leaks().putSpec("b".repeat(64), "two");
        store.leaks().putFindings(spec, Map.of(ids.get(0), "0 1 2 self;", ids.get(1), ""));
        store.leaks().putFindings(spec, Map.of(ids.get(0), ""));

        assertThat(store.leaks().putSpec("a".repeat(64), "one")).isEqualTo(spec);
        assertThat(store.leaks().findings(spec)).isEqualTo(Map.of(ids.get(0), "0 1 2 self;", ids.get(1), ""));
        assertThat(store.leaks().findings(other)).isEmpty();
        assertThatThrownBy(() -> store.leaks().putFindings(99, Map.of(ids.get(0), "")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("spec 99 is not stored");
    }

    private BattleId opened(String voter) {
        return store.battles()
                .open(given.battle(BattleOrigin.matchmaker(given.voter(voter).id())))
                .id();
    }

    @Test
    void shown_ofABattle_isKeptAndFlagsAreTold() {
        given.promptAnsweredBy("alpha", "beta");
        BattleId masked = opened("ann");
        BattleId flagged = opened("ben");
        long spec = store.leaks().putSpec("a".repeat(64), "one");
        ShownLeak covered = new ShownLeak(1, spec, "mask", 2);
        store.leaks().putShown(masked, List.of(covered));
        store.leaks().putShown(masked, List.of(new ShownLeak(1, spec, "mask", 9)));
        store.leaks().putShown(flagged, List.of(new ShownLeak(2, spec, ShownLeak.FLAG, 1)));

        List<BattleId> told = new ArrayList<>();
        long last = store.leaks().scanFlagged(0, told::add);
        assertThat(store.leaks().scanFlagged(last, told::add)).isEqualTo(last);
        assertThat(told).containsExactly(flagged);
        assertThat(store.leaks().findFlagged(List.of(masked, flagged, new BattleId(999))))
                .containsExactly(flagged);
        assertThat(store.leaks().findFlagged(List.of(masked))).isEmpty();
        assertThat(store.leaks().shown(masked)).containsExactly(covered);
        assertThat(store.leaks().shown(new BattleId(999))).isEmpty();
    }
}
