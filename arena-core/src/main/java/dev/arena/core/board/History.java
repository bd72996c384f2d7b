package dev.arena.core.board;

import dev.arena.core.board.HistoryView.Change;
import dev.arena.core.board.HistoryView.Cut;
import dev.arena.core.board.HistoryView.Line;
import dev.arena.core.board.HistoryView.Point;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leaderboard.VoteSpans;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes a table at moments that divide the time from the first vote to the last in equal parts; the last one counts all votes. */
public final class History {
    /** The fact that says that a contestant has left: a day, or true. */
    public static final String RETIRED = "retired";

    private final LeaderboardService service;
    private final LeaderboardRequest request;
    private final Facts facts;

    /** What is known about a contestant by name; empty where nothing is. */
    @FunctionalInterface
    public interface Facts {
        /** Facts by name. */
        Map<String, String> of(String contestant);
    }

    /** The history of a table. */
    public History(LeaderboardService service, LeaderboardRequest request, Facts facts) {
        this.service = service;
        this.request = request;
        this.facts = facts;
    }

    /** Whether facts say that a contestant has left. */
    public static boolean isRetired(Map<String, String> facts) {
        String fact = facts.get(RETIRED);
        return fact != null && !fact.isBlank() && !fact.equals("false");
    }

    /**
     * The history.
     *
     * @param points how many moments, at least 1
     */
    public HistoryView view(int points) {
        VoteSpans spans = service.spans(request.filter());
        Leaderboard now = service.leaderboard(request);
        List<Long> moments = spans.all().map(span -> moments(span, points)).orElseGet(List::of);
        List<Leaderboard> boards = new ArrayList<>();
        for (int k = 0; k < moments.size(); k++) {
            boolean last = k == moments.size() - 1;
            boards.add(last ? now : service.leaderboardOnce(until(moments.get(k))));
        }
        List<Cut> cuts = new ArrayList<>();
        for (int k = 0; k < boards.size(); k++) {
            cuts.add(cut(moments.get(k), boards.get(k)));
        }
        List<Line> lines = moments.isEmpty()
                ? List.of()
                : now.rows().stream().map(row -> line(row, boards, spans)).toList();
        return new HistoryView(
                now.method(),
                now.level(),
                now.provenance().revision(),
                now.settings(),
                cuts,
                lines,
                changelog(cuts, lines));
    }

    private static List<Long> moments(VoteSpans.Span span, int points) {
        List<Long> moments = new ArrayList<>();
        long length = span.lastMs() - span.firstMs();
        for (int k = 1; k < points; k++) {
            long moment = span.firstMs() + Math.round((double) length * k / points);
            if (moment > span.firstMs() && (moments.isEmpty() || moment > moments.get(moments.size() - 1))) {
                moments.add(moment);
            }
        }
        moments.add(span.lastMs() + 1);
        return moments;
    }

    private LeaderboardRequest until(long moment) {
        return request.with(request.filter().withUntil(moment));
    }

    private static Cut cut(long moment, Leaderboard board) {
        Optional<LeaderboardRow> leader = board.rows().stream()
                .filter(row -> Objects.equals(row.rank(), 1))
                .findFirst();
        return new Cut(
                time(moment),
                board.voteCount(),
                leader.map(LeaderboardRow::modelName).orElse(null),
                leader.map(LeaderboardRow::rankUpper)
                        .filter(worst -> worst == 1)
                        .isPresent(),
                board.fit().components());
    }

    private Line line(LeaderboardRow today, List<Leaderboard> boards, VoteSpans spans) {
        String name = today.modelName();
        List<@Nullable Point> points = new ArrayList<>();
        for (Leaderboard board : boards) {
            points.add(board.rows().stream()
                    .filter(row -> row.modelName().equals(name) && row.counts().votes() > 0)
                    .map(History::point)
                    .findFirst()
                    .orElse(null));
        }
        VoteSpans.Span span = spans.contestants().get(name);
        return new Line(
                name,
                isRetired(facts.of(name)),
                span == null ? null : time(span.firstMs()),
                span == null ? null : time(span.lastMs()),
                points);
    }

    private static Point point(LeaderboardRow row) {
        return new Point(
                row.rating(),
                row.ratingLower(),
                row.ratingUpper(),
                row.rank(),
                row.rankLower(),
                row.rankUpper(),
                row.counts().votes(),
                row.status());
    }

    private List<Change> changelog(List<Cut> cuts, List<Line> lines) {
        List<Change> changes = new ArrayList<>();
        for (Line line : lines) {
            if (line.firstVoteAt() != null) {
                changes.add(new Change(line.firstVoteAt(), "entered", line.modelName(), null));
            }
            day(facts.of(line.modelName()).get(RETIRED))
                    .ifPresent(day -> changes.add(new Change(day, "retired", line.modelName(), null)));
        }
        String before = null;
        for (Cut cut : cuts) {
            if (cut.leader() != null && !cut.leader().equals(before)) {
                changes.add(new Change(cut.at(), "first_place", cut.leader(), before));
                before = cut.leader();
            }
        }
        changes.sort(Comparator.comparing((Change change) -> Instant.parse(change.at()))
                .thenComparing(Change::event)
                .thenComparing(Change::modelName));
        return changes;
    }

    /** The day that a fact names; a fact may say only that it is so. */
    private static Optional<String> day(@Nullable String fact) {
        if (fact == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(fact)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }
}
