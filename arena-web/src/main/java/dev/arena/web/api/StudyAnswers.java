package dev.arena.web.api;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.arena.core.battle.BattleService;
import dev.arena.core.leak.LeakCounts;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyVersion;
import dev.arena.core.store.ArenaStore;
import dev.arena.core.study.StudyFindings;
import dev.arena.core.study.StudyProgress;
import dev.arena.core.study.StudyService;
import dev.arena.core.study.StudySettingsJson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Studies as those see them who run them. */
final class StudyAnswers {
    /** Beyond so many votes the battles of a study are not read one by one while somebody waits. */
    private static final long READ_AT_MOST = 50_000;

    private final ArenaStore store;
    private final StudyService studies;
    private final BattleService battles;

    StudyAnswers(ApiParts parts) {
        this.store = parts.store();
        this.studies = parts.studies();
        this.battles = parts.battles();
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
            List<Coverage> coverage) {}

    Head head(Study study) {
        StudyProgress progress = studies.progress(study.key());
        long lastDay = progress.voters().stream()
                .mapToLong(StudyProgress.Voter::lastDay)
                .max()
                .orElse(-1);
        return new Head(
                study.key(),
                study.settings().name(),
                study.state().word(),
                study.version().number(),
                study.settings().k(),
                progress.votes(),
                wanted(study),
                progress.voters().size(),
                lastDay < 0 ? null : LocalDate.ofEpochDay(lastDay).toString());
    }

    private @Nullable Long wanted(Study study) {
        Integer each = study.settings().votesPerMatchup();
        return each == null ? null : Long.valueOf(each * battles.matchupCount(study));
    }

    Detail detail(Study study) {
        StudyProgress progress = studies.progress(study.key());
        boolean readable = progress.votes() + progress.gold() + progress.repeats() <= READ_AT_MOST;
        StudyFindings findings = StudyFindings.read(store, study.id(), readable ? progress.voters() : List.of());
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
                progress.voters().stream().map(voter -> voter(voter, findings)).toList(),
                coverage(findings));
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
        Integer each = study.settings().votesPerMatchup();
        Map<String, @Nullable Long> numbers = new TreeMap<>();
        numbers.put("votes", progress.votes());
        numbers.put("wanted", wanted(study));
        numbers.put("skips", progress.abstentions());
        numbers.put("matchups", battles.matchupCount(study));
        numbers.put("matchups_done", each == null ? null : Long.valueOf(progress.matchupsWith(each)));
        numbers.put("open_reservations", progress.open());
        numbers.put("gold_votes", progress.gold());
        numbers.put(
                "gold_right",
                findings.voters().values().stream()
                        .mapToLong(StudyFindings.Voter::goldRight)
                        .sum());
        numbers.put("repeat_votes", progress.repeats());
        LeakCounts leaks = battles.leaks(study.version());
        numbers.put("masked", Long.valueOf(leaks.masked()));
        numbers.put("replaced", Long.valueOf(leaks.replaced()));
        numbers.put("flagged", Long.valueOf(leaks.flagged()));
        return numbers;
    }

    private Voter voter(StudyProgress.Voter voter, StudyFindings findings) {
        StudyFindings.Voter found = findings.voters().get(voter.voter());
        Long last = found == null ? null : found.lastVoteMs();
        return new Voter(
                store.judges().getJudge(voter.voter()).name(),
                voter.votes(),
                voter.abstentions(),
                last == null
                        ? LocalDate.ofEpochDay(voter.lastDay()).toString()
                        : Instant.ofEpochMilli(last).toString(),
                found == null ? 0 : found.goldRight(),
                found == null ? 0 : found.goldVotes(),
                found == null ? null : found.medianMs());
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
