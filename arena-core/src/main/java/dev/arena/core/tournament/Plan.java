package dev.arena.core.tournament;

import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.Prompt;
import dev.arena.core.problem.UsageException;
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

    /**
     * The same plan with another budget.
     *
     * @throws UsageException if a cost is limited where a judge's price is unknown
     */
    public Plan withBudget(Budget budget) {
        for (JudgeSetup judge : tournament.judges()) {
            if (budget.maxCostUsd() != null && !judge.priced()) {
                throw new UsageException("A cost limit cannot be held: the price of judge '"
                        + judge.identity().name() + "' is unknown. Add its price to the tournament file, or limit the"
                        + " number of calls.");
            }
        }
        return new Plan(tournament.withBudget(budget), contestants, prompts, battles, identical, lacking, specHash);
    }
}
