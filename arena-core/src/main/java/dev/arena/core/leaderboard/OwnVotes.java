package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.Warning;
import dev.arena.core.problem.UsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Votes of judges on their own: which are left out, and what a reader must know where families are not known. */
final class OwnVotes {
    private final Jury jury;

    OwnVotes(Jury jury) {
        this.jury = jury;
    }

    /** The votes without those that are left out, which are counted in {@code excluded}. */
    Selection without(Selection votes) {
        VoteTable table = votes.table();
        Families families = jury.families();
        return switch (jury.leaveOut()) {
            case NONE -> votes;
            case SELF -> votes.where(row -> !any(table, row, families::isSelf), Exclusion.OWN_RESPONSE.word());
            case FAMILY -> {
                requireFamilies(votes);
                yield votes.where(row -> !any(table, row, families::isOwn), Exclusion.OWN_FAMILY.word());
            }
        };
    }

    /** A question about a judge and a contestant by name. */
    @FunctionalInterface
    private interface Kin {
        boolean are(String judge, String contestant);
    }

    private boolean any(VoteTable table, int row, Kin kin) {
        if (table.judge(row) == 0 || !JuryBattles.isMember(table.kind(row), jury)) {
            return false;
        }
        String judge = table.judges.name(table.judge(row));
        for (int contestant : table.lineups.seats(table.lineupOf(row))) {
            if (kin.are(judge, table.contestants.name(contestant))) {
                return true;
            }
        }
        return false;
    }

    private void requireFamilies(Selection votes) {
        Names judges = votes.table().judges;
        boolean known = judges.size() == 0;
        for (int code = 1; code <= judges.size(); code++) {
            known |= jury.families().family(judges.name(code)).isPresent();
        }
        if (!known) {
            throw new UsageException("--leave-out family: the family of none of the judges "
                    + String.join(", ", judges(votes))
                    + " is known. Say 'family: NAME' at the judges of the tournament,"
                    + " or --family NAME=FAMILY for judges and contestants.");
        }
    }

    private SortedSet<String> judges(Selection votes) {
        VoteTable table = votes.table();
        boolean[] seen = new boolean[table.judges.size() + 1];
        for (int k = 0; k < votes.size(); k++) {
            int row = votes.row(k);
            seen[table.judge(row)] |= JuryBattles.isMember(table.kind(row), jury);
        }
        TreeSet<String> names = new TreeSet<>();
        for (int code = 1; code < seen.length; code++) {
            if (seen[code]) {
                names.add(table.judges.name(code));
            }
        }
        return names;
    }

    /** Who could not be told apart from strangers. */
    Optional<Warning> warning(Selection votes) {
        if (jury.leaveOut() != LeaveOut.FAMILY) {
            return Optional.empty();
        }
        List<String> unknown = new ArrayList<>();
        judges(votes).stream()
                .filter(judge -> jury.families().family(judge).isEmpty())
                .forEach(judge -> unknown.add("judge " + judge));
        new TreeSet<>(votes.table().contestantsOfVotes())
                .stream()
                        .filter(name -> !jury.families().knowsContestant(name))
                        .forEach(name -> unknown.add("contestant " + name));
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(Warning.of("family_unknown", List.of(BoardPhrase.FAMILY_UNKNOWN.say("names", unknown))));
    }
}
