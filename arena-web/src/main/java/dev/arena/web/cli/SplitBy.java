package dev.arena.web.cli;

import dev.arena.core.leaderboard.JuryBoards;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.Selection.Facet;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.leaderboard.VotePool;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** What {@code --by} splits a table by. */
enum SplitBy {
    NOTHING,
    CATEGORY,
    LANGUAGE,
    JUDGE,
    JUDGE_KIND;

    /** A part of a split: what it is called, and the votes that belong to it. */
    record Part(String name, VoteFilter filter) {}

    /** Whether every part holds the votes of one judge, or one kind of judges. */
    boolean ofJudges() {
        return this == JUDGE || this == JUDGE_KIND;
    }

    static SplitBy parse(@Nullable String word) {
        if (word == null) {
            return NOTHING;
        }
        SplitBy split = Words.parse("--by", word, SplitBy.class);
        if (split == NOTHING) {
            throw new UsageException(
                    "--by '" + word + "' is not allowed; use one of: category, language, judge, judge_kind.");
        }
        return split;
    }

    /**
     * A table for each request and part.
     *
     * @throws UsageException if no vote passes the filter, or a request asks for what is not allowed
     */
    List<Leaderboard> boards(VotePool pool, VoteFilter filter, List<LeaderboardRequest> requests) {
        pool.requireSome(filter);
        List<Leaderboard> boards = new ArrayList<>();
        for (LeaderboardRequest request : requests) {
            for (Part part : parts(pool, filter)) {
                for (Leaderboard board : JuryBoards.boards(pool, request.with(part.filter()), part.name())) {
                    boards.add(board.withVariant(variant(board.variant(), request, requests)));
                }
            }
        }
        return boards;
    }

    /** What tells a table from those beside it: the jury or the judge, and choices of which there are several. */
    private static String variant(String jury, LeaderboardRequest request, List<LeaderboardRequest> all) {
        StringJoiner words = new StringJoiner(", ");
        if (!jury.isEmpty()) {
            words.add(jury);
        }
        if (all.stream().map(one -> one.fitting().swap()).distinct().count() > 1) {
            words.add("swap=" + request.fitting().swap().word());
        }
        if (all.stream().map(one -> one.fitting().position()).distinct().count() > 1) {
            words.add("position=" + request.fitting().position().name().toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    /** The parts, sorted by name; votes without a value are in none of them. */
    List<Part> parts(VotePool pool, VoteFilter filter) {
        if (this == NOTHING) {
            return List.of(new Part("", filter));
        }
        SortedSet<String> values = pool.select(filter).values(facet());
        if (values.isEmpty()) {
            throw new UsageException("--by " + word() + ": no vote says its " + word() + ". Leave --by out.");
        }
        List<Part> parts = new ArrayList<>();
        for (String value : values) {
            parts.add(new Part(word() + "=" + value, narrowed(filter, value)));
        }
        return parts;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private Facet facet() {
        return switch (this) {
            case NOTHING -> throw new IllegalStateException("nothing has no values");
            case CATEGORY -> Facet.CATEGORY;
            case LANGUAGE -> Facet.LANGUAGE;
            case JUDGE -> Facet.JUDGE;
            case JUDGE_KIND -> Facet.JUDGE_KIND;
        };
    }

    private VoteFilter narrowed(VoteFilter filter, String value) {
        return switch (this) {
            case NOTHING -> filter;
            case CATEGORY -> filter.withCategory(value);
            case LANGUAGE -> filter.withLanguage(value);
            case JUDGE -> filter.withJudge(value);
            case JUDGE_KIND -> filter.withJudgeKind(Words.parse("--by", value, JudgeKind.class));
        };
    }
}
