package dev.arena.core.battle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.model.Battle;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyId;
import dev.arena.core.model.StudyState;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.Vote;
import dev.arena.core.model.VoterDecision;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all that is stored on a voter. */
public final class OwnDataReader {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ArenaStore store;
    private final StudyService studies;
    private final InstantSource clock;

    public OwnDataReader(ArenaStore store, StudyService studies, InstantSource clock) {
        this.store = store;
        this.studies = studies;
        this.clock = clock;
    }

    /** What is stored on nobody. */
    public OwnData nobody() {
        return new OwnData(time(clock.instant()), null, List.of(), List.of(), List.of(), List.of());
    }

    /** All that is stored on a voter. */
    public OwnData read(JudgeId voter) {
        Map<StudyId, String> keys = new HashMap<>();
        studies.list().forEach(study -> keys.put(study.id(), study.key()));
        Map<ContestantId, String> names = new HashMap<>();
        for (Contestant contestant : store.catalog().listContestants()) {
            names.put(contestant.id(), contestant.name());
        }
        List<OwnData.Shown> battles = new ArrayList<>();
        for (Battle battle : store.battles().listDrawnFor(voter)) {
            battles.add(shown(battle, store.votes().listOf(battle.id(), voter), names));
        }
        return new OwnData(
                time(clock.instant()),
                store.judges().getJudge(voter).name(),
                store.people().listRoles(voter).stream()
                        .map(role -> new OwnData.HeldRole(
                                role.role().word(), keyOrNull(keys, role.study()), time(role.grantedAt())))
                        .toList(),
                store.people().listDevices(voter).stream()
                        .map(linkedAt -> new OwnData.Device(time(linkedAt)))
                        .toList(),
                decisions(voter, keys),
                battles);
    }

    private static @Nullable String keyOrNull(Map<StudyId, String> keys, @Nullable StudyId study) {
        return study == null ? null : keys.get(study);
    }

    private static String time(Instant instant) {
        return instant.toString();
    }

    private List<OwnData.Decision> decisions(JudgeId voter, Map<StudyId, String> keys) {
        List<OwnData.Decision> decisions = new ArrayList<>();
        for (VoterDecision decision : store.quality().listDecisions()) {
            if (decision.judge().equals(voter)) {
                decisions.add(new OwnData.Decision(
                        keyOrNull(keys, decision.study()),
                        decision.action().word(),
                        decision.weight(),
                        decision.reason(),
                        decision.by(),
                        time(decision.decidedAt())));
            }
        }
        return decisions;
    }

    private OwnData.Shown shown(Battle battle, List<Vote> votes, Map<ContestantId, String> names) {
        BattleStudy place = battle.draft().origin().study();
        StudyVersion version = place == null ? null : studies.version(place.version());
        Study study = version == null ? null : studies.studyOf(version.id());
        List<OwnData.Revealed> revealed = new ArrayList<>();
        if (OwnVotes.reveals(version)
                && votes.stream().anyMatch(vote -> vote.verdict().decides())) {
            battle.seats()
                    .forEach(seat -> revealed.add(new OwnData.Revealed(
                            revealed.size() + 1,
                            Objects.requireNonNull(names.get(seat.contestant()), "a seated contestant is stored"))));
        }
        boolean over = study != null && study.state() == StudyState.CLOSED;
        return new OwnData.Shown(
                battle.token(),
                study == null ? null : study.key(),
                version == null ? null : version.guidelinesVersion(),
                place == null || !over ? null : place.part().name().toLowerCase(Locale.ROOT),
                time(battle.draft().openedAt()),
                prompt(battle),
                battle.seats().size(),
                List.copyOf(revealed),
                votes.stream().map(this::cast).toList());
    }

    private String prompt(Battle battle) {
        PromptId id = Objects.requireNonNull(battle.draft().prompt(), "a drawn battle has a prompt");
        List<String> turns = store.catalog().getPrompt(id).text().turns();
        return turns.isEmpty() ? "" : turns.get(turns.size() - 1);
    }

    private OwnData.Cast cast(Vote vote) {
        Verdict verdict = vote.verdict();
        Verdict.Ranking ranking = verdict instanceof Verdict.Ranking ranked ? ranked : null;
        Verdict.Abstention none = verdict instanceof Verdict.Abstention abstention ? abstention : null;
        return new OwnData.Cast(
                vote.publicId(),
                none == null ? VoteRequest.wordOf(verdict) : none.reason().word(),
                ranking == null || ranking.ranks().size() == 2 ? null : ranking.ranks(),
                ranking == null ? null : ranking.margin(),
                none == null ? vote.draft().rationale() : none.detail(),
                answers(store.studies().findAnswers(vote.id())),
                vote.draft().latencyMs(),
                time(vote.draft().castAt()));
    }

    private static @Nullable JsonNode answers(Optional<String> stored) {
        if (stored.isEmpty()) {
            return null;
        }
        try {
            return JSON.readTree(stored.get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored answers are JSON", e);
        }
    }
}
