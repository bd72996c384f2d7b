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
            warnings.add(Warning.of(
                    "jury_of_one",
                    List.of(BoardPhrase.JURY_OF_ONE.say(
                            "judge", jury.members().get(0).judge()))));
        } else if (jury.rule().equals(JuryRule.WEIGHTED.word())
                && jury.members().size() < ENOUGH) {
            warnings.add(Warning.of("jury_small", List.of(BoardPhrase.JURY_SMALL.say())));
        }
        if (jury.missing() > 0) {
            warnings.add(Warning.of(
                    "jury_incomplete",
                    List.of(BoardPhrase.JURY_INCOMPLETE.say("count", jury.missing(), "battles", jury.verdicts()))));
        }
        return warnings;
    }
}
