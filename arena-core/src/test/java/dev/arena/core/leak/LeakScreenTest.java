package dev.arena.core.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.CatalogBatch.NewResponse;
import dev.arena.core.store.InMemoryArenaStore;
import dev.arena.core.store.LeakStore.ShownLeak;
import dev.arena.core.store.StoreFixture;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeakScreenTest {
    private static final LeakPolicy REPLACE = LeakPolicy.STANDARD.withAction(LeakAction.REPLACE);
    private static final LeakPolicy FLAG = LeakPolicy.STANDARD.withAction(LeakAction.FLAG);

    /** Seed 5. */
    private final ArenaStore store = new InMemoryArenaStore(new Random(5));

    private final StoreFixture fixture = new StoreFixture(store);
    private final AtomicInteger looks = new AtomicInteger();

    private static NewResponse says(String contestant, String text) {
        return StoreFixture.response("p1", contestant, text);
    }

    private void store(NewResponse... responses) {
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(), List.of(StoreFixture.prompt("p1", "Who are you?")), List.of(responses)));
    }

    private LeakScreen counting() {
        return new LeakScreen(store, spec -> (prompt, turns) -> {
            looks.incrementAndGet();
            return new LeakFinder(spec).find(prompt, turns);
        });
    }

    private static LeakScreen failing(ArenaStore store) {
        return new LeakScreen(store, spec -> (prompt, turns) -> {
            if (turns.get(0).contains("Claude")) {
                throw new IllegalStateException("planted");
            }
            return List.of();
        });
    }

    private List<Response> responses() {
        List<ResponseId> ids = store.catalog().listCurrentResponses().stream()
                .map(ResponseHead::id)
                .toList();
        return new ArrayList<>(store.catalog().getResponses(ids).values());
    }

    private Battle battle() {
        JudgeId voter = fixture.voter("v").id();
        List<Seat> seats = responses().stream()
                .map(response -> new Seat(response.contestant(), response.id()))
                .toList();
        return store.battles()
                .open(new BattleDraft(
                        "token",
                        responses().get(0).prompt(),
                        seats,
                        1L,
                        1.0,
                        BattleOrigin.matchmaker(voter),
                        BattleTags.NONE,
                        StoreFixture.NOON));
    }

    private List<String> shown(LeakScreen screen, LeakPolicy policy, Battle battle) {
        return screen.show(battle, policy, PromptText.of("Who are you?"), responses()).stream()
                .map(text -> text.turns().get(0))
                .toList();
    }

    @Test
    void show_underMask_coversSpansAndStoresThatItDid() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakScreen screen = new LeakScreen(store);
        Battle battle = battle();

        assertThat(screen.withheld(LeakPolicy.STANDARD)).isEmpty();
        assertThat(shown(screen, LeakPolicy.STANDARD, battle)).containsExactly("I am ▮▮▮▮.", "I am fine.");
        assertThat(shown(screen, LeakPolicy.STANDARD, battle)).containsExactly("I am ▮▮▮▮.", "I am fine.");
        assertThat(store.leaks().shown(battle.id()))
                .extracting(ShownLeak::position, ShownLeak::action, ShownLeak::spans)
                .containsExactly(tuple(1, "mask", 1));
        assertThat(screen.counts(LeakPolicy.STANDARD)).isEqualTo(new LeakCounts(1, 0, 0, 0, 0));
        assertThat(responses().get(0).text()).isEqualTo(ResponseText.of("I am Claude."));
    }

    @Test
    void withheld_underReplace_namesTheResponseAndCoversABattleThatIsOpen() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakScreen screen = new LeakScreen(store);

        assertThat(screen.withheld(REPLACE)).containsExactly(responses().get(0).id());
        assertThat(shown(screen, REPLACE, battle())).containsExactly("I am ▮▮▮▮.", "I am fine.");
        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 1, 0, 0, 0));
    }

    @Test
    void show_underFlag_showsAllAndRemembersTheBattle() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakScreen screen = new LeakScreen(store);
        Battle battle = battle();

        assertThat(shown(screen, FLAG, battle)).containsExactly("I am Claude.", "I am fine.");
        List<Object> flagged = new ArrayList<>();
        assertThat(store.leaks().scanFlagged(0, flagged::add)).isEqualTo(1);
        assertThat(flagged).containsExactly(battle.id());
        assertThat(screen.counts(FLAG)).isEqualTo(new LeakCounts(0, 0, 1, 0, 0));
    }

    @Test
    void show_underOff_looksAtNothing() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakPolicy off = LeakPolicy.STANDARD.withAction(LeakAction.OFF);

        assertThat(shown(counting(), off, battle())).containsExactly("I am Claude.", "I am fine.");
        assertThat(counting().withheld(off)).isEmpty();
        assertThat(looks).hasValue(0);
    }

    @Test
    void withheld_afterARestart_readsWhatWasFound() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        counting().withheld(REPLACE);
        assertThat(looks).hasValue(2);

        assertThat(counting().withheld(REPLACE)).hasSize(1);
        assertThat(counting().withheld(LeakPolicy.STANDARD)).isEmpty();
        assertThat(looks).hasValue(2);
    }

    @Test
    void counts_beforeAnybodyLooked_sayHowManyWait() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));

        assertThat(counting().counts(REPLACE)).isEqualTo(new LeakCounts(0, 0, 0, 0, 2));
        assertThat(counting().counts(LeakPolicy.STANDARD.withAction(LeakAction.OFF)))
                .isEqualTo(new LeakCounts(0, 0, 0, 0, 0));
        counting().withheld(REPLACE);
        assertThat(counting().counts(REPLACE)).isEqualTo(new LeakCounts(0, 1, 0, 0, 0));
    }

    @Test
    void withheld_afterAnImport_looksAtWhatIsNew() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakScreen screen = counting();
        screen.withheld(REPLACE);

        store(says("bbb", "I am ChatGPT."));
        assertThat(screen.counts(REPLACE)).as("not looked through yet").isEqualTo(new LeakCounts(0, 1, 0, 0, 0));
        assertThat(screen.withheld(REPLACE)).hasSize(2);
        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 2, 0, 0, 0));
        assertThat(looks).hasValue(3);
    }

    @Test
    void withheld_withANewContestant_looksAtAllAgain() {
        store(says("aaa", "I like zorble."), says("bbb", "I am fine."));
        LeakScreen screen = counting();
        assertThat(screen.withheld(REPLACE)).isEmpty();

        store(says("zorble", "Yes."));
        assertThat(screen.withheld(REPLACE)).hasSize(1);
        assertThat(looks).hasValue(5);
    }

    @Test
    void show_whereTheFinderFails_showsNothingAndDrawsTheResponseNoMore() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        LeakScreen screen = failing(store);

        assertThat(screen.withheld(LeakPolicy.STANDARD))
                .containsExactly(responses().get(0).id());
        assertThat(screen.counts(LeakPolicy.STANDARD)).isEqualTo(new LeakCounts(0, 0, 0, 1, 0));
        Battle battle = battle();
        assertThatThrownBy(() -> shown(screen, LeakPolicy.STANDARD, battle))
                .isInstanceOf(LeakFinderException.class)
                .hasMessage("It could not be made sure that this battle tells no name, so it is not shown.");
        assertThat(store.leaks().shown(battle.id())).isEmpty();
    }

    /** Nothing that is looked for changed, so what was found need not be read again. */
    @Test
    void withheld_afterAChangeThatTeachesNoName_goesOnWithTheSameScreen() {
        AtomicInteger screens = new AtomicInteger();
        LeakScreen screen = new LeakScreen(store, spec -> {
            screens.incrementAndGet();
            return new LeakFinder(spec)::find;
        });
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        assertThat(screen.withheld(REPLACE)).hasSize(1);
        store(says("bbb", "I am ChatGPT."));
        assertThat(screen.withheld(REPLACE)).hasSize(2);
        assertThat(screen.withheld(LeakPolicy.STANDARD)).isEmpty();
        assertThat(screens).hasValue(1);

        store(says("zorble", "Yes."));
        assertThat(screen.withheld(REPLACE)).hasSize(2);
        assertThat(screens).hasValue(2);
    }

    /** Whoever asks again makes no work: nothing is read but which state of the catalog there is. */
    @Test
    void counts_ofWhatNobodyDrewFrom_areReadOnceForEachStateOfTheCatalog() {
        store(says("aaa", "I am Claude."), says("bbb", "I am fine."));
        AtomicInteger reads = new AtomicInteger();
        ArenaStore watched = counting(reads);
        LeakScreen screen = new LeakScreen(watched);

        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 0, 0, 0, 2));
        assertThat(reads.getAndSet(0)).isPositive();
        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 0, 0, 0, 2));
        assertThat(screen.counts(FLAG)).isEqualTo(new LeakCounts(0, 0, 0, 0, 2));
        assertThat(reads).hasValue(0);

        store(says("bbb", "I am ChatGPT."), says("ccc", "Hello."));
        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 0, 0, 0, 3));
        assertThat(reads.getAndSet(0)).isPositive();
        screen.withheld(REPLACE);
        assertThat(screen.counts(REPLACE)).isEqualTo(new LeakCounts(0, 2, 0, 0, 0));
    }

    /** The same store, which counts what is asked of its catalog and of what was found. */
    private ArenaStore counting(AtomicInteger reads) {
        return (ArenaStore) Proxy.newProxyInstance(
                ArenaStore.class.getClassLoader(), new Class<?>[] {ArenaStore.class}, (proxy, called, arguments) -> {
                    if (Set.of("catalog", "leaks").contains(called.getName())) {
                        reads.incrementAndGet();
                    }
                    return called.invoke(store, arguments);
                });
    }
}
