package dev.arena.core.leaderboard;

import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who is of one kin: the family of judges and contestants by name, and the contestants that judges are themselves. Case and white
 * space around a family's name do not matter.
 *
 * @param ofJudge family of a judge by its name
 * @param ofContestant family of a contestant by its name
 * @param models the model that a judge is, by its name, where it is called otherwise
 */
public record Families(Map<String, String> ofJudge, Map<String, String> ofContestant, Map<String, String> models) {
    /** Nothing known but names. */
    public static final Families UNKNOWN = new Families(Map.of(), Map.of(), Map.of());

    public Families {
        ofJudge = cleaned(ofJudge);
        ofContestant = cleaned(ofContestant);
        models = Collections.unmodifiableMap(new TreeMap<>(models));
    }

    private static Map<String, String> cleaned(Map<String, String> families) {
        Map<String, String> clean = new TreeMap<>();
        families.forEach((name, family) -> clean.put(name, family.strip().toLowerCase(Locale.ROOT)));
        return Collections.unmodifiableMap(clean);
    }

    /** Whether a judge is that contestant. */
    boolean isSelf(String judge, String contestant) {
        return judge.equals(contestant) || contestant.equals(models.get(judge));
    }

    /** Whether a judge is that contestant, or of its family. */
    boolean isOwn(String judge, String contestant) {
        Optional<String> family = family(judge);
        return isSelf(judge, contestant) || (family.isPresent() && family.get().equals(ofContestant.get(contestant)));
    }

    /** The family of a judge: its own, or that of the contestant it is. */
    Optional<String> family(String judge) {
        String own = ofJudge.get(judge);
        String model = models.getOrDefault(judge, judge);
        return Optional.ofNullable(own != null ? own : ofContestant.get(model));
    }

    /** Whether anything is known of a contestant's family. */
    boolean knowsContestant(String contestant) {
        return ofContestant.containsKey(contestant);
    }
}
