package dev.arena.core.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFilesTest {
    private static final long SEED = 20261122;
    private static final int PAGE = 1 << ColumnFiles.Column.PAGE_BITS;
    private static final int ROWS = 2 * PAGE + 777;

    @TempDir
    Path folder;

    @Test
    void read_rowsThatWereMoved_sayWhatTheySaidInTheHeap() throws Exception {
        VoteTable heap = filled(null);
        VoteTable moved = filled(new ColumnFiles(folder));

        requireSame(moved, heap);
        assertThat(filesIn(folder)).as("nothing is left behind").isZero();
        for (int row : new int[] {0, PAGE - 1, PAGE, ROWS - 1}) {
            moved.exclude(row, "leak");
            heap.exclude(row, "leak");
        }
        requireSame(moved, heap);
    }

    @Test
    void set_aRowThatWasMoved_isRefused() {
        VoteTable moved = filled(new ColumnFiles(folder));

        assertThatThrownBy(() -> moved.codes(VoteTable.JUDGE).set(PAGE - 1, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the page of row 65535 was moved");
        assertThatThrownBy(() -> moved.longs(VoteTable.CAST_AT).set(0, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the page of row 0 was moved");
    }

    @Test
    void add_folderThatTakesNothing_keepsRowsInTheHeap() {
        VoteTable kept = filled(new ColumnFiles(folder.resolve("nowhere")));

        requireSame(kept, filled(null));
        kept.codes(VoteTable.JUDGE).set(0, 1);
        assertThat(kept.judge(0)).isEqualTo(1);
    }

    @Test
    void add_fileThatCannotBeOpened_isNotLeftBehind() throws Exception {
        VoteTable kept = filled(new ColumnFiles(folder, file -> {
            throw new IOException("Too many open files");
        }));

        assertThat(filesIn(folder)).isZero();
        requireSame(kept, filled(null));
    }

    private static long filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static void requireSame(VoteTable one, VoteTable other) {
        assertThat(one.size()).isEqualTo(other.size());
        CodedVote left = new CodedVote();
        CodedVote right = new CodedVote();
        for (int row = 0; row < one.size(); row++) {
            one.read(row, left);
            other.read(row, right);
            assertThat(left.codes).isEqualTo(right.codes);
            assertThat(left.longs).isEqualTo(right.longs);
        }
    }

    /** Columns of one byte, of three, of longs everywhere and of longs here and there. */
    private static VoteTable filled(@Nullable ColumnFiles files) {
        SplittableRandom chance = new SplittableRandom(SEED);
        VoteTable table = new VoteTable(VoteNeeds.EVERYTHING, files);
        int lineup =
                table.lineup(table.contestants().code("a"), table.contestants().code("b"));
        int first = table.verdict(Verdict.first());
        CodedVote vote = new CodedVote();
        for (int row = 0; row < ROWS; row++) {
            vote.on(lineup, first).by(row * 31 % 70_000, JudgeKind.HUMAN);
            vote.codes[VoteTable.PROMPT] = chance.nextInt(300);
            vote.codes[VoteTable.STUDY] = row < PAGE ? 0 : 1;
            vote.longs[VoteTable.CAST_AT] = chance.nextLong();
            vote.longs[VoteTable.PICK] = Double.doubleToLongBits(row % 9000 == 0 ? 0.25 : VoteTable.NO_LENGTH);
            table.addKept(vote);
        }
        return table;
    }
}
