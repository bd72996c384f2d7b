package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.export.LeaderboardJson;
import dev.arena.core.store.InMemoryArenaStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The default board from counts against the one from all votes, byte by byte. */
class CountedBoardTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void leaderboard_randomLogOfPairs_isThatOfAllVotesToTheLastDigit(long seed) {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed))) {
            RandomLog log = new RandomLog(store, seed).withPairsOnly();
            StoreVotes votes = new StoreVotes(store);
            int compared = 0;
            for (int step = 0; step < 300; step++) {
                log.grow();
                votes.refresh();
                if (step % 10 == 9) {
                    compared += compare(votes, seed);
                }
            }
            assertThat(compared).as("seed %d", seed).isGreaterThan(20);
        }
    }

    /** Soft verdicts and rankings of three or more are not counted, so the votes themselves are rated. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void leaderboard_logWithRankings_isNotMadeFromCounts(long seed) {
        try (InMemoryArenaStore store = new InMemoryArenaStore(new Random(seed))) {
            RandomLog log = new RandomLog(store, seed);
            for (int step = 0; step < 200; step++) {
                log.grow();
            }
            StoreVotes votes = new StoreVotes(store);
            votes.refresh();
            assertThat(CountedBoard.leaderboard(votes.counts(), LeaderboardRequest.forDatabase(), source(votes)))
                    .isEmpty();
        }
    }

    private static int compare(StoreVotes votes, long seed) {
        LeaderboardRequest request = LeaderboardRequest.forDatabase();
        Optional<Leaderboard> counted = CountedBoard.leaderboard(votes.counts(), request, source(votes));
        Leaderboard whole = LeaderboardFactory.leaderboard(
                VotePool.select(votes.table(), request.filter()), request, source(votes));
        counted.ifPresent(board -> assertThat(json(board))
                .as("seed %d, revision %d", seed, votes.revision())
                .isEqualTo(json(whole)));
        return counted.isPresent() ? 1 : 0;
    }

    private static RatingSource source(StoreVotes votes) {
        return new RatingSource("database", votes.revision(), "test", votes.contestantNames());
    }

    private static String json(Leaderboard board) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            new LeaderboardJson(json).writeFields(board);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
