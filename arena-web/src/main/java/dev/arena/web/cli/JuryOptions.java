package dev.arena.web.cli;

import dev.arena.core.leaderboard.Families;
import dev.arena.core.leaderboard.Jury;
import dev.arena.core.leaderboard.JuryRule;
import dev.arena.core.leaderboard.LeaveOut;
import dev.arena.core.leaderboard.VoteFilter;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.RunId;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.tournament.TournamentJury;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that fold judges into a jury, and leave out what they say of their own. */
final class JuryOptions {
    @Option(
            names = "--jury",
            paramLabel = "RULE",
            description =
                    "Fold the judges' verdicts on each battle: none, majority, mean or weighted; each judge's table"
                            + " stands beside (default: none; with --run what its tournament says).")
    @Nullable
    String jury;

    @Option(
            names = "--leave-out",
            paramLabel = "WHOSE",
            description =
                    "Leave out a judge's votes on its own responses (self), on those of its family too (family), or"
                            + " none (default: none; with --run what its tournament says).")
    @Nullable
    String leaveOut;

    @Option(
            names = "--jury-min",
            paramLabel = "N",
            description = "Leave out battles on which fewer judges of the jury voted (default: 1).")
    @Nullable
    Integer least;

    @Option(
            names = "--jury-people",
            description = "Fold people into the jury too; otherwise their votes stay as they are.")
    boolean people;

    @Option(
            names = "--family",
            paramLabel = "NAME=FAMILY",
            description = "The family of a judge or contestant of that name; may be repeated.")
    List<String> families = new ArrayList<>();

    /**
     * Refuses a jury beside a flag that does not go with one; what a run says of its jury does not hold there.
     *
     * @throws UsageException if a flag asks for one
     */
    void requireNone(String flag, String why) {
        boolean folds = jury != null && Words.parse("--jury", jury, JuryRule.class) != JuryRule.NONE;
        boolean leaves = leaveOut != null && Words.parse("--leave-out", leaveOut, LeaveOut.class) != LeaveOut.NONE;
        if (folds || leaves) {
            throw new UsageException(flag + " " + why + "; it does not go with " + (folds ? "--jury" : "--leave-out")
                    + ". Leave one of the two out.");
        }
    }

    /** The jury for votes of files. */
    Jury ofFiles() {
        return jury(Jury.NONE).withFamilies(new Families(said(), said(), Map.of()));
    }

    /**
     * The jury for votes of a database: what the runs say where no flag does, and what is known of families. Families of contestants
     * are their fact {@code family}, else their {@code organization}; those of judges stand in the tournaments.
     *
     * @param filter whose runs decide
     */
    Jury ofStore(ArenaStore store, VoteFilter filter) {
        Map<String, String> judges = new TreeMap<>();
        Map<String, String> models = new TreeMap<>();
        List<Jury> said = new ArrayList<>();
        List<RunId> runs = new ArrayList<>();
        store.runs().listRuns().forEach(run -> runs.add(run.id()));
        for (RunId id : runs) {
            boolean rated = filter.runs().contains(id.value());
            if (rated || filter.runs().isEmpty()) {
                Optional<TournamentJury> tournament = store.runs().findRun(id).map(TournamentJury::of);
                tournament.ifPresent(of -> {
                    of.families().ofJudge().forEach(judges::putIfAbsent);
                    of.families().models().forEach(models::putIfAbsent);
                    if (rated) {
                        said.add(of.jury());
                    }
                });
            }
        }
        Map<String, String> contestants = contestantFamilies(store);
        judges.putAll(said());
        contestants.putAll(said());
        return jury(agreed(said)).withFamilies(new Families(judges, contestants, models));
    }

    private static Map<String, String> contestantFamilies(ArenaStore store) {
        Map<String, String> families = new TreeMap<>();
        for (Contestant contestant : store.catalog().contestantsById().values()) {
            String family =
                    contestant.facts().getOrDefault("family", contestant.facts().get("organization"));
            if (family != null) {
                families.put(contestant.name(), family);
            }
        }
        return families;
    }

    /** What the rated runs say of their jury, if they all say the same. */
    private Jury agreed(List<Jury> runs) {
        TreeSet<String> rules = new TreeSet<>();
        runs.forEach(run -> rules.add(
                run.rule().word() + ", leave_out " + run.leaveOut().word() + ", min_judges " + run.minJudges()));
        if (rules.size() > 1 && (jury == null || leaveOut == null)) {
            throw new UsageException("The runs say different things of their jury (" + String.join("; ", rules)
                    + "). Say which holds with --jury and --leave-out.");
        }
        return runs.isEmpty() ? Jury.NONE : runs.get(0);
    }

    private Jury jury(Jury otherwise) {
        if (least != null && least < 1) {
            throw new UsageException("--jury-min " + least + " is not allowed; use a whole number from 1 up.");
        }
        return new Jury(
                jury == null ? otherwise.rule() : Words.parse("--jury", jury, JuryRule.class),
                leaveOut == null ? otherwise.leaveOut() : Words.parse("--leave-out", leaveOut, LeaveOut.class),
                least == null ? otherwise.minJudges() : least,
                people,
                Families.UNKNOWN);
    }

    private Map<String, String> said() {
        Map<String, String> said = new TreeMap<>();
        for (String family : families) {
            int split = family.lastIndexOf('=');
            if (split < 1 || split == family.length() - 1) {
                throw new UsageException(
                        "--family '" + family + "' is not allowed; use NAME=FAMILY, such as big-judge=acme.");
            }
            said.put(family.substring(0, split), family.substring(split + 1));
        }
        return said;
    }
}
