package dev.arena.core.board;

import dev.arena.core.board.TrustView.Check;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardService;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.problem.ArenaException;
import dev.arena.core.store.ArenaStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * The checks of tables and the agreement of their judges. What takes long is computed once a revision on another thread; meanwhile the newest
 * numbers are told with the revision that they are of, and before the first ones a check is not run. Safe for use by many threads.
 */
public final class BoardChecks {
    private final ArenaStore store;
    private final LeaderboardService service;
    private final LeakSource leaks;
    private final LatestResults<LeaderboardRequest, Map<CheckId, Check>> slow;
    private final LatestResults<LeaderboardRequest, AgreementView> agreements;

    /**
     * Checks of the tables of a service.
     *
     * @param leaks how many responses tell who wrote them
     * @param executor what takes long is done there
     */
    public BoardChecks(ArenaStore store, LeaderboardService service, LeakSource leaks, Executor executor) {
        this.store = store;
        this.service = service;
        this.leaks = leaks;
        this.slow = new LatestResults<>(executor);
        this.agreements = new LatestResults<>(executor);
    }

    /**
     * All checks of a table.
     *
     * @throws ArenaException if the request asks for something that is not allowed
     */
    public TrustView trust(LeaderboardRequest request) {
        Leaderboard board = service.leaderboard(request);
        TrustChecks quick = new TrustChecks(board);
        LatestResults.Told<Map<CheckId, Check>> told = slow.ask(
                request,
                store.revision(),
                () -> new SlowChecks(store, service, service.evidence(request.withJudgeReports())).all());
        List<Check> checks = new ArrayList<>();
        for (CheckId id : CheckId.values()) {
            checks.add(
                    switch (id) {
                        case CONNECTIVITY -> quick.connectivity();
                        case MINIMUM_VOTES -> quick.minimumVotes();
                        case UNBEATEN -> quick.unbeaten();
                        case EXCLUSIONS -> quick.exclusions();
                        case ABSTENTIONS -> quick.abstentions();
                        case LEAKS -> leaks(quick, request);
                        case CYCLES, FRAGILITY, JUDGE_AGREEMENT, FLIP_RATE, CANARIES -> slow(id, told);
                    });
        }
        return new TrustView(board.provenance().revision(), told.computing(), board.level(), checks);
    }

    /** Of the open floor, or of the studies that the table is of; no other filter plays a part, since with one it could be told who leaked. */
    private Check leaks(TrustChecks quick, LeaderboardRequest request) {
        Optional<LeakCounts> counts = leaks.counts(request.filter().studies());
        if (counts.isEmpty()) {
            return Check.notRun(CheckId.LEAKS, TrustPhrase.FLOOR_CLOSED.say());
        }
        return counts.get().waiting() > 0
                ? Check.notRun(CheckId.LEAKS, TrustPhrase.LEAKS_UNKNOWN.say())
                : quick.leaks(counts.get());
    }

    private static Check slow(CheckId id, LatestResults.Told<Map<CheckId, Check>> told) {
        LatestResults.Ready<Map<CheckId, Check>> last = told.last();
        if (last == null) {
            return Check.notRun(id, TrustPhrase.BEING_COMPUTED.say());
        }
        Map<CheckId, Check> checks = last.value();
        Check check = checks == null ? null : checks.get(id);
        return check == null
                ? Check.notRun(id, TrustPhrase.NOT_COMPUTED.say("why", String.valueOf(last.failure())))
                : check;
    }

    /** How the judges of a table agree. */
    public AgreementView agreement(LeaderboardRequest request) {
        double level = request.inference().level();
        LatestResults.Told<AgreementView> told =
                agreements.ask(request, store.revision(), () -> new Agreements(service.copy(), request).view());
        LatestResults.Ready<AgreementView> last = told.last();
        AgreementView view = last == null ? null : last.value();
        if (view == null) {
            String note = (last == null
                            ? TrustPhrase.BEING_COMPUTED.say()
                            : TrustPhrase.NOT_COMPUTED.say("why", String.valueOf(last.failure())))
                    .message();
            return new AgreementView(null, told.computing(), level, Agreements.RESAMPLES, List.of(), List.of(), note);
        }
        return new AgreementView(
                view.revision(),
                told.computing(),
                view.level(),
                view.resamples(),
                view.judges(),
                view.comparisons(),
                view.note());
    }
}
