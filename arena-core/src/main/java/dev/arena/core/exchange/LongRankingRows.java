package dev.arena.core.exchange;

import dev.arena.core.model.Verdict;
import dev.arena.core.problem.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rankings with a row for each model; the rows of one ranking stand together. */
final class LongRankingRows implements RowReader {
    private static final String RANK = "1 for the best, 2, …; equal ranks tie; empty for not ranked";

    private final Models models = new Models();
    private final Fingerprints ids = new Fingerprints();

    private record Member(
            Row row, String model, int rank, @Nullable Long position) {}

    @Override
    public void read(Row row, List<FileRecord> records) {
        if (!(row instanceof GroupRow group)) {
            throw new IllegalArgumentException("long rankings are read in groups");
        }
        String id = Values.name(row, "ranking_id");
        requireFirstMeeting(row, id);
        List<Member> members = members(group);
        boolean ordered = members.get(0).position() != null;
        if (ordered) {
            members.sort(Comparator.comparing(member -> Objects.requireNonNull(member.position())));
        }
        List<String> names = members.stream().map(Member::model).toList();
        RankedModels.check(row, "model", names);
        Verdict verdict = RankingRows.verdict(
                row, "rank", members.stream().map(Member::rank).toList(), null);
        records.add(new FileVote(row.line(), names, ordered, verdict, false, 1, 1, context(group, id), null));
    }

    private void requireFirstMeeting(Row row, String id) {
        long hash = Fingerprints.of(id);
        long line = ids.valueOf(hash, 0);
        if (line > 0) {
            throw new SplitRankingException(row.invalid(
                    "ranking_id",
                    id,
                    "the rows of one ranking together; this one began in line " + line,
                    "Sort the file by ranking_id."));
        }
        ids.put(hash, row.line());
    }

    private List<Member> members(GroupRow group) {
        if (group.size() > RankedModels.MOST) {
            throw group.invalid(
                    "ranking_id", group.size() + " rows", "2 to " + RankedModels.MOST + " models in a ranking", "");
        }
        List<Member> members = new ArrayList<>();
        for (Row row : group.members()) {
            Long rank = Values.whole(row, "rank", 1);
            if (rank != null && rank > RankedModels.MOST) {
                throw row.invalid("rank", rank.toString(), RANK, "");
            }
            Long position = Values.whole(row, "position", 1);
            members.add(new Member(row, models.name(row, "model"), rank == null ? 0 : rank.intValue(), position));
        }
        checkPositions(members);
        return members;
    }

    private static void checkPositions(List<Member> members) {
        List<Long> seen = new ArrayList<>();
        boolean ordered = members.get(0).position() != null;
        for (Member member : members) {
            Long position = member.position();
            if ((position != null) != ordered) {
                throw member.row()
                        .invalid(
                                "position",
                                position == null ? null : position.toString(),
                                "a position for every model of the ranking, or for none",
                                "");
            }
            if (position != null && seen.contains(position)) {
                throw member.row().invalid("position", position.toString(), "each position once in a ranking", "");
            }
            if (position != null) {
                seen.add(position);
            }
        }
    }

    /** The context of the ranking, which every row of it must repeat or leave out. */
    private static VoteContext context(GroupRow group, String id) {
        VoteContext first = Contexts.read(group);
        for (Row row : group.members()) {
            VoteContext other = Contexts.read(row);
            if (!Objects.equals(other.judge(), first.judge())) {
                throw row.invalid("judge", other.judge(), "one judge for each ranking", "");
            }
            if (!Objects.equals(other.prompt(), first.prompt())) {
                throw row.invalid("prompt_id", other.prompt(), "one prompt for each ranking", "");
            }
        }
        return new VoteContext(
                first.id() == null ? id : first.id(),
                first.judge(),
                first.judgeKind(),
                first.prompt(),
                first.turn(),
                first.castAt(),
                first.category(),
                first.language(),
                null);
    }

    /** Rows of one ranking that stand apart: what was read of it before is wrong, so no row can be set aside for it. */
    static final class SplitRankingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient InputException problem;

        SplitRankingException(InputException problem) {
            super(problem);
            this.problem = problem;
        }

        InputException problem() {
            return problem;
        }
    }
}
