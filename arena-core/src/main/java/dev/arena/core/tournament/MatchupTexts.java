package dev.arena.core.tournament;

import dev.arena.core.judge.ActingJudge;
import dev.arena.core.judge.Inquiry;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.media.ShownFile;
import dev.arena.core.model.Battle;
import dev.arena.core.model.Judge;
import dev.arena.core.model.JudgeCall;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.Response;
import dev.arena.core.model.ResponseId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.problem.ArenaException;
import dev.arena.core.store.ArenaStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads everything that is known of one matchup of a run. */
record MatchupTexts(ArenaStore store, InstantSource clock, WatchedRun watched) {
    Optional<RunView.Detail> detail(String key) {
        WatchedRun.State state = watched.state();
        int at = state.index().find(key);
        return at < 0
                ? Optional.empty()
                : Optional.of(detail(state.index().entries().get(at), state.judges()));
    }

    private RunView.Detail detail(RunIndex.Entry entry, Map<Long, Judge> judges) {
        Prompt prompt = watched.prompt(entry.prompt());
        List<Battle> battles = entry.orders().stream()
                .map(order -> store.battles().getBattle(order.battle()))
                .toList();
        List<RunView.GameDetail> games = new ArrayList<>();
        boolean conflict = false;
        for (Judge judge : judges.values()) {
            conflict |= entry.conflict(judge.id().value());
            games.addAll(games(judge, battles));
        }
        return new RunView.Detail(
                entry.key(),
                prompt.key(),
                prompt.text().category(),
                prompt.text().reference(),
                prompt.text().turns(),
                ShownFile.of(prompt.text().attachments()),
                entry.repeat(),
                conflict,
                responses(battles.get(0)),
                games);
    }

    private List<RunView.Answer> responses(Battle battle) {
        List<ResponseId> ids = battle.seats().stream()
                .map(Seat::response)
                .filter(Objects::nonNull)
                .toList();
        Map<ResponseId, Response> texts = store.catalog().getResponses(ids);
        return battle.seats().stream()
                .map(seat -> {
                    Response response = seat.response() == null ? null : texts.get(seat.response());
                    String name = watched.name(seat.contestant());
                    return response == null
                            ? new RunView.Answer(name, List.of(), List.of())
                            : new RunView.Answer(
                                    name,
                                    response.text().turns(),
                                    ShownFile.of(response.text().attachments()));
                })
                .sorted(Comparator.comparing(RunView.Answer::contestant))
                .toList();
    }

    private List<RunView.GameDetail> games(Judge judge, List<Battle> battles) {
        List<RunView.GameDetail> games = new ArrayList<>();
        Optional<ActingJudge> reader = reader(judge);
        try {
            for (Battle battle : battles) {
                Optional<Vote> vote = store.votes().findCurrent(battle.id(), judge.id());
                if (vote.isPresent()) {
                    Optional<Inquiry> inquiry = reader.flatMap(asked -> inquire(asked, battle, judge));
                    games.add(game(judge, battle, vote.get(), inquiry));
                }
            }
        } finally {
            reader.ifPresent(ActingJudge::close);
        }
        return games;
    }

    /** The judge as the tournament describes it, to see what it would ask; empty where it asks nothing. Nothing is asked here. */
    private Optional<ActingJudge> reader(Judge judge) {
        Plan plan = watched.plan();
        if (plan == null) {
            return Optional.empty();
        }
        JudgeDraft draft = new JudgeDraft(judge.kind(), judge.name(), judge.version());
        JudgeSetup.World world = new JudgeSetup.World(new NoKeys(), clock, new StopSignal(), 0);
        return plan.tournament().judges().stream()
                .filter(setup -> setup.calls() && setup.identity().equals(draft))
                .findFirst()
                .flatMap(setup -> open(setup, world));
    }

    private static Optional<ActingJudge> open(JudgeSetup setup, JudgeSetup.World world) {
        try {
            return Optional.of(setup.open(world));
        } catch (ArenaException missing) {
            // Such as a program that was moved since: then the question cannot be shown.
            return Optional.empty();
        }
    }

    private Optional<Inquiry> inquire(ActingJudge reader, Battle battle, Judge judge) {
        CaseMaker cases = Objects.requireNonNull(watched.cases());
        return reader.inquire(cases.make(PlannedBattle.of(battle), judge.name()));
    }

    private RunView.GameDetail game(Judge judge, Battle battle, Vote vote, Optional<Inquiry> inquiry) {
        Map<Long, JudgeCall> calls = new HashMap<>();
        store.calls()
                .listCalls(battle.id())
                .forEach(call -> calls.put(call.judge().value(), call));
        JudgeCall call = calls.get(judge.id().value());
        List<String> order = battle.seats().stream()
                .map(seat -> watched.name(seat.contestant()))
                .toList();
        Verdict verdict = vote.verdict();
        Boolean asStored = call == null
                ? null
                : inquiry.map(asked -> asked.key().equals(call.key())).orElse(null);
        return new RunView.GameDetail(
                judge.name(),
                order,
                VerdictRanks.word(verdict),
                MatchupList.winner(verdict, order),
                !verdict.decides(),
                call != null && call.cached(),
                inquiry.map(Inquiry::shown).orElse(null),
                asStored,
                call == null ? null : call.reply(),
                call == null ? null : call.text().firstReply(),
                error(verdict, call),
                vote.draft().rationale(),
                call == null ? null : call.costUsd(),
                call == null ? null : call.usage().promptTokens(),
                call == null ? null : call.usage().completionTokens(),
                call == null ? null : (Integer) call.attempts(),
                call == null ? vote.draft().latencyMs() : (Long) call.durationMs(),
                call == null ? null : call.text().model(),
                vote.draft().castAt().toString());
    }

    private static @Nullable String error(Verdict verdict, @Nullable JudgeCall call) {
        String ofCall = call == null ? null : call.text().error();
        if (ofCall != null) {
            return ofCall;
        }
        return verdict instanceof Verdict.Abstention abstention ? abstention.detail() : null;
    }
}
