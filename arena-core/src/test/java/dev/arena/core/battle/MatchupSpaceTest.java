package dev.arena.core.battle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.ContestantId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchupSpaceTest {
    /** One response for each letter; equal letters are byte-identical. */
    private static List<ResponseHead> responses(String texts) {
        List<ResponseHead> heads = new ArrayList<>();
        for (int i = 0; i < texts.length(); i++) {
            heads.add(new ResponseHead(
                    new ResponseId(100 + i), new PromptId(1), new ContestantId(i + 1), 1, texts.substring(i, i + 1)));
        }
        return heads;
    }

    @ParameterizedTest
    @CsvSource({
        "a,2,0",
        "aa,2,0",
        "ab,2,1",
        "abc,2,3",
        "aab,2,2",
        "aabb,2,4",
        "aabbc,2,8",
        "abcd,3,4",
        "aabc,3,2",
        "aabb,3,0",
        "abcdefghij,5,252",
        "aabbccdd,4,16"
    })
    void matchups_allNumbers_areAllMatchupsOnce(String texts, int k, long size) {
        MatchupSpace space = new MatchupSpace(responses(texts), k);
        Set<Set<ResponseId>> seen = new HashSet<>();

        assertThat(space.size()).isEqualTo(size);
        for (long number = 0; number < size; number++) {
            List<ResponseHead> matchup = space.matchup(number);
            Set<String> hashes = new HashSet<>();
            Set<ResponseId> ids = new HashSet<>();
            matchup.forEach(head -> hashes.add(head.sha256()));
            matchup.forEach(head -> ids.add(head.id()));
            assertThat(hashes).as("different texts").hasSize(k);
            assertThat(seen.add(ids)).as("matchup %d is new", number).isTrue();
            assertThat(space.number(ids)).hasValue(number);
        }
    }

    @Test
    void number_whatIsNoMatchup_isEmpty() {
        MatchupSpace space = new MatchupSpace(responses("aab"), 2);

        assertThat(space.number(List.of(new ResponseId(100), new ResponseId(101))))
                .as("identical")
                .isEmpty();
        assertThat(space.number(List.of(new ResponseId(100), new ResponseId(999))))
                .as("unknown")
                .isEmpty();
        assertThat(space.number(List.of(new ResponseId(100)))).as("too few").isEmpty();
    }

    @Test
    void size_thirtyTwoResponsesSixteenAtATime_isCountedWithoutListing() {
        StringBuilder texts = new StringBuilder();
        for (char letter = 'A'; letter < 'A' + 32; letter++) {
            texts.append(letter);
        }
        MatchupSpace space = new MatchupSpace(responses(texts.toString()), 16);

        assertThat(space.size()).isEqualTo(601_080_390L);
        assertThat(space.matchup(601_080_389L)).hasSize(16);
    }
}
