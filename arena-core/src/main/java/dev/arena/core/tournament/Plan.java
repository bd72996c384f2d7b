package dev.arena.core.tournament;

import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import java.util.List;

/**
 * What a tournament does with the prompts and responses of a database.
 *
 * @param contestants who competes, in the order of the tournament
 * @param battles to be judged, in the order of judging
 * @param identical matchups of byte-identical responses, tied without asking
 * @param lacking matchups that cannot take place since a response is missing
 * @param specHash SHA-256 of everything the plan depends on
 */
public record Plan(
        Tournament tournament,
        List<Contestant> contestants,
        List<Prompt> prompts,
        List<PlannedBattle> battles,
        List<PlannedBattle> identical,
        long lacking,
        String specHash) {
    public Plan {
        contestants = List.copyOf(contestants);
        prompts = List.copyOf(prompts);
        battles = List.copyOf(battles);
        identical = List.copyOf(identical);
    }
}
