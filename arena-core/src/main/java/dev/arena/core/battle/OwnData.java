package dev.arena.core.battle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is stored on one voter, for the voter. Times are UTC, ISO 8601. What would end the voter's blindness is left out: who wrote
 * responses that were not revealed, and, until a study is closed, which of its battles had a known answer or were repeats.
 *
 * @param voter the pseudonym under which votes are stored; null for somebody of whom nothing is stored
 * @param devices further browsers that go on as this voter
 * @param decisions on how the votes are rated
 * @param battles by age, open ones included
 */
public record OwnData(
        String exportedAt,
        @Nullable String voter,
        List<HeldRole> roles,
        List<Device> devices,
        List<Decision> decisions,
        List<Shown> battles) {
    public OwnData {
        roles = List.copyOf(roles);
        devices = List.copyOf(devices);
        decisions = List.copyOf(decisions);
        battles = List.copyOf(battles);
    }

    /**
     * A role that is held, votes in a study included.
     *
     * @param study its key; null for the whole arena
     */
    public record HeldRole(String role, @Nullable String study, String grantedAt) {}

    /** A further browser. */
    public record Device(String linkedAt) {}

    /**
     * A decision on how this voter's votes are rated.
     *
     * @param study whose votes; null for all
     */
    public record Decision(
            @Nullable String study, String action, double weight, String reason, String by, String decidedAt) {}

    /**
     * A battle that was shown.
     *
     * @param study null for one without a study
     * @param guidelinesVersion under which it was shown; null without a study
     * @param part {@code plain}, {@code gold} or {@code repeat} once the study is closed; null before and without a study
     * @param prompt the last turn of what was asked
     * @param k how many responses it has
     * @param responses by position, of those that were revealed
     * @param votes all that were stored, oldest first: the last one counts
     */
    public record Shown(
            String battle,
            @Nullable String study,
            @Nullable Integer guidelinesVersion,
            @Nullable String part,
            String openedAt,
            String prompt,
            int k,
            List<Revealed> responses,
            List<Cast> votes) {}

    /** Who wrote a response. */
    public record Revealed(int position, String modelName) {}

    /**
     * A vote.
     *
     * @param verdict the word of a verdict, or {@code skipped}, {@code expired} or {@code withdrawn}
     * @param ranks by position, for more than two responses; null otherwise
     * @param comment or the reason of a skip
     * @param answers to the questions of the study; null where nothing was answered
     * @param latencyMs from showing to deciding
     */
    public record Cast(
            String vote,
            String verdict,
            @Nullable List<Integer> ranks,
            @Nullable Integer margin,
            @Nullable String comment,
            @Nullable JsonNode answers,
            @Nullable Long latencyMs,
            String castAt) {}
}
