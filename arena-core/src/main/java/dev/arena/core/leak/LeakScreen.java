package dev.arena.core.leak;

import dev.arena.core.model.Battle;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.LeakStore.ShownLeak;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Stands between stored responses and voters: looks through each before it is drawn, and hands out what may be seen of it. What was found
 * is stored, so a restart reads it; what is new is looked for when the catalog is read. Safe for use by many threads.
 *
 * <p>What cannot be looked through is not shown.
 */
public final class LeakScreen {
    private final ArenaStore store;
    private final Function<LeakSpec, Screen.Finder> finders;
    private final Map<LeakPolicy, Screen> screens = new ConcurrentHashMap<>();
    /** Of the last look under each search. */
    private final Map<LeakPolicy, Tally> tallies = new ConcurrentHashMap<>();
    /** Where nothing was looked at yet: whoever asks again is not to make work. */
    private final Map<LeakPolicy, Counted> counted = new ConcurrentHashMap<>();

    public LeakScreen(ArenaStore store) {
        this(store, spec -> new LeakFinder(spec)::find);
    }

    LeakScreen(ArenaStore store, Function<LeakSpec, Screen.Finder> finders) {
        this.store = store;
        this.finders = finders;
    }

    /**
     * Looks through every current response that was not looked through under this policy and with these contestants. Call it whenever
     * the catalog is read.
     *
     * @return the responses that are not to be drawn: by the policy, or since they could not be looked through
     */
    public Set<ResponseId> withheld(LeakPolicy policy) {
        if (policy.action() == LeakAction.OFF) {
            return Set.of();
        }
        Map<PromptId, PromptText> prompts = prompts();
        List<ResponseId> responses = current(prompts);
        LeakSpec spec = spec(policy, prompts);
        // a change of the catalog that changes nothing of what is looked for costs no new reading of what was found
        Screen screen = screens.compute(
                search(policy), (search, known) -> known != null && known.looksFor(spec) ? known : screen(spec));
        screen.look(prompts, responses);
        tallies.put(search(policy), Tally.of(screen, responses));
        Set<ResponseId> withheld = new HashSet<>();
        for (ResponseId id : responses) {
            if (screen.isFailed(id) || (policy.action() == LeakAction.REPLACE && screen.isLeaking(id))) {
                withheld.add(id);
            }
        }
        return withheld;
    }

    /** The action plays no part in what is looked for. */
    private static LeakPolicy search(LeakPolicy policy) {
        return policy.withAction(LeakAction.MASK);
    }

    private LeakSpec spec(LeakPolicy policy, Map<PromptId, PromptText> prompts) {
        return LeakSpec.of(store.catalog().listContestants(), policy, PromptWords.of(prompts.values()));
    }

    private Screen screen(LeakSpec spec) {
        return new Screen(store, spec, finders.apply(spec));
    }

    private Screen known(LeakPolicy policy) {
        return screens.computeIfAbsent(search(policy), unused -> screen(spec(policy, prompts())));
    }

    private Map<PromptId, PromptText> prompts() {
        Map<PromptId, PromptText> prompts = new HashMap<>();
        for (Prompt prompt : store.catalog().listPrompts()) {
            if (!prompt.text().turns().isEmpty()) {
                prompts.put(prompt.id(), prompt.text());
            }
        }
        return prompts;
    }

    private List<ResponseId> current(Map<PromptId, PromptText> prompts) {
        return store.catalog().listCurrentResponses().stream()
                .filter(head -> prompts.containsKey(head.prompt()))
                .map(ResponseHead::id)
                .toList();
    }

    /**
     * What a voter may see of the responses of a battle, in the order given; what was covered or flagged is stored with the battle.
     *
     * @param responses by position
     * @throws LeakFinderException where one of them cannot be looked through: the battle is not to be shown
     */
    public List<ResponseText> show(Battle battle, LeakPolicy policy, PromptText prompt, List<Response> responses) {
        List<ResponseText> shown = new ArrayList<>();
        List<ShownLeak> done = new ArrayList<>();
        if (policy.action() == LeakAction.OFF) {
            responses.forEach(response -> shown.add(response.text()));
            return shown;
        }
        Screen screen = known(policy);
        boolean flag = policy.action() == LeakAction.FLAG;
        for (Response response : responses) {
            List<Leak> leaks = screen.leaks(prompt, response);
            // A battle may have been opened before its response was to be replaced: then it is covered.
            shown.add(flag ? response.text() : Mask.over(response.text(), leaks));
            if (!leaks.isEmpty()) {
                String action = flag ? ShownLeak.FLAG : LeakAction.MASK.word();
                done.add(new ShownLeak(shown.size(), screen.spec(), action, leaks.size()));
            }
        }
        record(battle, done);
        return shown;
    }

    private void record(Battle battle, List<ShownLeak> done) {
        if (!done.isEmpty() && store.leaks().shown(battle.id()).size() < done.size()) {
            store.leaks().putShown(battle.id(), done);
        }
    }

    /** How many current responses tell who wrote them, as far as they were looked through. */
    public LeakCounts counts(LeakPolicy policy) {
        if (policy.action() == LeakAction.OFF) {
            return LeakCounts.NONE;
        }
        Tally looked = tallies.get(search(policy));
        return counts(policy, looked == null ? counted(policy) : looked);
    }

    /** The same of some responses. */
    public LeakCounts counts(LeakPolicy policy, Collection<ResponseId> responses) {
        return policy.action() == LeakAction.OFF ? LeakCounts.NONE : counts(policy, Tally.of(known(policy), responses));
    }

    private static LeakCounts counts(LeakPolicy policy, Tally tally) {
        return new LeakCounts(
                policy.action() == LeakAction.MASK ? tally.leaking() : 0,
                policy.action() == LeakAction.REPLACE ? tally.leaking() : 0,
                policy.action() == LeakAction.FLAG ? tally.leaking() : 0,
                tally.failed(),
                tally.waiting());
    }

    /** What is stored about a search that nobody drew from, read once for each state of the catalog. */
    private Tally counted(LeakPolicy policy) {
        Screen screen = known(policy);
        long catalog = store.catalogRevision();
        return counted.compute(
                        search(policy),
                        (search, before) -> before != null && before.catalog() == catalog
                                ? before
                                : new Counted(catalog, Tally.of(screen, current(prompts()))))
                .tally();
    }

    private record Counted(long catalog, Tally tally) {}

    /** How many of some responses tell who wrote them, could not be looked through, and were not looked through. */
    private record Tally(int leaking, int failed, int waiting) {
        static Tally of(Screen screen, Collection<ResponseId> responses) {
            int leaking = 0;
            int failed = 0;
            int waiting = 0;
            for (ResponseId id : responses) {
                leaking += screen.isLeaking(id) ? 1 : 0;
                failed += screen.isFailed(id) ? 1 : 0;
                waiting += screen.isKnown(id) || screen.isFailed(id) ? 0 : 1;
            }
            return new Tally(leaking, failed, waiting);
        }
    }
}
