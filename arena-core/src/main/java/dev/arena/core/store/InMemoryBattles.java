package dev.arena.core.store;

import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleDraft;
import dev.arena.core.model.BattleId;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.JudgeDraft;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.RunId;
import dev.arena.core.model.StudyId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class InMemoryBattles implements BattleStore {
    private final Memory memory;
    private final InMemoryCatalog catalog;
    private final InMemoryJudges judges;
    private final Tables tables;
    private final List<Battle> all = new ArrayList<>();
    private final Map<String, Battle> byToken = new HashMap<>();
    private final Map<OriginKey, Battle> byKey = new HashMap<>();
    private final Map<OpenKey, Battle> open = new HashMap<>();

    /** What a battle can belong to. */
    record Tables(InMemoryRunTable runs, InMemoryStudyTable studies) {}

    private record OpenKey(JudgeId voter, @Nullable StudyId study) {}

    private record OriginKey(
            BattleOrigin.Kind kind, @Nullable RunId run, String key) {}

    InMemoryBattles(Memory memory, InMemoryCatalog catalog, InMemoryJudges judges, Tables tables) {
        this.memory = memory;
        this.catalog = catalog;
        this.judges = judges;
        this.tables = tables;
    }

    @Override
    public Battle open(BattleDraft draft) {
        return memory.write(() -> opened(draft));
    }

    @Override
    public Battle openFirst(JudgeDraft voter, Function<JudgeId, BattleDraft> draft) {
        return memory.write(() -> opened(draft.apply(judges.store(voter).id())));
    }

    private Battle opened(BattleDraft draft) {
        JudgeId voter = draft.origin().voter();
        if (voter == null) {
            return store(draft);
        }
        tables.studies().require(draft.origin().study());
        OpenKey place =
                new OpenKey(voter, tables.studies().studyOf(draft.origin().study()));
        Battle shown = open.get(place);
        if (shown == null) {
            shown = store(draft);
            memory.put(open, place, shown);
        }
        return shown;
    }

    /** Stores a battle, or finds the one with its key; opens it for nobody. */
    Battle store(BattleDraft draft) {
        Optional<Battle> known = findByKey(draft.origin());
        if (known.isPresent()) {
            return known.get();
        }
        require(draft);
        Battle battle = new Battle(new BattleId(all.size() + 1L), draft);
        memory.add(all, battle);
        memory.put(byToken, draft.token(), battle);
        keyOf(draft.origin()).ifPresent(key -> memory.put(byKey, key, battle));
        return battle;
    }

    /** The battle stored under the key of that origin; empty where it has none. */
    Optional<Battle> findByKey(BattleOrigin origin) {
        return keyOf(origin).map(byKey::get);
    }

    private static Optional<OriginKey> keyOf(BattleOrigin origin) {
        return Optional.ofNullable(origin.key()).map(key -> new OriginKey(origin.kind(), origin.run(), key));
    }

    private void require(BattleDraft draft) {
        if (byToken.containsKey(draft.token())) {
            throw new IllegalArgumentException("token " + draft.token() + " is taken");
        }
        JudgeId voter = draft.origin().voter();
        if (voter != null) {
            judges.require(voter);
        }
        tables.runs().require(draft.origin().run());
        catalog.require(draft.prompt(), draft.seats());
    }

    /** Ends a voter's open battle when it is this one. */
    void close(BattleId battle, JudgeId voter) {
        OpenKey place = new OpenKey(voter, studyOf(all.get((int) battle.value() - 1)));
        Battle shown = open.get(place);
        if (shown != null && shown.id().equals(battle)) {
            memory.remove(open, place);
        }
    }

    @Override
    public Optional<Battle> findByToken(String token) {
        return memory.read(() -> Optional.ofNullable(byToken.get(token)));
    }

    @Override
    public Optional<Battle> findOpen(JudgeId voter, @Nullable StudyId study) {
        return memory.read(() -> Optional.ofNullable(open.get(new OpenKey(voter, study))));
    }

    @Override
    public Battle getBattle(BattleId id) {
        return memory.read(() -> {
            if (id.value() < 1 || id.value() > all.size()) {
                throw new NoSuchElementException("no battle " + id.value());
            }
            return all.get((int) id.value() - 1);
        });
    }

    @Override
    public List<Battle> listDrawnFor(JudgeId voter) {
        return memory.read(() -> all.stream()
                .filter(battle -> voter.equals(battle.draft().origin().voter()))
                .toList());
    }

    @Override
    public List<Battle> listDrawnFor(JudgeId voter, @Nullable StudyId study) {
        return listDrawnFor(voter).stream()
                .filter(battle -> Objects.equals(study, studyOf(battle)))
                .toList();
    }

    /** All battles of a study, oldest first. */
    long count() {
        return all.size();
    }

    List<Battle> listOfStudy(StudyId study) {
        return all.stream().filter(battle -> study.equals(studyOf(battle))).toList();
    }

    private @Nullable StudyId studyOf(Battle battle) {
        return tables.studies().studyOf(battle.draft().origin().study());
    }

    @Override
    public List<Battle> listOfRun(RunId run) {
        return memory.read(() -> all.stream()
                .filter(battle -> run.equals(battle.draft().origin().run()))
                .sorted(Comparator.comparing(InMemoryBattles::key).thenComparing(Battle::id))
                .toList());
    }

    @Override
    public void scanKeys(RunId run, KeyAction action) {
        List<Battle> rows = memory.read(() -> all.stream()
                .filter(battle -> run.equals(battle.draft().origin().run()))
                .toList());
        rows.forEach(battle -> action.take(battle.id(), key(battle)));
    }

    private static String key(Battle battle) {
        String key = battle.draft().origin().key();
        return key == null ? "" : key;
    }
}
