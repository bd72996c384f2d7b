package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

final class InMemoryVotes implements VoteStore {
    private final Memory memory;
    private final InMemoryBattles battles;
    private final InMemoryJudges judges;
    private final PublicIds publicIds;
    private final List<Vote> log = new ArrayList<>();
    private final Map<String, Vote> byPublicId = new HashMap<>();
    private final Map<JudgeKey, Vote> byKey = new HashMap<>();
    private final Map<Place, Vote> current = new HashMap<>();

    private final TreeMap<VoteId, String> answers = new TreeMap<>();

    private record JudgeKey(JudgeId judge, String key) {}

    private record Place(BattleId battle, JudgeId judge) {}

    InMemoryVotes(Memory memory, InMemoryBattles battles, InMemoryJudges judges, PublicIds publicIds) {
        this.memory = memory;
        this.battles = battles;
        this.judges = judges;
        this.publicIds = publicIds;
    }

    @Override
    public AppendResult append(BattleId battle, VoteDraft vote, @Nullable String given) {
        return memory.write(() -> answered(appendFirst(battles.getBattle(battle), vote), given));
    }

    @Override
    public AppendResult supersede(VoteId superseded, VoteDraft vote, @Nullable String given) {
        return memory.write(() -> {
            Vote old = getVote(superseded);
            VoteRules.requireSameJudge(old, vote);
            Optional<AppendResult> known = answerByKey(old.battle(), vote);
            if (known.isPresent()) {
                return known.get();
            }
            Vote last = current.getOrDefault(new Place(old.battle(), old.judge()), old);
            return VoteRules.mayReplace(superseded, last)
                    ? answered(write(battles.getBattle(old.battle()), vote, last), given)
                    : new AppendResult.AlreadyVoted(last);
        });
    }

    private AppendResult answered(AppendResult result, @Nullable String given) {
        if (given != null && result instanceof AppendResult.Stored) {
            memory.put(answers, result.vote().id(), given);
        }
        return result;
    }

    /** What a vote answered. */
    Optional<String> answers(VoteId vote) {
        return Optional.ofNullable(answers.get(vote));
    }

    /** What the votes after one answered, by vote. */
    SortedMap<VoteId, String> answersAfter(VoteId after) {
        return new TreeMap<>(answers.tailMap(after, false));
    }

    @Override
    public List<AppendResult> appendAll(List<NewVote> votes) {
        return memory.write(() -> {
            List<AppendResult> results = new ArrayList<>(votes.size());
            votes.forEach(given -> results.add(append(given)));
            return List.copyOf(results);
        });
    }

    private AppendResult append(NewVote given) {
        Vote sameKey = byKey.get(new JudgeKey(given.vote().judge(), given.vote().idempotencyKey()));
        if (sameKey != null && battles.findByKey(given.battle().origin()).isEmpty()) {
            return new AppendResult.KeyReused(sameKey);
        }
        return appendFirst(battles.store(given.battle()), given.vote());
    }

    private AppendResult appendFirst(Battle battle, VoteDraft vote) {
        Optional<AppendResult> known = answerByKey(battle.id(), vote);
        if (known.isPresent()) {
            return known.get();
        }
        Vote last = current.get(new Place(battle.id(), vote.judge()));
        return last == null ? write(battle, vote, null) : new AppendResult.AlreadyVoted(last);
    }

    /** Appends a vote in the place of the judge's current one, where there is one. */
    AppendResult appendLatest(BattleId id, VoteDraft vote) {
        Battle battle = battles.getBattle(id);
        Optional<AppendResult> known = answerByKey(id, vote);
        if (known.isPresent()) {
            return known.get();
        }
        Vote last = current.get(new Place(id, vote.judge()));
        return last == null || !VoteRules.isFinal(last)
                ? write(battle, vote, last)
                : new AppendResult.AlreadyVoted(last);
    }

    private Optional<AppendResult> answerByKey(BattleId battle, VoteDraft vote) {
        Vote sameKey = byKey.get(new JudgeKey(vote.judge(), vote.idempotencyKey()));
        return VoteRules.answerByKey(sameKey, battle, vote);
    }

    private AppendResult write(Battle battle, VoteDraft draft, @Nullable Vote superseded) {
        VoteRules.requireAllowed(
                battle.id(), battle.seats().size(), battle.draft().origin().voter(), draft);
        judges.require(draft.judge());
        VoteId id = new VoteId(log.size() + 1L);
        Vote vote = new Vote(id, publicIds.next(), battle.id(), draft, superseded == null ? null : superseded.id());
        memory.add(log, vote);
        memory.put(byPublicId, vote.publicId(), vote);
        memory.put(byKey, new JudgeKey(draft.judge(), draft.idempotencyKey()), vote);
        memory.put(current, new Place(battle.id(), draft.judge()), vote);
        battles.close(battle.id(), draft.judge());
        memory.revise();
        return new AppendResult.Stored(vote);
    }

    private Vote getVote(VoteId id) {
        if (id.value() < 1 || id.value() > log.size()) {
            throw new NoSuchElementException("no vote " + id.value());
        }
        return log.get((int) id.value() - 1);
    }

    @Override
    public Optional<Vote> findVote(String publicId) {
        return memory.read(() -> Optional.ofNullable(byPublicId.get(publicId)));
    }

    @Override
    public Optional<Vote> findCurrent(BattleId battle, JudgeId judge) {
        return memory.read(() -> Optional.ofNullable(current.get(new Place(battle, judge))));
    }

    @Override
    public List<CastVote> listCurrent(JudgeId judge, @Nullable VoteId before, int most) {
        return memory.read(() -> current.values().stream()
                .filter(vote -> vote.judge().equals(judge)
                        && (before == null || vote.id().compareTo(before) < 0))
                .sorted(Comparator.comparing(Vote::id).reversed())
                .limit(most)
                .map(vote -> new CastVote(vote, battles.getBattle(vote.battle()), judges.getJudge(judge)))
                .toList());
    }

    @Override
    public List<Vote> listOf(BattleId battle, JudgeId judge) {
        return memory.read(() -> {
            Deque<Vote> votes = new ArrayDeque<>();
            Vote vote = current.get(new Place(battle, judge));
            while (vote != null) {
                votes.addFirst(vote);
                vote = vote.supersedes() == null ? null : getVote(vote.supersedes());
            }
            return List.copyOf(votes);
        });
    }

    @Override
    public void scan(VoteId after, Consumer<CastVote> action) {
        List<CastVote> rows = memory.read(() ->
                log.subList((int) Math.min(log.size(), Math.max(0, after.value())), log.size()).stream()
                        .map(vote ->
                                new CastVote(vote, battles.getBattle(vote.battle()), judges.getJudge(vote.judge())))
                        .toList());
        rows.forEach(action);
    }

    @Override
    public void scanVerdicts(BattleId from, BattleId to, VerdictAction action) {
        Map<Place, Integer> sequences = new HashMap<>();
        List<Row> rows = new ArrayList<>();
        Object unused = memory.read(() -> {
            for (Vote vote : log) {
                if (vote.battle().compareTo(from) >= 0 && vote.battle().compareTo(to) <= 0) {
                    int sequence = sequences.merge(new Place(vote.battle(), vote.judge()), 1, Integer::sum);
                    rows.add(new Row(vote.battle().value(), vote.judge().value(), sequence, lean(vote.verdict())));
                }
            }
            return rows;
        });
        rows.sort(Comparator.comparing(Row::battle).thenComparing(Row::judge).thenComparing(Row::sequence));
        rows.forEach(row -> action.take(row.battle(), row.judge(), row.sequence(), row.verdict()));
    }

    private record Row(long battle, long judge, int sequence, Verdict verdict) {}

    private static Verdict lean(Verdict verdict) {
        if (verdict instanceof Verdict.Ranking ranking) {
            return new Verdict.Ranking(ranking.ranks(), null);
        }
        return verdict instanceof Verdict.Abstention abstention
                ? new Verdict.Abstention(abstention.reason(), null)
                : verdict;
    }

    /** How many current votes the battles of a run have. */
    RunStore.VoteCount countOfRun(RunId run) {
        long counted = 0;
        long abstentions = 0;
        for (Vote vote : current.values()) {
            if (run.equals(battles.getBattle(vote.battle()).draft().origin().run())) {
                counted++;
                abstentions += vote.verdict().decides() ? 0 : 1;
            }
        }
        return new RunStore.VoteCount(counted, abstentions);
    }

    @Override
    public long count() {
        return memory.read(() -> (long) log.size());
    }

    /** Whether a judge has cast any vote; within a transaction of the caller. */
    boolean hasVotes(JudgeId judge) {
        return log.stream().anyMatch(vote -> vote.judge().equals(judge));
    }
}
