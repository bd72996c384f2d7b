package dev.arena.core.leaderboard;

import dev.arena.core.model.JudgeKind;
import java.util.Set;

/** A {@link VoteFilter} in the codes of one table: a row is looked at without a text being made. */
final class RowFilter {
    private final VoteTable table;
    private final VoteFilter filter;
    private final VoteNeeds time;
    private final boolean[] judges;
    private final boolean[] categories;
    private final boolean[] languages;
    private final boolean[] runs;
    private final boolean[] studies;
    private final boolean[] lineups;

    RowFilter(VoteTable table, VoteFilter filter) {
        this.table = table;
        this.filter = filter;
        this.time = VoteNeeds.EVERYTHING.within(filter);
        judges = allowed(table.judges, filter.judges());
        categories = allowed(table.categories, filter.categories());
        languages = allowed(table.languages, filter.languages());
        runs = allowed(table.runs, filter.runs());
        studies = allowed(table.studies, filter.studies());
        for (int code = 1; code < studies.length; code++) {
            studies[code] &= !filter.heldBack().contains(table.studies.name(code));
        }
        lineups = allowedLineups(table, filter.excludedModels());
    }

    private static boolean[] allowed(Names names, Set<String> wanted) {
        boolean[] allowed = new boolean[names.size() + 1];
        allowed[0] = wanted.isEmpty();
        for (int code = 1; code < allowed.length; code++) {
            allowed[code] = wanted.isEmpty() || wanted.contains(names.name(code));
        }
        return allowed;
    }

    private static boolean[] allowedLineups(VoteTable table, Set<String> excluded) {
        boolean[] out = new boolean[table.contestants.size() + 1];
        for (int code = 1; code < out.length; code++) {
            out[code] = !excluded.isEmpty() && excluded.contains(table.contestants.name(code));
        }
        boolean[] allowed = new boolean[table.lineups.size()];
        for (int lineup = 0; lineup < allowed.length; lineup++) {
            allowed[lineup] = true;
            for (int contestant : table.lineups.seats(lineup)) {
                allowed[lineup] &= !out[contestant];
            }
        }
        return allowed;
    }

    /** Whether the row is rated; times that were looked at while reading are not looked at again. */
    boolean passes(int row) {
        Set<JudgeKind> kinds = filter.judgeKinds();
        return lineups[table.lineupOf(row)]
                && judges[table.judge(row)]
                && categories[table.category(row)]
                && languages[table.language(row)]
                && runs[table.run(row)]
                && studies[table.study(row)]
                && (kinds.isEmpty() || kinds.contains(table.kind(row)))
                && (table.isInTime() || time.inTime(table.castAtMs(row)));
    }
}
