package dev.arena.core.testing;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.VoteStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A store with prompts, responses and votes on them, a minute apart from noon on. */
public final class VotedArena {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    private final ArenaStore store;
    private final Map<String, Shown> known = new HashMap<>();
    private int votes;

    public VotedArena(ArenaStore store) {
        this.store = store;
    }

    /** A contestant and what is known about it. */
    public void contestant(String name, Map<String, String> facts) {
        store.catalog()
                .apply(new CatalogBatch(List.of(new CatalogBatch.NewContestant(name, facts)), List.of(), List.of()));
    }

    /** A prompt with the responses of contestants, each {@code text of CONTESTANT on KEY} unless said otherwise. */
    public void prompt(String key, @Nullable String category, Map<String, String> answers) {
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        answers.forEach(
                (name, text) -> responses.add(new CatalogBatch.NewResponse(FILE, key, name, ResponseText.of(text))));
        known.clear();
        PromptText text = new PromptText(List.of("Question " + key), category, "en", null, List.of());
        store.catalog()
                .apply(new CatalogBatch(List.of(), List.of(new CatalogBatch.NewPrompt(FILE, key, text)), responses));
    }

    /** The same with plain texts. */
    public void prompt(String key, @Nullable String category, String... contestants) {
        Map<String, String> answers = new HashMap<>();
        for (String name : contestants) {
            answers.put(name, "text of " + name + " on " + key);
        }
        prompt(key, category, answers);
    }

    /** A judge. */
    public Judge judge(JudgeKind kind, String name) {
        return store.judges().put(new JudgeDraft(kind, name, ""));
    }

    /** A vote of a judge on responses in the order shown, a minute after the one before. */
    public void vote(Judge judge, String prompt, Verdict verdict, String... shown) {
        vote(judge, prompt, verdict, null, shown);
    }

    /** The same with its reasons. */
    public void vote(Judge judge, String prompt, Verdict verdict, @Nullable String rationale, List<String> shown) {
        vote(judge, prompt, verdict, rationale, shown.toArray(String[]::new));
    }

    private void vote(Judge judge, String prompt, Verdict verdict, @Nullable String rationale, String... shown) {
        store.votes().appendAll(List.of(draft(judge, prompt, verdict, rationale, shown)));
    }

    /** A vote of a person on a battle of a study. */
    public void studyVote(Judge voter, BattleStudy study, String prompt, Verdict verdict, String... shown) {
        VoteStore.NewVote plain = draft(voter, prompt, verdict, null, shown);
        BattleDraft drawn = plain.battle();
        Battle battle = store.battles()
                .open(new BattleDraft(
                        drawn.token(),
                        drawn.prompt(),
                        drawn.seats(),
                        drawn.seed(),
                        drawn.pickProbability(),
                        BattleOrigin.inStudy(voter.id(), study),
                        drawn.tags(),
                        drawn.openedAt()));
        var unused = store.votes().append(battle.id(), plain.vote());
    }

    /** A vote that is not stored yet. */
    public VoteStore.NewVote draft(
            Judge judge, String prompt, Verdict verdict, @Nullable String rationale, String... shown) {
        votes++;
        Instant at = NOON.plusSeconds(60L * votes);
        Shown there = known.computeIfAbsent(prompt, this::read);
        List<Seat> seats = new ArrayList<>();
        for (String name : shown) {
            seats.add(there.seats().containsKey(name) ? there.seats().get(name) : new Seat(contestantId(name), null));
        }
        BattleOrigin origin = BattleOrigin.imported(prompt + String.join(",", shown) + judge.name() + votes);
        BattleDraft battle =
                new BattleDraft("token-" + votes, there.prompt(), seats, null, null, origin, BattleTags.NONE, at);
        return new VoteStore.NewVote(
                battle, new VoteDraft(judge.id(), verdict, "key-" + votes, "body", 1, rationale, 1200L, at));
    }

    /** A prompt and its current responses by contestant. */
    private record Shown(PromptId prompt, Map<String, Seat> seats) {}

    private Shown read(String prompt) {
        PromptId id = store.catalog().findPrompt(prompt).orElseThrow().id();
        Map<ContestantId, String> names = new HashMap<>();
        store.catalog().listContestants().forEach(contestant -> names.put(contestant.id(), contestant.name()));
        Map<String, Seat> seats = new HashMap<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            if (head.prompt().equals(id)) {
                seats.put(names.get(head.contestant()), new Seat(head.contestant(), head.id()));
            }
        }
        return new Shown(id, seats);
    }

    private ContestantId contestantId(String name) {
        return store.catalog().findContestant(name).orElseThrow().id();
    }
}
