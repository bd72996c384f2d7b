package dev.arena.core.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.arena.core.explore.BattlesView.Entry;
import dev.arena.core.explore.BattlesView.Filter;
import dev.arena.core.explore.BattlesView.Order;
import dev.arena.core.explore.BattlesView.OutcomeCount;
import dev.arena.core.explore.BattlesView.Wanted;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.VoteStore;
import dev.arena.core.testing.VotedArena;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExplorerTest {
    private static final Filter ALL = filter(null, null, null, Order.NEWEST);

    private final InMemoryArenaStore store = new InMemoryArenaStore(new Random(6));
    private final VotedArena arena = new VotedArena(store);
    private final Explorer explorer = new Explorer(store, new LeaderboardService(store, "test"));
    private final List<Judge> people = new ArrayList<>();

    /** a beats b on 20 prompts but for p7, where people disagree; p3 is abstained from, p4 is a ranking of three. */
    @BeforeEach
    void votes() {
        Judge big = arena.judge(JudgeKind.LLM, "big");
        people.add(arena.judge(JudgeKind.HUMAN, "x-pseudonym"));
        people.add(arena.judge(JudgeKind.HUMAN, "y-pseudonym"));
        for (int p = 0; p < 20; p++) {
            String key = "p" + p;
            String category = p % 2 == 0 ? "coding" : "facts";
            arena.prompt(
                    key, category, Map.of("a", p == 5 ? "Crème brûlée" : "of a " + p, "b", "of b " + p, "c", "c " + p));
            arena.vote(big, key, p == 7 ? Verdict.second() : Verdict.first(), "a", "b");
        }
        arena.vote(people.get(0), "p7", Verdict.second(), "The right one is short.", List.of("b", "a"));
        arena.vote(people.get(1), "p7", Verdict.tie(), null, List.of("a", "b"));
        arena.vote(big, "p3", Verdict.abstain(AbstentionReason.UNPARSED, "?"), "b", "c");
        arena.vote(people.get(0), "p4", new Verdict.Ranking(List.of(2, 1, 2), null), "a", "b", "c");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static Filter filter(
            @Nullable String contestant, @Nullable Wanted outcome, @Nullable String q, Order order) {
        return new Filter(contestant, null, null, null, null, null, outcome, null, q, order);
    }

    private List<Entry> entries(Filter filter) {
        return explorer.battles(filter, null, 100).orElseThrow().battles();
    }

    private Entry ofPrompt(String key) {
        return entries(ALL).stream()
                .filter(entry -> entry.promptKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void battles_ofAMatchupInBothOrders_areOneEntry() {
        Entry p7 = ofPrompt("p7");

        assertThat(p7.contestants()).containsExactly("a", "b");
        assertThat(p7.outcomes())
                .containsExactly(new OutcomeCount("a", 1), new OutcomeCount("b", 1), new OutcomeCount("tie", 1));
        assertThat(p7.judges()).isEqualTo(3);
        assertThat(p7.disagreement()).isCloseTo(Math.log(3) / Math.log(2), within(1e-12));
        assertThat(p7.category()).isEqualTo("facts");
    }

    @Test
    void battles_inPages_listEachOnce() {
        List<String> seen = new ArrayList<>();
        @Nullable String after = null;
        do {
            BattlesView page = explorer.battles(ALL, after, 4).orElseThrow();
            page.battles().forEach(entry -> seen.add(entry.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(22);
        assertThat(new HashSet<>(seen)).hasSize(22);
        assertThat(seen)
                .containsExactlyElementsOf(entries(ALL).stream().map(Entry::id).toList());
        assertThat(explorer.battles(ALL, "nowhere", 4)).isEmpty();
    }

    @Test
    void battles_byOrder_putTheOddOneFirst() {
        assertThat(entries(ALL).get(0).promptKey()).isEqualTo("p4");
        assertThat(entries(filter(null, null, null, Order.DISAGREEMENT)).get(0).promptKey())
                .isEqualTo("p7");
        Entry upset = entries(filter(null, Wanted.DECIDED, null, Order.UPSET)).get(0);
        assertThat(requireNonNull(upset.upset()).probability()).isLessThan(0.5);
    }

    @Test
    void battles_byOutcome_areThose() {
        assertThat(entries(filter("b", Wanted.WON, null, Order.NEWEST)))
                .extracting(Entry::promptKey)
                .containsExactly("p4", "p7");
        assertThat(entries(filter(null, Wanted.SPLIT, null, Order.NEWEST)))
                .extracting(Entry::promptKey)
                .containsExactly("p7");
        assertThat(entries(filter(null, Wanted.ABSTAINED, null, Order.NEWEST)))
                .extracting(Entry::promptKey)
                .containsExactly("p3");
        assertThat(entries(filter("c", Wanted.LOST, null, Order.NEWEST)).get(0).outcomes())
                .containsExactly(new OutcomeCount("b > a = c", 1));
    }

    @Test
    void battles_byWords_findPromptsAndResponses() {
        assertThat(entries(filter(null, null, "brulee", Order.NEWEST)))
                .extracting(Entry::promptKey)
                .containsExactly("p5");
        assertThat(entries(filter(null, null, "question p12", Order.NEWEST)))
                .extracting(Entry::promptKey)
                .containsExactly("p12");
        assertThat(entries(filter(null, null, "absent", Order.NEWEST))).isEmpty();
    }

    @Test
    void battles_ofCategoryAndJudge_areThose() {
        Filter coding = new Filter(null, null, "coding", null, null, "human", null, null, null, Order.NEWEST);

        assertThat(entries(coding)).extracting(Entry::promptKey).containsExactly("p4");
        assertThat(explorer.choices().judges()).containsExactly("big");
        assertThat(explorer.choices().categories()).containsExactly("coding", "facts");
    }

    @Test
    void battle_hasTextsAndReasons_andNoNamesOfPeople() {
        BattleView view = explorer.battle(ofPrompt("p7").id()).orElseThrow();

        assertThat(view.prompt()).containsExactly("Question p7");
        assertThat(view.responses())
                .extracting(answer -> answer.modelName() + ": " + answer.turns().get(0))
                .containsExactly("a: of a 7", "b: of b 7");
        assertThat(view.verdicts())
                .extracting(
                        given -> given.judge() + " " + given.order() + " " + given.verdict() + " " + given.outcome())
                .containsExactly("big [a, b] second b", "people #1 [b, a] second a", "people #2 [a, b] tie tie");
        assertThat(view.verdicts().get(1).rationale()).isEqualTo("The right one is short.");
        assertThat(view.toString()).doesNotContain("pseudonym");
        assertThat(explorer.battle("999")).isEmpty();
        assertThat(explorer.battle("x")).isEmpty();
    }

    @Test
    void battles_afterAWithdrawal_forgetTheVerdict() {
        String id = ofPrompt("p7").id();
        var cast = new ArrayList<CastVote>();
        store.votes().scan(new VoteId(0), cast::add);
        var last = cast.stream()
                .filter(one -> one.judge().equals(people.get(1)))
                .findFirst()
                .orElseThrow();
        var unused = store.votes()
                .supersede(
                        last.vote().id(),
                        new VoteDraft(
                                people.get(1).id(),
                                Verdict.abstain(AbstentionReason.WITHDRAWN, null),
                                "withdrawal",
                                "body",
                                1,
                                null,
                                null,
                                VotedArena.NOON));

        assertThat(ofPrompt("p7").outcomes()).hasSize(2);
        assertThat(ofPrompt("p7").abstentions()).isEqualTo(1);
        assertThat(explorer.battle(id).orElseThrow().verdicts()).hasSize(3);
    }

    /** A page of 100,000 battles takes a few hundredths of a second where nothing else runs; the bound is for machines that are busy. */
    @Test
    void battles_ofAHundredThousand_comeAtOnce() {
        InMemoryArenaStore many = new InMemoryArenaStore(new Random(8));
        VotedArena crowd = new VotedArena(many);
        Judge judge = crowd.judge(JudgeKind.LLM, "big");
        String[] names = {"a", "b", "c", "d", "e"};
        for (int p = 0; p < 2000; p++) {
            crowd.prompt("q" + p, "facts", names);
        }
        Random chance = new Random(9);
        List<VoteStore.NewVote> votes = new ArrayList<>();
        for (int k = 0; k < 100_000; k++) {
            int one = chance.nextInt(5);
            String other = names[(one + 1 + chance.nextInt(4)) % 5];
            Verdict verdict = chance.nextInt(10) < 6 ? Verdict.first() : Verdict.second();
            votes.add(crowd.draft(judge, "q" + k % 2000, verdict, null, names[one], other));
        }
        many.votes().appendAll(votes);
        Explorer over = new Explorer(many, new LeaderboardService(many, "test"));
        var unused = over.battles(ALL, null, 50);

        long begun = System.nanoTime();
        BattlesView page = over.battles(filter("a", Wanted.WON, "text q1", Order.UPSET), null, 50)
                .orElseThrow();
        long tookMs = (System.nanoTime() - begun) / 1_000_000;

        assertThat(page.searched()).isEqualTo(new BattlesView.Searched(100_000, 100_000));
        assertThat(page.battles()).isNotEmpty();
        assertThat(tookMs).isLessThan(2000);
    }

    @Test
    void battles_ofALongLog_goBackOnlySoFar() {
        Explorer shortOne = new Explorer(store, new LeaderboardService(store, "test"), 4);
        BattlesView view = shortOne.battles(ALL, null, 100).orElseThrow();

        assertThat(view.searched()).isEqualTo(new BattlesView.Searched(4, 24));
        assertThat(view.battles()).extracting(Entry::promptKey).containsExactly("p4", "p3", "p7");
    }

    /** An upset has less than even odds; the list that is in the order of upsets goes on below it. */
    @Test
    void battles_thatWentAsExpected_areNoUpsets() {
        List<Entry> byUpset = entries(filter(null, Wanted.DECIDED, null, Order.UPSET));

        assertThat(byUpset).hasSize(21);
        assertThat(ofPrompt("p0").outcomes()).containsExactly(new OutcomeCount("a", 1));
        assertThat(ofPrompt("p0").upset()).isNull();
        assertThat(byUpset.get(20).upset()).isNull();
        assertThat(byUpset).extracting(Entry::promptKey).contains("p0");
    }
}
