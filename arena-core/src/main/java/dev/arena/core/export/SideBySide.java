package dev.arena.core.export;

import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Boards of several methods on the same votes as one table: a line a contestant, in the order of the first method, and the rating,
 * interval and rank of each method beside each other.
 *
 * @param boards one a method
 * @param lines contestants in the order of the first board; those that only others know come last
 */
record SideBySide(List<Leaderboard> boards, List<Line> lines) {
    /**
     * A contestant.
     *
     * @param row of the first board that knows it
     * @param rows one a board; null where a board does not know it
     */
    record Line(LeaderboardRow row, List<@Nullable LeaderboardRow> rows) {}

    /** The boards of each split together, in the order in which the splits are first met. */
    static List<List<Leaderboard>> groups(List<Leaderboard> boards) {
        Map<String, List<Leaderboard>> groups = new LinkedHashMap<>();
        for (Leaderboard board : boards) {
            groups.computeIfAbsent(board.split(), split -> new ArrayList<>()).add(board);
        }
        return List.copyOf(groups.values());
    }

    static SideBySide of(List<Leaderboard> boards) {
        Map<String, LeaderboardRow> first = new LinkedHashMap<>();
        List<Map<String, LeaderboardRow>> byName = new ArrayList<>();
        for (Leaderboard board : boards) {
            Map<String, LeaderboardRow> rows = new LinkedHashMap<>();
            board.rows().forEach(row -> rows.put(row.modelName(), row));
            rows.forEach(first::putIfAbsent);
            byName.add(rows);
        }
        List<Line> lines = new ArrayList<>();
        first.forEach((name, row) -> {
            List<@Nullable LeaderboardRow> rows = new ArrayList<>();
            byName.forEach(board -> rows.add(board.get(name)));
            lines.add(new Line(row, rows));
        });
        return new SideBySide(boards, lines);
    }

    /** What the boards are one part of; empty where they are not. */
    String split() {
        return boards.get(0).split();
    }

    /** What a board is called above its columns: its method, or what else tells it from the others. */
    String heading(Leaderboard board) {
        boolean methods = boards.stream().map(Leaderboard::method).distinct().count() > 1;
        if (board.variant().isEmpty()) {
            return board.method();
        }
        return methods ? board.method() + ", " + board.variant() : board.variant();
    }

    /** The headings of all boards. */
    String headings() {
        boolean variants = boards.stream().anyMatch(board -> !board.variant().isEmpty());
        return String.join(
                variants ? "; " : ", ",
                boards.stream().map(this::heading).distinct().toList());
    }

    /** The footnotes of all boards: those that are the same for all stand once, others say which board of several variants they are of. */
    List<String> notes() {
        List<Set<String>> all = boards.stream()
                .<Set<String>>map(board -> new LinkedHashSet<>(Footnotes.lines(board)))
                .toList();
        Set<String> notes = new LinkedHashSet<>();
        for (int b = 0; b < boards.size(); b++) {
            String variant = boards.get(b).variant();
            for (String note : all.get(b)) {
                // what a judge is like does not depend on the board
                boolean shared = variant.isEmpty()
                        || note.startsWith("Judge ")
                        || all.stream().allMatch(others -> others.contains(note));
                notes.add(shared ? note : "[" + heading(boards.get(b)) + "] " + note);
            }
        }
        return List.copyOf(notes);
    }

    /** A rank, or a dash. */
    static String rank(@Nullable LeaderboardRow row) {
        return row == null || row.rank() == null ? "–" : row.rank().toString();
    }

    /** A rating, or why there is none. */
    static String rating(@Nullable LeaderboardRow row) {
        if (row == null) {
            return "–";
        }
        return row.rating() == null ? row.status() : Rounded.rating(row);
    }

    /** How far the interval reaches, or a dash. */
    static String interval(@Nullable LeaderboardRow row, String minus) {
        return row == null ? "–" : Rounded.interval(row, minus);
    }

    /** Wins, losses, ties and both-bads of a contestant. */
    static String record(LeaderboardRow row) {
        LeaderboardRow.Counts counts = row.counts();
        return counts.wins() + "/" + counts.losses() + "/" + counts.ties() + "/" + counts.bothBad();
    }
}
