package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Inquiry;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.JudgeTemplate;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Run;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.problem.UsageException;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the stored replies of a run again, by its own templates or another one, and asks nobody. Where that gives another verdict,
 * the new one takes the place of the old, which stays in the log.
 */
public final class Reparser {
    private final ArenaStore store;
    private final InstantSource clock;
    private final Map<JudgeId, Reading> readings = new HashMap<>();

    public Reparser(ArenaStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What to read.
     *
     * @param judge the only judge whose replies are read; null for all
     * @param unparsedOnly whether only replies without a readable verdict are read
     * @param template in place of the run's own; null for those
     * @param dryRun whether nothing is stored
     */
    public record Request(
            @Nullable String judge,
            boolean unparsedOnly,
            @Nullable JudgeTemplate template,
            boolean dryRun) {}

    /**
     * What changes.
     *
     * @param changes how many verdicts of a judge go from one to another
     * @param read replies that were read
     * @param unreadable of these, replies without a readable verdict still
     */
    public record Result(Map<Change, Long> changes, long read, long unreadable) {}

    /** A judge's verdict before and after, in words. */
    public record Change(String judge, String before, String after) implements Comparable<Change> {
        @Override
        public int compareTo(Change other) {
            int byJudge = judge.compareTo(other.judge);
            int byBefore = byJudge == 0 ? before.compareTo(other.before) : byJudge;
            return byBefore == 0 ? after.compareTo(other.after) : byBefore;
        }
    }

    /** How a judge's replies are read. */
    private record Reading(Judge judge, ActingJudge reader, String version) {}

    private record Place(BattleId battle, JudgeId judge) {}

    /**
     * Reads them.
     *
     * @throws UsageException if the run has no judge of that name
     */
    public Result reparse(Plan plan, Run run, Request request) {
        open(plan, run, request);
        Map<Place, Integer> last = new HashMap<>();
        int[] row = {0};
        store.calls().scanCalls(run.id(), call -> {
            row[0]++;
            if (isRead(call)) {
                last.put(place(call), row[0]);
            }
        });
        CaseMaker cases = new CaseMaker(plan, store.catalog());
        Plan known = StoredRounds.plan(store, run.id(), plan);
        RunRows rows = RunRows.load(store, run.id(), known);
        Counter counter = new Counter();
        row[0] = 0;
        store.calls().scanCalls(run.id(), call -> {
            row[0]++;
            Integer newest = isRead(call) ? last.get(place(call)) : null;
            PlannedBattle battle =
                    newest != null && newest == row[0] ? rows.find(place(call).battle()) : null;
            if (battle != null) {
                read(run, request, call, new Subject(battle, cases), counter);
            }
        });
        readings.values().forEach(reading -> reading.reader().close());
        readings.clear();
        return new Result(counter.changes, counter.read, counter.unreadable);
    }

    private void open(Plan plan, Run run, Request request) {
        Templates.Replacement replacement =
                request.template() == null ? null : new Templates.Replacement(request.template(), request.judge());
        Tournament reading = TournamentReader.read(run, replacement);
        boolean found = false;
        for (int i = 0; i < plan.tournament().judges().size(); i++) {
            JudgeSetup own = plan.tournament().judges().get(i);
            JudgeSetup setup = reading.judges().get(i);
            boolean wanted = request.judge() == null
                    || request.judge().equals(own.identity().name());
            found |= wanted;
            Optional<Judge> judge = store.judges().find(own.identity());
            if (wanted && own.calls() && judge.isPresent()) {
                // Nothing is asked, so a key that is not there is not missed.
                JudgeSetup.World world = new JudgeSetup.World(new NoKeys(), clock, new StopSignal(), 0);
                readings.put(
                        judge.get().id(),
                        new Reading(
                                judge.get(), setup.open(world), setup.identity().version()));
            }
        }
        if (!found) {
            throw new UsageException("Run " + run.id() + " has no judge '" + request.judge() + "'. Its judges: "
                    + String.join(
                            ", ",
                            plan.tournament().judges().stream()
                                    .map(setup -> setup.identity().name())
                                    .toList())
                    + ".");
        }
    }

    private boolean isRead(JudgeCall call) {
        return call.battle() != null && readings.containsKey(call.judge());
    }

    private static Place place(JudgeCall call) {
        BattleId battle = call.battle();
        if (battle == null) {
            throw new IllegalArgumentException("a call of a probe is not read again");
        }
        return new Place(battle, call.judge());
    }

    private record Subject(PlannedBattle battle, CaseMaker cases) {}

    private static final class Counter {
        private final Map<Change, Long> changes = new TreeMap<>();
        private long read;
        private long unreadable;
    }

    private void read(Run run, Request request, JudgeCall call, Subject subject, Counter counter) {
        Reading reading = readings.get(call.judge());
        boolean legible = call.outcome() == JudgeCall.Outcome.OK || call.outcome() == JudgeCall.Outcome.UNPARSED;
        if (reading == null || !legible || call.reply() == null) {
            return;
        }
        Vote vote =
                store.votes().findCurrent(place(call).battle(), call.judge()).orElseThrow();
        boolean unparsed = vote.verdict() instanceof Verdict.Abstention abstention
                && abstention.reason() == AbstentionReason.UNPARSED;
        if (request.unparsedOnly() && !unparsed) {
            return;
        }
        String name = reading.judge().name();
        Optional<Inquiry> inquiry = reading.reader().inquire(subject.cases().make(subject.battle(), name));
        if (inquiry.isEmpty()) {
            return;
        }
        Opinion opinion = inquiry.get().read(call.reply(), call.text().tokens());
        counter.read++;
        counter.unreadable += opinion.verdict().decides() ? 0 : 1;
        String before = VerdictRanks.word(vote.verdict());
        String after = VerdictRanks.word(opinion.verdict());
        boolean same =
                vote.verdict().equals(opinion.verdict()) || (!opinion.verdict().decides() && before.equals(after));
        if (!same) {
            counter.changes.merge(new Change(name, before, after), 1L, Long::sum);
            if (!request.dryRun()) {
                store.votes().supersede(vote.id(), replacement(run, vote, opinion, reading.version()));
            }
        }
    }

    private VoteDraft replacement(Run run, Vote vote, Opinion opinion, String version) {
        String key = run.id() + "/" + vote.id().value() + "/read again by " + version;
        return Session.draft(vote.judge(), key, opinion, null, clock.instant());
    }
}
