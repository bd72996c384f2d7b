package dev.arena.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.BattleTags;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseHead;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteDraft;
import dev.arena.core.model.VoteId;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.quality.QualityReport.VoterReport;
import dev.arena.core.quality.Signal.State;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.store.InMemoryArenaStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A store with careful voters and one who always votes for the same contestant. */
class QualityServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);
    private static final int CAREFUL = 12;
    private static final long SEED = 4;

    private final Random chance = new Random(SEED);
    private int made;

    private static ArenaStore store() {
        ArenaStore store = new InMemoryArenaStore(new Random(SEED));
        List<CatalogBatch.NewPrompt> prompts = new ArrayList<>();
        List<CatalogBatch.NewResponse> responses = new ArrayList<>();
        for (int p = 0; p < 40; p++) {
            prompts.add(new CatalogBatch.NewPrompt(FILE, "p" + p, PromptText.of("Question " + p)));
            for (String name : List.of("alpha", "beta")) {
                responses.add(new CatalogBatch.NewResponse(
                        FILE, "p" + p, name, ResponseText.of("Answer " + p + " of " + name)));
            }
        }
        store.catalog().apply(new CatalogBatch(List.of(), prompts, responses));
        return store;
    }

    private JudgeId votes(ArenaStore store, String name, int count, double forAlpha) {
        JudgeId voter =
                store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, "")).id();
        List<ResponseHead> heads = store.catalog().listCurrentResponses();
        for (int i = 0; i < count; i++) {
            boolean alphaFirst = chance.nextBoolean();
            boolean alpha = chance.nextDouble() < forAlpha;
            ResponseHead one = heads.get(2 * (i % 40));
            ResponseHead other = heads.get(2 * (i % 40) + 1);
            vote(
                    store,
                    voter,
                    List.of(alphaFirst ? one : other, alphaFirst ? other : one),
                    alpha == alphaFirst ? Verdict.first() : Verdict.second());
        }
        return voter;
    }

    private void vote(ArenaStore store, JudgeId voter, List<ResponseHead> heads, Verdict verdict) {
        made++;
        Instant at = NOW.plusSeconds(10L * made);
        List<Seat> seats = heads.stream()
                .map(head -> new Seat(head.contestant(), head.id()))
                .toList();
        Battle battle = store.battles()
                .open(new BattleDraft(
                        "t" + made,
                        heads.get(0).prompt(),
                        seats,
                        null,
                        null,
                        BattleOrigin.matchmaker(voter),
                        BattleTags.NONE,
                        at));
        var unused =
                store.votes().append(battle.id(), new VoteDraft(voter, verdict, "k" + made, "", 1, null, 15_000L, at));
    }

    private static VoterReport of(QualityReport report, JudgeId voter) {
        return report.voters().stream()
                .filter(found -> found.judge().id().equals(voter))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void report_oneWhoAlwaysVotesForOne_standsFirstWithWhomItFavours() {
        try (ArenaStore store = store()) {
            for (int i = 0; i < CAREFUL; i++) {
                votes(store, "careful " + i, 40, 0.5);
            }
            JudgeId attacker = votes(store, "attacker", 40, 0);
            vote(
                    store,
                    attacker,
                    store.catalog().listCurrentResponses().subList(0, 2),
                    Verdict.abstain(AbstentionReason.SKIPPED, null));

            QualityReport report = new QualityService(store, BattleMarks.NONE).report(null);

            VoterReport first = report.voters().get(0);
            assertThat(first.judge().id()).as("seed %d", SEED).isEqualTo(attacker);
            assertThat(first.votes()).isEqualTo(40);
            assertThat(first.skips()).isEqualTo(1);
            assertThat(first.signal("betting").state()).isEqualTo(State.SUSPECT);
            assertThat(first.favours()).contains("beta");
            assertThat(first.signal("gold").state()).isEqualTo(State.UNKNOWN);
            assertThat(report.alarms()).isEmpty();
            assertThat(report.voters().subList(1, CAREFUL + 1))
                    .allSatisfy(
                            voter -> assertThat(voter.signal("betting").state()).isEqualTo(State.OK));
        }
    }

    @Test
    void rules_ofAReport_excludeTheAttackerOnceAndLeaveHumanDecisionsAlone() {
        try (ArenaStore store = store()) {
            for (int i = 0; i < CAREFUL; i++) {
                votes(store, "careful " + i, 40, 0.5);
            }
            JudgeId attacker = votes(store, "attacker", 40, 0);
            QualityService service = new QualityService(store, BattleMarks.NONE);

            List<VoterDecision> decisions = QualityRules.decisions(service.report(null), NOW);

            assertThat(decisions).singleElement().satisfies(decision -> {
                assertThat(decision.judge()).isEqualTo(attacker);
                assertThat(decision.reason()).isEqualTo("betting");
                assertThat(decision.by()).isEqualTo("rules");
                assertThat(decision.evidence()).contains("\"check\":\"betting\"", "\"threshold\":20.0");
            });
            service.decide(decisions);
            assertThat(QualityRules.decisions(service.report(null), NOW)).isEmpty();
            service.decide(List.of(new VoterDecision(
                    attacker, null, VoterDecision.Action.RESTORE, 1, "looked_at", "{}", "admin", NOW)));
            assertThat(QualityRules.decisions(service.report(null), NOW)).isEmpty();
            assertThat(Objects.requireNonNull(of(service.report(null), attacker).decision())
                            .reason())
                    .isEqualTo("looked_at");
        }
    }

    @Test
    void report_checkThatThrows_saysUnknownAndRaisesAnAlarm() {
        VoterCheck broken = new VoterCheck() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public void take(VoterVote vote) {
                throw new IllegalStateException("no connection");
            }

            @Override
            public Signal signal() {
                return Signal.found("broken", true, new Signal.Measure(1, 0), 1, QualityPhrase.NO_OTHERS.say());
            }
        };
        try (ArenaStore store = store()) {
            votes(store, "one", 20, 0.5);
            votes(store, "two", 20, 0.5);

            QualityReport report = new QualityService(store, BattleMarks.NONE, () -> List.of(broken)).report(null);

            assertThat(report.voters()).hasSize(2).allSatisfy(voter -> {
                assertThat(voter.signal("broken").state()).isEqualTo(State.UNKNOWN);
                assertThat(voter.signal("broken").detail())
                        .isEqualTo("The check failed: java.lang.IllegalStateException: no connection");
                assertThat(voter.signal("side_balance").state()).isEqualTo(State.OK);
            });
            assertThat(report.alarms())
                    .containsExactly(
                            new QualityReport.Alarm("broken", 2, "java.lang.IllegalStateException: no connection"));
            assertThat(QualityRules.decisions(report, NOW)).isEmpty();
        }
    }

    @Test
    void report_withdrawnVotes_areNotLookedAt() {
        try (ArenaStore store = store()) {
            JudgeId voter = votes(store, "one", 12, 1);
            List<CastVote> rows = new ArrayList<>();
            store.votes().scan(new VoteId(11), rows::add);
            VoteDraft withdrawal = new VoteDraft(
                    voter, Verdict.abstain(AbstentionReason.WITHDRAWN, null), "withdrawn", "", 1, null, null, NOW);
            var unused = store.votes().supersede(rows.get(0).vote().id(), withdrawal);

            VoterReport report = of(new QualityService(store, BattleMarks.NONE).report(null), voter);

            assertThat(report.votes()).isEqualTo(11);
            assertThat(report.skips()).isZero();
        }
    }

    /** Five who always say the contrary, or that it is a tie, outvote two careful voters until they are left out. */
    @Test
    void report_votersWhoWereLeftOut_areNoMajorityAndNoMeasure() {
        try (ArenaStore store = store()) {
            JudgeId careful = votes(store, "careful", 40, 1);
            votes(store, "as careful", 40, 1);
            List<JudgeId> contrary = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                contrary.add(votes(store, "contrary " + i, 40, 0));
            }
            JudgeId tied = store.judges()
                    .put(new JudgeDraft(JudgeKind.HUMAN, "tied", ""))
                    .id();
            for (int i = 0; i < 40; i++) {
                vote(store, tied, store.catalog().listCurrentResponses().subList(2 * i, 2 * i + 2), Verdict.tie());
            }
            contrary.add(tied);
            QualityService service = new QualityService(store, BattleMarks.NONE);
            VoterReport before = of(service.report(null), careful);

            service.decide(contrary.stream()
                    .map(voter -> new VoterDecision(
                            voter, null, VoterDecision.Action.EXCLUDE, 0, "careless", "{}", "admin", NOW))
                    .toList());
            QualityReport report = service.report(null);

            assertThat(before.signal("agreement").value()).isEqualTo(0);
            assertThat(of(report, careful).signal("agreement").value()).isEqualTo(1);
            assertThat(of(report, contrary.get(0)).signal("agreement").value()).isEqualTo(0);
            assertThat(before.signal("tie_share").detail()).isEqualTo("0 ties of 40; of all votes 15 % are.");
            // as if there had been one tie and one other vote more: 1 of 82
            assertThat(of(report, tied).signal("tie_share").detail()).isEqualTo("40 ties of 40; of all votes 1 % are.");
        }
    }
}
