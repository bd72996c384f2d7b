package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what decisions on voters do to the votes of a selection, and says it. */
final class VoterNotes {
    private static final int NAMED = 20;

    private final VoteTable table;
    private final Map<Integer, Long> out = new TreeMap<>();
    private final Map<String, Double> weights = new TreeMap<>();
    private long weighted;

    VoterNotes(VoteTable table) {
        this.table = table;
    }

    /** A row that is left out. */
    void leftOut(int row) {
        if (table.exclusions.name(table.exclusion(row)).startsWith(VoterRulings.PREFIX)) {
            out.merge(table.judge(row), table.count(row), Long::sum);
        }
    }

    /** A row that is rated. */
    void rated(int row) {
        if (table.decided() == VoteTable.Decided.APPLIED && table.weight(row) < 1 && table.judge(row) != 0) {
            weights.put(table.judges.name(table.judge(row)), table.weight(row));
            weighted += table.count(row);
        }
    }

    ViewNotes notes() {
        if (table.decided() == VoteTable.Decided.NOTHING) {
            return ViewNotes.NONE;
        }
        Map<String, String> settings = new TreeMap<>();
        boolean applied = table.decided() == VoteTable.Decided.APPLIED;
        settings.put("quality", applied ? "on" : "off");
        if (!weights.isEmpty()) {
            settings.put("voter_weights", listed());
        }
        List<Warning> warnings = new ArrayList<>();
        if (!out.isEmpty() || !weights.isEmpty()) {
            long votes = out.values().stream().mapToLong(count -> count).sum();
            warnings.add(Warning.of(
                    "voters_decided",
                    List.of(BoardPhrase.VOTERS_DECIDED.say(
                            "count",
                            out.size(),
                            "votes",
                            votes,
                            "lighter",
                            weights.size(),
                            "lighter_votes",
                            weighted))));
        }
        return new ViewNotes(settings, warnings);
    }

    private String listed() {
        StringBuilder text = new StringBuilder();
        int named = 0;
        for (Map.Entry<String, Double> voter : weights.entrySet()) {
            if (named++ == NAMED) {
                return text.append(" and ")
                        .append(weights.size() - NAMED)
                        .append(" more")
                        .toString();
            }
            text.append(named == 1 ? "" : ",")
                    .append(voter.getKey())
                    .append('=')
                    .append(voter.getValue());
        }
        return text.toString();
    }
}
