package dev.arena.core.leaderboard;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.VoteStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * A store whose log grows at random: people on drawn battles, judges on imported ones, rules, soft verdicts, rankings of up to four,
 * skips, withdrawals, counts, unknown orders, and responses that get a new version.
 */
final class RandomLog {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);
    private static final int PROMPTS = 6;

    private final ArenaStore store;
    private final Random random;
    private final List<JudgeId> people = new ArrayList<>();
    private final List<JudgeId> others = new ArrayList<>();
    private final List<Vote> current = new ArrayList<>();
    private boolean fixedCatalog;
    private boolean pairsOnly;
    private int contestants;
    private int made;

    RandomLog(ArenaStore store, long seed) {
        this.store = store;
        random = new Random(seed);
        for (int k = 0; k < 3; k++) {
            people.add(store.judges()
                    .put(new JudgeDraft(JudgeKind.HUMAN, "person " + k, ""))
                    .id());
        }
        others.add(
                store.judges().put(new JudgeDraft(JudgeKind.LLM, "strict", "1")).id());
        others.add(
                store.judges().put(new JudgeDraft(JudgeKind.LLM, "easy", "1")).id());
        others.add(store.judges()
                .put(new JudgeDraft(JudgeKind.RULE, "identical", ""))
                .id());
        newContestant();
        newContestant();
        newContestant();
    }

    /** From now on no contestant joins and no response changes. */
    RandomLog withFixedCatalog() {
        fixedCatalog = true;
        return this;
    }

    /** From now on two meet in every battle, and no verdict is soft. */
    RandomLog withPairsOnly() {
        pairsOnly = true;
        return this;
    }

    private void newContestant() {
        List<CatalogBatch.NewPrompt> prompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (int p = 0; p < PROMPTS; p++) {
            prompts.add(new CatalogBatch.NewPrompt(FILE, "p" + p, PromptText.of("Question " + p)));
            responses.add(response(p, contestants, "first text"));
        }
        contestants++;
        store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
    }

    private static CatalogBatch.NewResponse response(int prompt, int contestant, String text) {
        // names in another order than they join
        String name = "model " + (9 - contestant);
        return new CatalogBatch.NewResponse(FILE, "p" + prompt, name, ResponseText.of(text + " of " + contestant));
    }

    /** One more row, or a change of the catalog, or nothing. */
    void grow() {
        int kind = random.nextInt(100);
        if (kind < 55) {
            personVotes();
        } else if (kind < 85) {
            judgeVotes();
        } else if (kind < 95 && !current.isEmpty()) {
            withdraw();
        } else if (kind < 97 && contestants < 6 && !fixedCatalog) {
            newContestant();
        } else if (kind == 99 && !fixedCatalog) {
            CatalogBatch.NewResponse newer = response(0, random.nextInt(contestants), "text " + made);
            store.catalog().apply(new CatalogBatch(List.of(), List.of(), List.of(newer)));
        }
    }

    private void personVotes() {
        JudgeId voter = people.get(random.nextInt(people.size()));
        List<Seat> seats = seats(2);
        Battle battle = store.battles()
                .findOpen(voter)
                .orElseGet(() -> store.battles().open(battle(seats, BattleOrigin.matchmaker(voter), BattleTags.NONE)));
        Verdict verdict =
                random.nextInt(12) == 0 ? Verdict.abstain(AbstentionReason.SKIPPED, null) : verdict(battle.seats());
        remember(store.votes().append(battle.id(), vote(voter, verdict, 1)));
    }

    private void judgeVotes() {
        JudgeId judge = others.get(random.nextInt(others.size()));
        int k = random.nextInt(4) == 0 && !pairsOnly ? 3 + random.nextInt(2) : 2;
        List<Seat> seats = seats(Math.min(k, contestants));
        BattleTags tags = random.nextInt(6) == 0 ? new BattleTags(null, null, null, false) : BattleTags.NONE;
        BattleDraft battle = battle(seats, BattleOrigin.imported("battle " + made), tags);
        long count = random.nextInt(10) == 0 ? 1 + random.nextInt(60) : 1;
        store.votes()
                .appendAll(List.of(new VoteStore.NewVote(battle, vote(judge, verdict(seats), count))))
                .forEach(this::remember);
    }

    private void withdraw() {
        Vote vote = current.remove(random.nextInt(current.size()));
        boolean again = random.nextBoolean();
        int k = store.battles().getBattle(vote.battle()).seats().size();
        Verdict verdict = again
                ? verdict(Collections.nCopies(k, seats(2).get(0)))
                : Verdict.abstain(AbstentionReason.WITHDRAWN, null);
        AppendResult result = store.votes().supersede(vote.id(), vote(vote.judge(), verdict, 1));
        if (again) {
            remember(result);
        }
    }

    private void remember(AppendResult result) {
        if (result.vote().verdict().decides()) {
            current.add(result.vote());
        }
    }

    private List<Seat> seats(int k) {
        Prompt prompt = store.catalog().listPrompts().get(random.nextInt(PROMPTS));
        List<Seat> seats = new ArrayList<>();
        for (ResponseHead head : store.catalog().listCurrentResponses()) {
            if (head.prompt().equals(prompt.id())) {
                seats.add(new Seat(head.contestant(), head.id()));
            }
        }
        Collections.shuffle(seats, random);
        return seats.subList(0, k);
    }

    private BattleDraft battle(List<Seat> seats, BattleOrigin origin, BattleTags tags) {
        ResponseId response = Objects.requireNonNull(seats.get(0).response());
        return new BattleDraft(
                "token " + made,
                Objects.requireNonNull(
                                store.catalog().getResponses(List.of(response)).get(response))
                        .prompt(),
                seats,
                null,
                null,
                origin,
                tags,
                NOW);
    }

    private VoteDraft vote(JudgeId judge, Verdict verdict, long count) {
        return new VoteDraft(judge, verdict, "key " + made++, "", count, null, null, NOW);
    }

    private Verdict verdict(List<Seat> seats) {
        if (seats.size() > 2) {
            return ranking(seats.size());
        }
        int kind = random.nextInt(10);
        if (kind == 0) {
            return Verdict.bothBad();
        }
        if (kind == 1 && !pairsOnly) {
            return new Verdict.Preference(random.nextInt(11) / 10.0);
        }
        boolean firstIsBetter =
                seats.get(0).contestant().value() < seats.get(1).contestant().value();
        boolean expected = random.nextInt(3) > 0;
        return kind == 2 ? Verdict.tie() : firstIsBetter == expected ? Verdict.first() : Verdict.second();
    }

    private Verdict ranking(int k) {
        int kind = random.nextInt(4);
        if (kind == 0) {
            List<Integer> best = new ArrayList<>(Collections.nCopies(k, 0));
            best.set(random.nextInt(k), 1);
            return new Verdict.Ranking(best, null);
        }
        if (kind == 1) {
            return Verdict.bothBad();
        }
        List<Integer> ranks = new ArrayList<>(kind == 2 && k == 4 ? List.of(1, 2, 2, 0) : List.of(1, 2, 3));
        while (ranks.size() < k) {
            ranks.add(0);
        }
        Collections.shuffle(ranks, random);
        return new Verdict.Ranking(ranks, null);
    }

    /** The contestants that were in the battle of a vote. */
    List<ContestantId> contestantsOf(VoteId row) {
        List<ContestantId> seated = new ArrayList<>();
        store.votes().scan(new VoteId(row.value() - 1), cast -> {
            if (cast.vote().id().equals(row)) {
                cast.battle().seats().forEach(seat -> seated.add(seat.contestant()));
            }
        });
        return seated;
    }
}
