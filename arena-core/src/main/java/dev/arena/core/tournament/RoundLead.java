package dev.arena.core.tournament;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunRound;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Leads a run from round to round: a plan that holds the battles known now, and after they were judged the next one, until the schedule
 * or its stop rule ends. A round of a schedule that depends on verdicts is stored with all of its battles before any of them is judged;
 * an earlier session's rounds are taken as they are stored.
 */
final class RoundLead {
    private final ArenaStore store;
    private final BattleDrafts drafts;
    private final Plan plan;
    private final Course course;
    private final List<Round> rounds = new ArrayList<>();
    private Plan known;
    private String ending = "";

    /**
     * Begins, or takes up what earlier sessions stored.
     *
     * @param plan the plan of the tournament
     */
    RoundLead(ArenaStore store, BattleDrafts drafts, Plan plan) {
        this.store = store;
        this.drafts = drafts;
        this.plan = plan;
        this.course = plan.course();
        this.known = plan;
        if (plan.inRounds()) {
            for (Round stored : StoredRounds.of(store, drafts.run().id(), plan)) {
                take(stored);
            }
        } else if (plan.tournament().stop() != null) {
            catchUp(store.battles().listOfRun(drafts.run().id()).size());
        }
        if (rounds.isEmpty()) {
            course.next(Standings.none(plan.draft().entries())).ifPresent(this::begin);
        }
    }

    /** Parts of a schedule that is known from the start, as far as earlier sessions went into them. */
    private void catchUp(int stored) {
        Standings none = Standings.none(plan.draft().entries());
        int reached = plan.identical().size();
        for (Optional<Round> next = course.next(none); next.isPresent(); next = course.next(none)) {
            reached += next.get().battles().size();
            if (reached > stored) {
                return;
            }
            take(next.get());
        }
    }

    /** What is known now, to be judged. */
    Plan known() {
        return known;
    }

    /** Why there is nothing after what is known; empty before {@link #next} found that out. */
    String ending() {
        return ending;
    }

    /**
     * What is to be judged next, the rounds before included, after all that is known was judged.
     *
     * @return empty where the schedule ended or the stop rule holds
     */
    Optional<Plan> next() {
        StopRule stop = plan.tournament().stop();
        if (!plan.inRounds() && stop == null) {
            return Optional.empty();
        }
        Standings standings = standings();
        Optional<String> reached = stop == null ? Optional.empty() : stop.reached(standings);
        if (reached.isPresent()) {
            ending = "stopped by its rule after " + known.battles().size() + " battles: " + reached.get();
            return Optional.empty();
        }
        Optional<Round> next = course.next(standings);
        if (next.isEmpty()) {
            ending = "ended after " + known.battles().size() + " battles: " + course.ending()
                    + (stop == null ? "" : "; the stop rule was not reached");
            return Optional.empty();
        }
        begin(next.get());
        return Optional.of(known);
    }

    private void begin(Round round) {
        if (plan.inRounds()) {
            List<BattleDraft> battles = new ArrayList<>();
            round.battles().forEach(battle -> battles.add(drafts.draft(battle)));
            round.identical().forEach(battle -> battles.add(drafts.draft(battle)));
            String reason = plan.tournament().pairing().schedule().description();
            store.runs()
                    .putRound(
                            new RunRound(drafts.run().id(), round.number(), battles.size(), reason, drafts.now()),
                            battles);
        }
        take(round);
    }

    private void take(Round round) {
        course.take(round);
        rounds.add(round);
        if (plan.inRounds()) {
            known = plan.withRounds(rounds);
        } else {
            int judged = rounds.stream().mapToInt(one -> one.battles().size()).sum();
            known = plan.withBattles(judged);
        }
    }

    /** All verdicts on what is known; a judge's later vote on a battle replaces its earlier one. */
    private Standings standings() {
        Standings standings = Standings.none(plan.draft().entries());
        Map<Long, Judge> judges = new HashMap<>();
        int tied = known.identical().size();
        RunRows.load(store, drafts.run().id(), known).scan(store, (slot, by, sequence, verdict) -> {
            Judge judge = judges.computeIfAbsent(by, id -> store.judges().getJudge(new JudgeId(id)));
            PlannedBattle battle =
                    slot < tied ? known.identical().get(slot) : known.battles().get(slot - tied);
            standings.add(battle, judge.name(), judge.kind(), verdict);
        });
        return standings;
    }
}
