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
 * @param battles to be judged, in the order of judging; of a schedule in rounds the first round, which depends on no verdict
 * @param identical matchups of byte-identical responses among them, tied without asking
 * @param lacking pairs of contestants that cannot meet on a prompt since a response is missing
 * @param specHash SHA-256 of everything the plan depends on
 * @param draft makes the battles of further rounds
 */
public record Plan(
        Tournament tournament,
        List<Contestant> contestants,
        List<Prompt> prompts,
        List<PlannedBattle> battles,
        List<PlannedBattle> identical,
        long lacking,
        String specHash,
        Draft draft) {
    public Plan {
        contestants = List.copyOf(contestants);
        prompts = List.copyOf(prompts);
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
        return new Plan(
                tournament.withBudget(budget), contestants, prompts, battles, identical, lacking, specHash, draft);
    }

    /** The way through the rounds of the tournament, from the first. */
    Course course() {
        if (tournament.pairing().schedule() instanceof RoundSchedule schedule) {
            return schedule.course(draft);
        }
        return new WholeCourse(battles, identical, tournament.stop());
    }

    /** The same plan with the battles of these rounds in place of its own; the plan itself where there are none. */
    Plan withRounds(List<Round> rounds) {
        if (rounds.isEmpty()) {
            return this;
        }
        List<PlannedBattle> judged =
                rounds.stream().flatMap(round -> round.battles().stream()).toList();
        List<PlannedBattle> tied =
                rounds.stream().flatMap(round -> round.identical().stream()).toList();
        return new Plan(tournament, contestants, prompts, judged, tied, lacking, specHash, draft);
    }

    /** The same plan with its first so many battles only. */
    Plan withBattles(int count) {
        return new Plan(
                tournament, contestants, prompts, battles.subList(0, count), identical, lacking, specHash, draft);
    }

    /** Whether later battles depend on earlier verdicts. */
    public boolean inRounds() {
        return tournament.pairing().schedule() instanceof RoundSchedule;
    }

    /** The most battles it can come to; 0 where a schedule in rounds goes on until something stops it. */
    public long mostBattles() {
        if (tournament.pairing().schedule() instanceof RoundSchedule schedule) {
            return schedule.most(draft.entries()) * draft.battlesOf(schedule.k());
        }
        return battles.size();
    }
}
