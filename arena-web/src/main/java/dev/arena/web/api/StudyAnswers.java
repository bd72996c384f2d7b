package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.BattleService;
import dev.arena.core.battle.MatchupCoverage;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.JudgeId;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.store.StudyFindings;
import dev.arena.core.study.StudyProgress;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsJson;
import dev.arena.ratings.wording.Sentence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Studies as those see them who run them. */
final class StudyAnswers {
    /** So many names are read one by one sooner than all that there are. */
    private static final int FEW_VOTERS = 100;

    private final ArenaStore store;
    private final StudyService studies;
    private final BattleService battles;
    private final boolean floor;

    StudyAnswers(ApiParts parts) {
        this.store = parts.store();
        this.studies = parts.studies();
        this.battles = parts.battles();
        this.floor = parts.rules().floor();
    }

    /**
     * A study in a list.
     *
     * @param wanted votes on plain battles; null where as many are wanted as come
     */
    @JsonNaming(SnakeCaseStrategy.class)
    record Head(
            String key,
            String name,
            String state,
            int version,
            int k,
            long votes,
            @Nullable Long wanted,
            long voters,
            @Nullable String lastVoteAt) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Version(int version, String storedAt, boolean guidelinesChanged) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Change(String state, String reason, String changedAt) {}

    record Day(String day, long votes) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Voter(
            String voter,
            long votes,
            long skips,
            @Nullable String lastVoteAt,
            long goldRight,
            long goldVotes,
            long repeatSame,
            long repeatVotes,
            @Nullable Long medianMs) {}

    record Coverage(String contestant, long battles, long votes) {}

    record Detail(
            String key,
            String name,
            String state,
            int version,
            Map<String, @Nullable Object> settings,
            List<Version> versions,
            List<Change> states,
            Map<String, @Nullable Long> numbers,
            List<Day> days,
            List<Voter> voters,
            List<Coverage> coverage,
            List<Sentence> warnings) {}

    Head head(Study study) {
        StudyProgress progress = studies.progress(study.key());
        OptionalLong last = progress.voters().stream()
                .mapToLong(StudyProgress.Voter::lastVoteMs)
                .max();
        return new Head(
                study.key(),
                study.settings().name(),
                study.state().word(),
                study.version().number(),
                study.settings().k(),
                progress.votes(),
                wanted(study),
                progress.voters().size(),
                last.isEmpty() ? null : time(last.getAsLong()));
    }

    private static String time(long ms) {
        return Instant.ofEpochMilli(ms).toString();
    }

    private @Nullable Long wanted(Study study) {
        Integer each = study.settings().votesPerMatchup();
        return each == null ? null : Long.valueOf(each * battles.matchupCount(study));
    }

    Detail detail(Study study) {
        StudyProgress progress = studies.progress(study.key());
        StudyFindings findings = studies.findings(study.id());
        List<Day> days = new ArrayList<>();
        progress.byDay()
                .forEach((day, votes) ->
                        days.add(new Day(LocalDate.ofEpochDay(day).toString(), votes)));
        return new Detail(
                study.key(),
                study.settings().name(),
                study.state().word(),
                study.version().number(),
                StudySettingsJson.tree(study.settings()),
                versions(study),
                studies.changes(study.key()).stream()
                        .map(change -> new Change(
                                change.state().word(),
                                change.reason(),
                                change.changedAt().toString()))
                        .toList(),
                numbers(study, progress, findings),
                days,
                voters(progress, findings),
                coverage(findings),
                battles.warnings(study, floor));
    }

    private List<Version> versions(Study study) {
        return studies.versions(study.key()).stream()
                .map(version ->
                        new Version(version.number(), version.storedAt().toString(), changesGuidelines(version)))
                .toList();
    }

    private static boolean changesGuidelines(StudyVersion version) {
        return version.guidelinesVersion() == version.number();
    }

    private Map<String, @Nullable Long> numbers(Study study, StudyProgress progress, StudyFindings findings) {
        MatchupCoverage matchups = battles.coverage(study);
        Map<String, @Nullable Long> numbers = new TreeMap<>();
        numbers.put("votes", progress.votes());
        numbers.put("wanted", wanted(study));
        numbers.put("skips", progress.abstentions());
        numbers.put("matchups", battles.matchupCount(study));
        numbers.put("matchups_none", matchups.none());
        numbers.put("matchups_some", matchups.some());
        numbers.put("matchups_done", matchups.enough());
        numbers.put("open_reservations", progress.open());
        numbers.put("gold_votes", progress.gold());
        numbers.put("gold_right", sum(findings, StudyFindings.Voter::goldRight));
        numbers.put("repeat_votes", progress.repeats());
        numbers.put("repeat_same", sum(findings, StudyFindings.Voter::repeatSame));
        LeakCounts leaks = battles.leaks(study);
        numbers.put("masked", Long.valueOf(leaks.masked()));
        numbers.put("replaced", Long.valueOf(leaks.replaced()));
        numbers.put("flagged", Long.valueOf(leaks.flagged()));
        return numbers;
    }

    private static long sum(StudyFindings findings, ToLongFunction<StudyFindings.Voter> of) {
        return findings.voters().values().stream().mapToLong(of).sum();
    }

    private List<Voter> voters(StudyProgress progress, StudyFindings findings) {
        List<Voter> rows = new ArrayList<>();
        Map<JudgeId, String> names = new HashMap<>();
        if (progress.voters().size() > FEW_VOTERS) {
            store.judges().listJudges().forEach(judge -> names.put(judge.id(), judge.name()));
        }
        for (StudyProgress.Voter voter : progress.voters()) {
            String name = names.get(voter.voter());
            rows.add(voter(
                    voter, name == null ? store.judges().getJudge(voter.voter()).name() : name, findings));
        }
        return rows;
    }

    private static Voter voter(StudyProgress.Voter voter, String name, StudyFindings findings) {
        StudyFindings.Voter found = findings.of(voter.voter());
        return new Voter(
                name,
                voter.votes(),
                voter.abstentions(),
                time(voter.lastVoteMs()),
                found.goldRight(),
                found.goldVotes(),
                found.repeatSame(),
                voter.repeats(),
                found.medianMs());
    }

    private List<Coverage> coverage(StudyFindings findings) {
        Map<Long, String> names = new HashMap<>();
        store.catalog()
                .listContestants()
                .forEach(contestant -> names.put(contestant.id().value(), contestant.name()));
        List<Coverage> rows = new ArrayList<>();
        findings.coverage()
                .forEach((id, seen) ->
                        rows.add(new Coverage(String.valueOf(names.get(id.value())), seen.battles(), seen.votes())));
        return rows;
    }
}
