package dev.arena.core.store.sql;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.CallStart;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.store.AppendResult;
import dev.arena.core.store.CallStore.Begun;
import dev.arena.core.store.CallStore.FinishedCall;
import dev.arena.core.store.CallStore.NewCall;
import dev.arena.core.store.VoteStore.NewVote;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A process that votes from eight threads until it is killed, in the three ways there are: one at a time, in groups that must be
 * stored together, and as calls with their votes. It says {@code <public id> <key>} of each vote after the store acknowledged it.
 */
final class VoteProcess {
    static final int THREADS = 8;
    static final int GROUP = 5;

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final SqliteArenaStore store;
    private final String round;
    private final Run run;
    private final List<ContestantId> contestants;
    private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

    private VoteProcess(SqliteArenaStore store, String round) {
        this.store = store;
        this.round = round;
        this.run = store.runs().put(new Run(new RunId("r" + round), "killed", "spec " + round, "", NOW));
        this.contestants = List.copyOf(store.catalog().contestantsById().keySet());
    }

    /** Takes the database and a word that is new for each process. */
    public static void main(String[] arguments) {
        SqliteArenaStore store = SqliteArenaStore.open(Path.of(arguments[0]), StoreOptions.standard());
        VoteProcess process = new VoteProcess(store, arguments[1]);
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            new Thread(() -> process.voteForEver(thread)).start();
        }
    }

    private void voteForEver(int thread) {
        JudgeKind kind = thread < 4 ? JudgeKind.HUMAN : JudgeKind.LLM;
        Judge judge = store.judges().put(new JudgeDraft(kind, "judge " + round + "." + thread, ""));
        for (int i = 0; true; i++) {
            String key = round + "." + thread + "." + i;
            if (thread < 4) {
                say(one(judge, key));
            } else if (thread < 6) {
                group(judge, key).forEach(this::say);
            } else {
                call(judge, key).forEach(this::say);
            }
        }
    }

    private AppendResult one(Judge judge, String key) {
        Battle battle = store.battles().open(battle(BattleOrigin.matchmaker(judge.id()), key));
        return store.votes().append(battle.id(), vote(judge, key));
    }

    private List<AppendResult> group(Judge judge, String key) {
        List<NewVote> rows = new ArrayList<>();
        for (int i = 0; i < GROUP; i++) {
            String each = "group " + key + "." + i;
            rows.add(new NewVote(battle(BattleOrigin.imported(each), each), vote(judge, each)));
        }
        return store.votes().appendAll(rows);
    }

    private List<AppendResult> call(Judge judge, String key) {
        CallStart start = new CallStart(run.id(), judge.id(), null, key, "session", NOW);
        NewCall fresh = new NewCall(start, battle(BattleOrigin.schedule(run.id(), key), key), true);
        if (!(store.calls().begin(fresh) instanceof Begun.Started started)) {
            throw new IllegalStateException("a call that insists on being sent was not started");
        }
        JudgeCall call = new JudgeCall(
                run.id(),
                judge.id(),
                started.battle(),
                started.start(),
                key,
                JudgeCall.Outcome.OK,
                JudgeCall.Text.of("[[A]]"),
                JudgeCall.Usage.UNKNOWN,
                null,
                1,
                NOW,
                1);
        return store.calls().record(List.of(new FinishedCall(call, vote(judge, "call " + key))));
    }

    private BattleDraft battle(BattleOrigin origin, String token) {
        List<Seat> seats = contestants.stream().map(id -> new Seat(id, null)).toList();
        return new BattleDraft("token " + token, null, seats, 1L, 0.5, origin, BattleTags.NONE, NOW);
    }

    private static VoteDraft vote(Judge judge, String key) {
        return new VoteDraft(judge.id(), Verdict.first(), key, "body", 1, "because", 5L, NOW);
    }

    /** One write a line, so that a kill cuts no line of another vote. */
    private void say(AppendResult result) {
        String line = result.vote().publicId() + " " + result.vote().draft().idempotencyKey() + "\n";
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
