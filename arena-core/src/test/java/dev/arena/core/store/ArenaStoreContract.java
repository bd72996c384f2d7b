package dev.arena.core.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.problem.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every store promises; a subclass says how a new one is made. */
public abstract class ArenaStoreContract {
    /** A new empty store. */
    protected abstract ArenaStore newStore();

    @Nested
    class WhenEmpty extends RoleContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }

        @Test
        void requireWritable_openStore_changesNothing() {
            long revision = store.revision();

            store.requireWritable();

            assertThat(store.revision()).isEqualTo(revision);
            assertThat(store.votes().count()).isZero();
        }

        @Test
        void requireWritable_closedStore_isRefused() {
            store.close();

            assertThatThrownBy(store::requireWritable).isInstanceOf(StoreException.class);
        }

        @Test
        void catalog_empty_listsNothing() {
            assertThat(store.catalog().listContestants()).isEmpty();
            assertThat(store.catalog().listPrompts()).isEmpty();
            assertThat(store.catalog().listCurrentResponses()).isEmpty();
            assertThat(store.catalog().getResponses(List.of(new ResponseId(1)))).isEmpty();
            assertThat(store.catalog().findContestant("x")).isEmpty();
            assertThat(store.catalog().findPrompt("x")).isEmpty();
            assertThat(store.catalog().apply(new CatalogBatch(List.of(), List.of(), List.of())))
                    .isEqualTo(CatalogChange.NONE);
        }

        @Test
        void log_empty_scansNothing() {
            List<CastVote> rows = new ArrayList<>();
            store.votes().scan(new VoteId(0), rows::add);
            assertThat(rows).isEmpty();
            assertThat(store.votes().count()).isZero();
            assertThat(store.votes().appendAll(List.of())).isEmpty();
            assertThat(store.votes().findVote("x")).isEmpty();
            assertThat(store.votes().findCurrent(new BattleId(1), new JudgeId(1)))
                    .isEmpty();
        }

        @Test
        void judgesBattlesAndRuns_empty_findNothing() {
            assertThat(store.judges().listJudges()).isEmpty();
            assertThat(store.judges().find(new JudgeDraft(JudgeKind.HUMAN, "x", "")))
                    .isEmpty();
            assertThat(store.battles().findByToken("x")).isEmpty();
            assertThat(store.battles().findOpen(new JudgeId(1))).isEmpty();
            assertThat(store.battles().listDrawnFor(new JudgeId(1))).isEmpty();
            assertThat(store.battles().listOfRun(new RunId("r"))).isEmpty();
            assertThat(store.runs().findRun(new RunId("r"))).isEmpty();
            assertThat(store.runs().listRuns()).isEmpty();
            assertThat(store.runs().listRounds(new RunId("r"))).isEmpty();
            assertThat(store.runs().listEnds(new RunId("r"))).isEmpty();
            assertThat(store.runs().countVotes(new RunId("r"))).isEqualTo(new RunStore.VoteCount(0, 0));
            assertThat(store.calls().record(List.of())).isEmpty();
            assertThat(store.calls().ledgers(new RunId("r"))).isEmpty();
            assertThat(store.calls().storedKeys(List.of("k"))).isEmpty();
            store.calls().scanCalls(new RunId("r"), call -> {
                throw new AssertionError(call);
            });
            store.calls().scanProbes(new RunId("r"), probe -> {
                throw new AssertionError(probe);
            });
            store.battles().scanKeys(new RunId("r"), (battle, key) -> {
                throw new AssertionError(key);
            });
            store.votes().scanVerdicts(new BattleId(0), new BattleId(9), (battle, judge, sequence, verdict) -> {
                throw new AssertionError(verdict);
            });
        }

        @Test
        void get_ofAnUnknownId_saysWhichOne() {
            assertThatThrownBy(() -> store.catalog().getPrompt(new PromptId(4)))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no prompt 4");
            assertThatThrownBy(() -> store.judges().getJudge(new JudgeId(5)))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no judge 5");
            assertThatThrownBy(() -> store.battles().getBattle(new BattleId(6)))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("no battle 6");
        }

        @Test
        void revisionAndSalt_empty_areZeroAndRandom() {
            assertThat(store.revision()).isZero();
            assertThat(store.salt()).hasSizeGreaterThanOrEqualTo(16).isEqualTo(store.salt());
            store.salt()[0]++;
            assertThat(store.salt()).isEqualTo(store.salt());
        }
    }

    @Nested
    class WhileLiving extends RoleContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }

        @Test
        void revision_overChanges_growsOnlyWithThem() {
            given.promptAnsweredBy("alpha", "beta");
            long filled = store.revision();
            assertThat(filled).isPositive();
            given.promptAnsweredBy("alpha", "beta");
            assertThat(store.revision()).isEqualTo(filled);
            var battle = store.battles()
                    .open(given.battle(BattleOrigin.matchmaker(given.voter("v").id())));
            store.votes().append(battle.id(), StoreFixture.vote(given.voter("v"), Verdict.first(), "k"));
            long voted = store.revision();
            assertThat(voted).isGreaterThan(filled);
            store.votes().append(battle.id(), StoreFixture.vote(given.voter("v"), Verdict.first(), "k"));
            assertThat(store.revision()).isEqualTo(voted);
            store.catalog().apply(StoreFixture.batch(StoreFixture.response("p1", "alpha", "changed")));
            assertThat(store.revision()).isGreaterThan(voted);
        }

        @Test
        void close_twice_isFineAndLaterCallsSaySo() {
            store.close();
            store.close();
            assertThatThrownBy(() -> store.votes().count())
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The store is closed.");
            assertThatThrownBy(() -> given.voter("late"))
                    .isInstanceOf(StoreException.class)
                    .hasMessage("The store is closed.");
        }
    }

    @Nested
    class Catalog extends CatalogContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Battles extends BattleContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Quality extends QualityContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Votes extends VoteContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class VoteRaces extends VoteRaceContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Calls extends CallContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class MediaAndLeaks extends MediaContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Studies extends StudyContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Snapshots extends SnapshotContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Search extends SearchContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class Runs extends RunContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }

    @Nested
    class People extends PeopleContract {
        @Override
        protected ArenaStore newStore() {
            return ArenaStoreContract.this.newStore();
        }
    }
}
