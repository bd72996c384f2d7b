package dev.arena.core.store.sql;

import static dev.arena.core.store.StoreFixture.vote;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.Invite;
import dev.arena.core.model.InviteDraft;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Media;
import dev.arena.core.model.Probe;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Role;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunEnd;
import dev.arena.core.model.RunRound;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.CallStore;
import dev.arena.core.store.CallStore.FinishedCall;
import dev.arena.core.store.CallStore.Withdrawal;
import dev.arena.core.store.LeakStore;
import dev.arena.core.store.PeopleStore;
import dev.arena.core.store.StoreFixture;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.sqlite.JDBC;

/** A database with a little of everything, and a way to do to it what the store never would. */
final class FilledStore {
    private FilledStore() {}

    /** Ten people's votes on three responses, one of them withdrawn, an open battle, and a run with calls of every fate. */
    static List<Vote> make(Path file) {
        List<Vote> votes = new ArrayList<>();
        try (SqliteArenaStore store = SqliteArenaStore.open(file, SqliteArenaStoreTest.OPTIONS)) {
            StoreFixture given = new StoreFixture(store);
            given.promptAnsweredBy("alpha", "beta", "gamma");
            for (int i = 0; i < 10; i++) {
                Judge judge = given.voter("voter " + i);
                Battle battle = store.battles().open(given.battle(BattleOrigin.matchmaker(judge.id())));
                Verdict verdict = new Verdict.Ranking(List.of(1, 2, 3), null);
                votes.add(store.votes()
                        .append(battle.id(), vote(judge, verdict, "k"))
                        .vote());
            }
            Vote first = votes.get(0);
            Judge ann = store.judges().getJudge(first.judge());
            Verdict withdrawn = Verdict.abstain(AbstentionReason.WITHDRAWN, null);
            votes.add(store.votes()
                    .supersede(first.id(), vote(ann, withdrawn, "w"))
                    .vote());
            store.battles().open(given.battle(BattleOrigin.matchmaker(ann.id())));
            votes.addAll(judgedRun(store, given));
            mediaAndLeaks(store, votes.get(0));
            people(store, ann);
        }
        return votes;
    }

    /** A file of one byte, and a leak found and covered. */
    private static void mediaAndLeaks(SqliteArenaStore store, Vote vote) {
        String sha256 = "4bf5122f344554c53bde2ebb8cd2b7e3d1600ad631c385a5d7cce23c7785459a";
        boolean unused = store.media().put(new Media(sha256, "image/png", 1), action -> action.accept(new byte[] {1}));
        long spec = store.leaks().putSpec("a".repeat(64), "spec");
        store.leaks().putFindings(spec, Map.of(new ResponseId(1), "0 0 1 self;"));
        store.leaks().putShown(vote.battle(), List.of(new LeakStore.ShownLeak(1, spec, "mask", 1)));
    }

    /** A revoked invitation, a role that was given up, and a second browser. */
    private static void people(SqliteArenaStore store, Judge ann) {
        PeopleStore people = store.people();
        Invite invite = people.putInvite(
                new InviteDraft(null, Role.ANALYST, "a".repeat(64), "", null, null, StoreFixture.NOON));
        people.join(invite.id(), ann.id(), StoreFixture.NOON);
        people.endInvite(invite.id(), StoreFixture.NOON);
        people.endRolesThatSeeNames(ann.id(), StoreFixture.NOON);
        people.putCode(new PeopleStore.DeviceCode(
                "c".repeat(64), ann.id(), StoreFixture.NOON, StoreFixture.NOON.plusSeconds(60)));
        people.claim("c".repeat(64), "d".repeat(64), StoreFixture.NOON);
    }

    private static List<Vote> judgedRun(SqliteArenaStore store, StoreFixture given) {
        Run run = given.run("r1");
        Judge big = store.judges().put(new JudgeDraft(JudgeKind.LLM, "big", "v1"));
        List<Vote> votes = new ArrayList<>();
        Verdict failed = Verdict.abstain(AbstentionReason.FAILED, "503");
        for (Verdict verdict : List.of(failed, Verdict.bothBad())) {
            JudgeCall.Outcome outcome = verdict.decides() ? JudgeCall.Outcome.OK : JudgeCall.Outcome.FAILED;
            JudgeCall call = given.call(run, big, "call " + verdict, "m1", outcome);
            List<AppendResult> results =
                    store.calls().record(List.of(new FinishedCall(call, vote(big, verdict, "key of " + verdict))));
            votes.add(results.get(0).vote());
        }
        if (given.begin(run, big, "stopped", "m1") instanceof CallStore.Begun.Started stopped) {
            store.calls().withdraw(new Withdrawal(stopped.start(), Withdrawal.Reason.STOPPED, 1, StoreFixture.NOON));
        }
        given.begin(run, big, "never answered", "m1");
        Probe.Question question = new Probe.Question(run.id(), big.id(), "c1", "constant", null, "{}", "second");
        Probe.Answer answer = new Probe.Answer(Verdict.second(), null, null, StoreFixture.NOON);
        store.calls().recordProbes(List.of(new CallStore.FinishedProbe(question, answer, null)));
        store.runs().putRound(new RunRound(run.id(), 1, 0, "first", StoreFixture.NOON), List.of());
        store.runs().putEnd(new RunEnd(run.id(), "session", "finished", "", StoreFixture.NOON));
        return votes;
    }

    /** Changes a database from outside: all triggers dropped, foreign keys off. */
    static void tamper(Path file, String... commands) throws SQLException {
        withConnection(file, statement -> {
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("PRAGMA ignore_check_constraints = ON");
            for (String trigger : StoreVerifier.TRIGGERS) {
                statement.execute("DROP TRIGGER IF EXISTS " + trigger);
            }
            for (String command : commands) {
                statement.execute(command);
            }
        });
    }

    interface Commands {
        void run(Statement statement) throws SQLException;
    }

    static void withConnection(Path file, Commands commands) throws SQLException {
        try (Connection connection = JDBC.createConnection("jdbc:sqlite:" + file, new Properties());
                Statement statement = connection.createStatement()) {
            commands.run(statement);
        }
    }
}
