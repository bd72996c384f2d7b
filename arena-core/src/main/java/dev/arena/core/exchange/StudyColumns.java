package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.model.BattleStudy;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.StudyVersionId;
import dev.arena.core.store.StoredStudy;
import dev.arena.core.store.StudyStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What a line of exported votes says of a study; nothing for votes outside studies, whose lines stay as they always were. */
final class StudyColumns {
    private final StudyStore studies;
    private final Map<StudyVersionId, Place> places = new HashMap<>();

    private record Place(String key, int version) {}

    StudyColumns(StudyStore studies) {
        this.studies = studies;
        for (StoredStudy study : studies.list()) {
            study.versions().forEach(version -> places.put(version.id(), new Place(study.key(), version.number())));
        }
    }

    /**
     * Writes {@code study}, {@code study_version}, {@code part}, {@code source} and {@code answers}.
     *
     * @param json within an object
     */
    void write(JsonGenerator json, CastVote cast) throws IOException {
        BattleStudy study = cast.battle().draft().origin().study();
        Place place = study == null ? null : places.get(study.version());
        if (study == null || place == null) {
            return;
        }
        json.writeStringField("study", place.key());
        json.writeNumberField("study_version", place.version());
        json.writeStringField("part", study.part().word());
        json.writeStringField("source", study.source());
        Optional<String> answers = studies.findAnswers(cast.vote().id());
        json.writeFieldName("answers");
        if (answers.isPresent()) {
            json.writeRawValue(answers.get());
        } else {
            json.writeNull();
        }
    }
}
