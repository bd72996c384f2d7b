package dev.arena.core.tournament;

import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.leaderboard.Families;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.JuryRule;
import dev.arena.core.leaderboard.LeaveOut;
import dev.arena.core.model.Run;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a tournament file says of its jury, and of who its judges are. A jury is a view of the votes of a run, so it is no part of the
 * plan: {@code arena rate} can choose another one.
 *
 * @param jury without families
 * @param families of its judges, and the models they are
 */
public record TournamentJury(Jury jury, Families families) {
    private static final int MOST_JUDGES = 1000;

    /** The jury of a stored run. */
    public static TournamentJury of(Run run) {
        Section root = YamlDocument.read("run " + run.id(), run.spec());
        Map<String, String> families = new TreeMap<>();
        Map<String, String> models = new TreeMap<>();
        for (Section judge : root.sections("judges", "a list of judges")) {
            String name = judge.text("name", "a name");
            judge.findText("family", "a name").ifPresent(family -> families.put(name, family));
            judge.findText("model", "a name").ifPresent(model -> models.put(name, model));
        }
        return new TournamentJury(read(root), new Families(families, Map.of(), models));
    }

    /** The jury of a tournament file, strictly. */
    static Jury read(Section root) {
        Section jury =
                root.findSection("jury", "the keys rule, leave_out, min_judges").orElse(null);
        if (jury == null) {
            return Jury.NONE;
        }
        String rule = jury.word("rule", words(JuryRule.values()), JuryRule.NONE.word());
        String leaveOut = jury.word("leave_out", words(LeaveOut.values()), LeaveOut.NONE.word());
        long least = jury.whole("min_judges", 1, MOST_JUDGES, 1);
        jury.finish();
        return new Jury(
                JuryRule.valueOf(rule.toUpperCase(Locale.ROOT)),
                LeaveOut.valueOf(leaveOut.toUpperCase(Locale.ROOT)),
                (int) least,
                false,
                Families.UNKNOWN);
    }

    private static List<String> words(Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
