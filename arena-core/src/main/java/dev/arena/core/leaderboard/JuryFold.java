package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.JuryBattles.Battle;
import dev.arena.core.leaderboard.JuryVerdicts.Ruling;
import dev.arena.core.leaderboard.Leaderboard.JuryMember;
import dev.arena.core.leaderboard.Leaderboard.JuryRow;
import dev.arena.core.leaderboard.VoteSet.JudgeGroup;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Folds the verdicts of a jury's members on one battle in one order into one verdict of a judge named {@code jury}, before any folding
 * of orders. Whoever voted is counted; who abstained is not there. People are folded only where they are members, else their votes
 * stay as they are. The jury's vote stands where the earliest vote of its members stood and has the time of the latest, the mean of
 * their weights, and the styles of the battle.
 */
final class JuryFold {
    private static final String TOO_FEW = Exclusion.TOO_FEW_JUDGES.word();

    private final Selection votes;
    private final VoteTable table;
    private final Jury jury;
    private final JuryBattles found;
    private long verdicts;
    private long members;
    private long inconclusive;
    private long tooFew;

    private JuryFold(Selection votes, Jury jury) {
        this.votes = votes;
        this.table = votes.table();
        this.jury = jury;
        this.found = JuryBattles.of(votes, jury);
    }

    /**
     * What came of it.
     *
     * @param votes with the jury's in place of its members'
     * @param row what the table says of the jury
     */
    record Folded(Selection votes, JuryRow row) {}

    /**
     * Folds.
     *
     * @throws UsageException if no vote can be folded, or the rule cannot fold what there is
     */
    static Folded fold(Selection votes, Jury jury) {
        JuryFold fold = new JuryFold(votes, jury);
        fold.requireMembers();
        return fold.run();
    }

    private String flag() {
        return "--jury " + jury.rule().word();
    }

    private void requireMembers() {
        if (votes.size() == 0) {
            return;
        }
        if (found.members().isEmpty()) {
            throw new UsageException(
                    flag() + ": all votes are by people, and people are not folded into a jury of judges. Say"
                            + " --jury-people to fold them too, or --jury none. A file says what its judges are in the"
                            + " column judge_kind.");
        }
        if (found.members().size() > 1 && found.battles().stream().allMatch(battle -> battle.voted() < 2)) {
            throw new UsageException(flag() + ": no two of the judges " + String.join(", ", names())
                    + " voted on the same battle. Judges meet on one prompt (prompt_id), turn and order of contestants,"
                    + " in a database within one run.");
        }
        long wide = found.battles().stream().filter(battle -> seats(battle) > 2).count();
        if (wide > 0 && jury.rule() == JuryRule.WEIGHTED) {
            throw new UsageException(
                    flag() + ": " + wide + " of " + found.battles().size()
                            + " battles are of more than two responses, and reliabilities are told from verdicts on"
                            + " two. Use --jury majority or --jury mean.");
        }
    }

    private List<String> names() {
        return found.members().stream().map(JudgeGroup::name).toList();
    }

    private int seats(Battle battle) {
        return table.lineups.seats(table.lineupOf(battle.first())).length;
    }

    private Folded run() {
        List<Battle> kept = new ArrayList<>();
        for (Battle battle : found.battles()) {
            if (battle.voted() < jury.minJudges()) {
                tooFew += battle.voted() * battle.count();
            } else {
                kept.add(battle);
                members += battle.voted() * battle.count();
                verdicts += battle.count();
            }
        }
        Reliabilities reliabilities = jury.rule() == JuryRule.WEIGHTED
                ? Reliabilities.of(table, kept, found.members().size())
                : null;
        VoteTable folded = new VoteTable(VoteNeeds.EVERYTHING);
        TableMerge merge = new TableMerge(table, folded);
        int next = 0;
        for (int k = 0; k < kept.size(); k++) {
            next = addOthers(merge, folded, next, kept.get(k).first());
            Ruling ruling = reliabilities == null ? ruling(kept.get(k)) : reliabilities.ruling(k);
            inconclusive += ruling.inconclusive() ? kept.get(k).count() : 0;
            add(merge, folded, kept.get(k), ruling.verdict());
        }
        addOthers(merge, folded, next, Integer.MAX_VALUE);
        Selection all = votes.in(folded);
        if (tooFew > 0) {
            all.exclude(TOO_FEW, tooFew);
        }
        return new Folded(all, row(kept, reliabilities));
    }

    /** Votes of judges that are no members and come before a row. */
    private int addOthers(TableMerge merge, VoteTable folded, int from, int before) {
        CodedVote vote = new CodedVote();
        int next = from;
        while (next < found.others().size() && found.others().get(next) < before) {
            merge.translate(found.others().get(next++), vote);
            folded.addKept(vote);
        }
        return next;
    }

    private Ruling ruling(Battle battle) {
        List<Verdict> said = Arrays.stream(battle.rows())
                .filter(row -> row != JuryBattles.NOBODY)
                .mapToObj(table::said)
                .toList();
        if (seats(battle) > 2) {
            return JuryVerdicts.meanRank(said, seats(battle));
        }
        return jury.rule() == JuryRule.MEAN ? JuryVerdicts.mean(said) : JuryVerdicts.majority(said);
    }

    private void add(TableMerge merge, VoteTable folded, Battle battle, Verdict verdict) {
        CodedVote vote = new CodedVote();
        merge.translate(battle.first(), vote);
        double weight = 0;
        long latest = VoteTable.NO_TIME;
        for (int row : battle.rows()) {
            if (row != JuryBattles.NOBODY) {
                weight += table.weight(row) / battle.voted();
                latest = Math.max(latest, table.castAtMs(row));
            }
        }
        vote.on(vote.lineup(), folded.verdict(verdict))
                .by(folded.judges.code(Jury.NAME), JudgeKind.JURY)
                .counting(battle.count(), weight)
                .at(latest);
        folded.addKept(vote);
    }

    private JuryRow row(List<Battle> kept, @Nullable Reliabilities reliabilities) {
        List<JuryMember> rows = new ArrayList<>();
        for (int member = 0; member < found.members().size(); member++) {
            long cast = 0;
            for (Battle battle : kept) {
                cast += battle.rows()[member] == JuryBattles.NOBODY ? 0 : battle.count();
            }
            rows.add(new JuryMember(
                    found.members().get(member).name(),
                    cast,
                    reliabilities == null ? null : reliabilities.accuracy(member),
                    reliabilities == null ? null : reliabilities.position(member)));
        }
        return new JuryRow(
                jury.rule().name().toLowerCase(Locale.ROOT),
                verdicts,
                members,
                inconclusive,
                verdicts * rows.size() - members,
                EffectiveJudges.of(table, kept, rows.size()),
                rows);
    }
}
