package dev.arena.core.leaderboard;

import dev.arena.core.leaderboard.Leaderboard.JuryRow;
import dev.arena.core.leaderboard.Leaderboard.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a reader of a jury's table must know. */
final class JuryNotes {
    private static final int ENOUGH = 3;

    private JuryNotes() {}

    static List<Warning> warnings(JuryRow jury, Optional<Warning> families) {
        List<Warning> warnings = new ArrayList<>(families.stream().toList());
        if (jury.members().size() == 1) {
            warnings.add(new Warning(
                    "jury_of_one",
                    "The jury has one member, " + jury.members().get(0).judge()
                            + ": its table is that judge's. Ask more judges."));
        } else if (jury.rule().equals(JuryRule.WEIGHTED.word())
                && jury.members().size() < ENOUGH) {
            warnings.add(new Warning(
                    "jury_small",
                    "Two judges cannot tell which of them is right: the weights say little. Ask at least three, or use"
                            + " --jury mean."));
        }
        if (jury.missing() > 0) {
            warnings.add(new Warning(
                    "jury_incomplete",
                    jury.missing() + " votes of members are missing on the jury's " + jury.verdicts()
                            + " battles; whoever voted decided. 'arena retry' asks again where a judge failed;"
                            + " --jury-min N leaves battles with fewer votes out."));
        }
        return warnings;
    }
}
