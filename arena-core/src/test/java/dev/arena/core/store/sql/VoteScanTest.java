package dev.arena.core.store.sql;

import static dev.arena.core.store.StoreFixture.vote;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.StoreFixture;
import dev.arena.core.store.VoteStore.NewVote;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scans of a log so long that it is read in pieces by several threads. */
class VoteScanTest {
    private static final int ROWS = 6 * 4096 + 6;

    @TempDir
    Path folder;

    private SqliteArenaStore store;
    private StoreFixture given;
    private List<Judge> judges;

    @BeforeEach
    void fill() {
        store = SqliteArenaStore.open(folder.resolve("arena.db"), SqliteArenaStoreTest.OPTIONS);
        given = new StoreFixture(store);
        given.promptAnsweredBy("alpha", "beta");
        judges = List.of(given.voter("a"), given.voter("b"), given.voter("c"));
        List<NewVote> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(row(i));
        }
        store.votes().appendAll(rows);
    }

    /** Every battle is judged by all three, far apart in the log. */
    private NewVote row(int i) {
        String battle = "b" + i % (ROWS / 3);
        return new NewVote(
                given.bareBattle(BattleOrigin.imported(battle), "alpha", "beta"),
                vote(judges.get(i / (ROWS / 3) % 3), i % 2 == 0 ? Verdict.first() : Verdict.tie(), "k" + i));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void scan_fromAnywhere_givesEveryRowOnceAndInOrder() {
        for (long after : new long[] {0, 1, 4095, 4096, 4097, ROWS - 4096, ROWS - 1, ROWS, ROWS + 1}) {
            List<CastVote> rows = new ArrayList<>();
            store.votes().scan(new VoteId(after), rows::add);
            assertThat(rows.stream().mapToLong(row -> row.vote().id().value()).toArray())
                    .as("after %d", after)
                    .isEqualTo(LongStream.rangeClosed(after + 1, ROWS).toArray());
            assertThat(rows)
                    .allMatch(row -> row.battle().id().equals(row.vote().battle())
                            && row.judge().id().equals(row.vote().judge()));
        }
    }

    @Test
    void scan_whoseActionFails_endsWithThatFailureAndTheStoreLives() {
        assertThatThrownBy(() -> store.votes().scan(new VoteId(0), row -> {
                    if (row.vote().id().value() == 5000) {
                        throw new IllegalStateException("enough");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(store.votes().count()).isEqualTo(ROWS);
    }

    @Test
    void scan_whileItsActionAppends_endsWithTheRowsThatWereThere() {
        Judge late = given.voter("late");
        List<Long> ids = new ArrayList<>();
        store.votes().scan(new VoteId(ROWS - 5000L), row -> {
            if (row.vote().id().value() == ROWS - 4000L) {
                store.votes().append(row.vote().battle(), vote(late, Verdict.second(), "late"));
            }
            ids.add(row.vote().id().value());
        });
        assertThat(ids).hasSize(5000).endsWith((long) ROWS);
        assertThat(store.votes().count()).isEqualTo(ROWS + 1L);
    }
}
