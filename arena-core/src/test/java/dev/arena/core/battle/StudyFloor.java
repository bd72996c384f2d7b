package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.model.PromptText;
import dev.arena.core.model.ResponseText;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudySettings;
import dev.arena.core.model.StudyState;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.CatalogBatch;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsReader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/** An arena in which studies are voted in, with a clock that stands still until it is moved. */
final class StudyFloor {
    static final Instant MORNING = Instant.parse("2026-11-01T08:00:00Z");

    private static final CatalogBatch.Origin FILE = new CatalogBatch.Origin("test.jsonl", 1);

    private final AtomicReference<Instant> now = new AtomicReference<>(MORNING);
    private final Set<String> invited = new HashSet<>();
    private final ArenaStore store;
    private final long seed;
    private int keys;
    private int starts;
    StudyService studies;
    BattleService battles;

    StudyFloor(ArenaStore store, long seed) {
        this.store = store;
        this.seed = seed;
        this.studies = new StudyService(store, now::get);
        this.battles = service();
    }

    private BattleService service() {
        BattleRules rules =
                new BattleRules(new UniformMatchmaker(), 2, studies, this::isInvited, StudyMatchmakers.uniform());
        return new BattleService(
                store, rules, (last, contestants) -> Map.of(), now::get, new SharedRandom(seed + starts++));
    }

    /** A generator that many threads may use, as a server's is. */
    private static final class SharedRandom extends Random {
        private static final long serialVersionUID = 1L;

        SharedRandom(long seed) {
            super(seed);
        }
    }

    private boolean isInvited(JudgeId voter, StudyId study) {
        return invited.contains(voter.value() + " " + study.value());
    }

    void invite(JudgeId voter, Study study) {
        invited.add(voter.value() + " " + study.id().value());
    }

    /** Another process begins on the same store. */
    void restart() {
        studies = new StudyService(store, now::get);
        battles = service();
    }

    void pass(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    Instant now() {
        return Objects.requireNonNull(now.get());
    }

    /** Prompts p0, p1, …, answered by model-0, model-1, …. */
    void fill(int prompts, int contestants) {
        List<CatalogBatch.NewPrompt> asked = new ArrayList<>();
        List<CatalogBatch.NewResponse> answers = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            asked.add(new CatalogBatch.NewPrompt(FILE, "p" + p, PromptText.of("Question " + p)));
            for (int c = 0; c < contestants; c++) {
                answers.add(answer("p" + p, "model-" + c, "Answer " + p + " of " + c));
            }
        }
        store.catalog().apply(new CatalogBatch(List.of(), asked, answers));
    }

    /** A contestant that must lose, with an answer to each of so many prompts. */
    void addCanary(int prompts) {
        List<CatalogBatch.NewResponse> answers = new ArrayList<>();
        for (int p = 0; p < prompts; p++) {
            answers.add(answer("p" + p, "canary", "I do not know " + p));
        }
        store.catalog()
                .apply(new CatalogBatch(
                        List.of(new CatalogBatch.NewContestant("canary", Map.of("canary", "true"))),
                        List.of(),
                        answers));
    }

    private static CatalogBatch.NewResponse answer(String prompt, String contestant, String text) {
        return new CatalogBatch.NewResponse(FILE, prompt, contestant, ResponseText.of(text));
    }

    /** An open study with these settings beside key and name. */
    Study study(String key, String settings) {
        studies.create(settings(key, settings));
        return studies.setState(key, StudyState.OPEN, "");
    }

    static StudySettings settings(String key, String settings) {
        String text = "key: " + key + "\nname: A study\n" + settings;
        return StudySettingsReader.readYaml(
                "study.yaml", text.contains("voters:") ? text : text + "\nvoters: {who: anyone}");
    }

    JudgeId voter(String name) {
        return store.judges().put(new JudgeDraft(JudgeKind.HUMAN, name, "")).id();
    }

    /** The voter's next battle as it is stored. */
    Battle next(JudgeId voter, Study study) {
        String token =
                battles.next(voter, studies.get(study.key())).orElseThrow().token();
        return store.battles().findByToken(token).orElseThrow();
    }

    VoteReceipt vote(JudgeId voter, Battle battle) {
        return vote(voter, battle, new VoteRequest("first", null, null, null, null));
    }

    VoteReceipt vote(JudgeId voter, Battle battle, VoteRequest request) {
        return battles.vote(voter, battle.token(), "key-" + keys++, request);
    }
}
