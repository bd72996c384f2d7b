package dev.arena.core.store;

import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.CatalogBatch.NewContestant;
import dev.arena.core.store.CatalogBatch.NewPrompt;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.CatalogBatch.Origin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Small valid things to put into a store. */
public final class StoreFixture {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00.123Z");

    private final ArenaStore store;
    private final AtomicInteger tokens = new AtomicInteger();

    public StoreFixture(ArenaStore store) {
        this.store = store;
    }

    /** A person. */
    public Judge voter(String name) {
        return store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, ""));
    }

    /** One prompt, {@code p1}, answered by each contestant in their own words. */
    public void promptAnsweredBy(String... contestants) {
        List<NewResponse> responses = new ArrayList<>();
        for (String contestant : contestants) {
            responses.add(response("p1", contestant, contestant + " says"));
        }
        store.catalog().apply(new CatalogBatch(List.of(), List.of(prompt("p1", "Why?")), responses));
    }

    public static NewContestant contestant(String name, Map<String, String> facts) {
        return new NewContestant(name, facts);
    }

    public static NewPrompt prompt(String key, String turn) {
        return new NewPrompt(new Origin("prompts.jsonl", 7), key, PromptText.of(turn));
    }

    public static NewPrompt prompt(String key, PromptText text) {
        return new NewPrompt(new Origin("prompts.jsonl", 7), key, text);
    }

    public static NewResponse response(String promptKey, String contestant, String turn) {
        return new NewResponse(new Origin("responses.jsonl", 9), promptKey, contestant, ResponseText.of(turn));
    }

    public static CatalogBatch batch(NewPrompt... prompts) {
        return new CatalogBatch(List.of(), List.of(prompts), List.of());
    }

    public static CatalogBatch batch(NewResponse... responses) {
        return new CatalogBatch(List.of(), List.of(), List.of(responses));
    }

    /** A battle over every current response, seated in the order of their ids. */
    public BattleDraft battle(BattleOrigin origin) {
        List<ResponseHead> heads = store.catalog().listCurrentResponses();
        List<Seat> seats = heads.stream()
                .map(head -> new Seat(head.contestant(), head.id()))
                .toList();
        return new BattleDraft(token(), heads.get(0).prompt(), seats, 11L, 0.25, origin, BattleTags.NONE, NOON);
    }

    /** A battle between contestants of whom no response is known, as from a file of battles. */
    public BattleDraft bareBattle(BattleOrigin origin, String... contestants) {
        List<Seat> seats = new ArrayList<>();
        for (String name : contestants) {
            seats.add(
                    new Seat(store.catalog().findContestant(name).orElseThrow().id(), null));
        }
        return new BattleDraft(token(), null, seats, null, null, origin, BattleTags.NONE, NOON);
    }

    private String token() {
        return "token-" + tokens.incrementAndGet();
    }

    /** A vote whose body is its verdict. */
    public static VoteDraft vote(Judge judge, Verdict verdict, String key) {
        return vote(judge, verdict, key, null);
    }

    public static VoteDraft vote(Judge judge, Verdict verdict, String key, @Nullable String rationale) {
        return new VoteDraft(judge.id(), verdict, key, "body of " + verdict, 1, rationale, null, NOON);
    }

    /** A stored run. */
    public Run run(String id) {
        return store.runs().put(new Run(new RunId(id), "nightly", "spec of " + id, "name: nightly", NOON));
    }

    /** The start of a call about a scheduled battle, stored. */
    public CallStore.Begun begin(Run run, Judge judge, String key, String battleKey) {
        CallStart start = new CallStart(run.id(), judge.id(), null, key, "session", NOON);
        return store.calls()
                .begin(new CallStore.NewCall(start, battle(BattleOrigin.schedule(run.id(), battleKey)), false));
    }

    /** A finished call about a scheduled battle that is started now, not yet stored. */
    public JudgeCall call(Run run, Judge judge, String key, String battleKey, JudgeCall.Outcome outcome) {
        if (!(begin(run, judge, key, battleKey) instanceof CallStore.Begun.Started started)) {
            throw new IllegalStateException("answered before: " + key);
        }
        return new JudgeCall(
                run.id(),
                judge.id(),
                started.battle(),
                started.start(),
                key,
                outcome,
                new JudgeCall.Text("[[A]]\n", null, "[]", "m-1", null),
                new JudgeCall.Usage(120L, null),
                0.25,
                2,
                NOON,
                345);
    }
}
