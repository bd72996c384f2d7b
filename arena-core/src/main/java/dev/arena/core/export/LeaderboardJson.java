package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.ratings.wording.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one board field by field, in the order that the contract shows them. */
public final class LeaderboardJson {
    private final JsonGenerator json;
    private final RowFields more;
    private final boolean reasons;

    /** Further fields of a row. */
    @FunctionalInterface
    interface RowFields {
        /** Writes fields into the row's object, which is open. */
        void write(JsonGenerator json, LeaderboardRow row) throws IOException;
    }

    /** Writes into a generator that the caller opens and closes. */
    public LeaderboardJson(JsonGenerator json) {
        this.json = json;
        this.more = (generator, row) -> {};
        this.reasons = false;
    }

    /** For a page: with fields of the caller at the end of each row, and with what the sentences of warnings are made of. */
    LeaderboardJson(JsonGenerator json, RowFields more) {
        this.json = json;
        this.more = more;
        this.reasons = true;
    }

    /** One object. */
    public void write(Leaderboard board) throws IOException {
        json.writeStartObject();
        writeFields(board);
        json.writeEndObject();
    }

    /** The fields of the object, for callers that add their own. */
    public void writeFields(Leaderboard board) throws IOException {
        json.writeStringField("method", board.method());
        if (!board.split().isEmpty()) {
            json.writeStringField("split", board.split());
        }
        if (!board.variant().isEmpty()) {
            json.writeStringField("variant", board.variant());
        }
        json.writeObjectFieldStart("settings");
        for (Map.Entry<String, String> setting : board.settings().entrySet()) {
            json.writeStringField(setting.getKey(), setting.getValue());
        }
        json.writeEndObject();
        writeScale(board.scale());
        json.writeNumberField("level", board.level());
        json.writeStringField("ci_method", board.ciMethod());
        json.writeStringField("rank_method", board.rankMethod());
        json.writeNumberField("vote_count", board.voteCount());
        json.writeObjectFieldStart("excluded");
        for (Map.Entry<String, Long> reason : board.excluded().entrySet()) {
            json.writeNumberField(reason.getKey(), reason.getValue());
        }
        json.writeEndObject();
        writeFit(board.fit());
        writeEffects(board.effects());
        writeJudges(board.judges());
        writeJury(board.jury());
        json.writeArrayFieldStart("leaderboard");
        for (LeaderboardRow row : board.rows()) {
            writeRow(row);
        }
        json.writeEndArray();
        writePairs(board.pairs());
        writeWarnings(board.warnings());
        writeProvenance(board.provenance());
    }

    private void writeScale(Leaderboard.Scale scale) throws IOException {
        json.writeObjectFieldStart("scale");
        number("base", scale.base());
        number("spread", scale.spread());
        number("center", scale.center());
        text("anchor", scale.anchor());
        if (scale.own() != null) {
            json.writeStringField("own", scale.own());
        }
        json.writeEndObject();
    }

    private void writeFit(Leaderboard.Fit fit) throws IOException {
        json.writeObjectFieldStart("diagnostics");
        json.writeStringField("status", fit.status());
        json.writeNumberField("iterations", fit.iterations());
        number("log_likelihood", fit.logLikelihood());
        json.writeNumberField("components", fit.components());
        json.writeEndObject();
    }

    private void writeEffects(List<Leaderboard.EffectRow> effects) throws IOException {
        json.writeArrayFieldStart("effects");
        for (Leaderboard.EffectRow effect : effects) {
            writeEffect(json, effect);
        }
        json.writeEndArray();
    }

    /** One effect. */
    static void writeEffect(JsonGenerator json, Leaderboard.EffectRow effect) throws IOException {
        LeaderboardJson fields = new LeaderboardJson(json);
        json.writeStartObject();
        json.writeStringField("name", effect.name());
        json.writeStringField("judge", effect.judge());
        fields.number("estimate", effect.estimate());
        fields.number("std_error", effect.stdError());
        fields.number("lower", effect.lower());
        fields.number("upper", effect.upper());
        fields.number("points", effect.points());
        json.writeEndObject();
    }

    private void writeJudges(List<Leaderboard.JudgeRow> judges) throws IOException {
        json.writeArrayFieldStart("judges");
        for (Leaderboard.JudgeRow judge : judges) {
            new JudgeJson(json).write(judge);
        }
        json.writeEndArray();
    }

    private void writeJury(Leaderboard.@Nullable JuryRow jury) throws IOException {
        if (jury == null) {
            return;
        }
        json.writeObjectFieldStart("jury");
        json.writeStringField("rule", jury.rule());
        json.writeNumberField("verdicts", jury.verdicts());
        json.writeNumberField("votes", jury.votes());
        json.writeNumberField("inconclusive", jury.inconclusive());
        json.writeNumberField("missing", jury.missing());
        number("effective_judges", jury.effectiveJudges());
        json.writeArrayFieldStart("members");
        for (Leaderboard.JuryMember member : jury.members()) {
            json.writeStartObject();
            json.writeStringField("judge", member.judge());
            json.writeNumberField("votes", member.votes());
            number("accuracy", member.accuracy());
            number("position", member.position());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeRow(LeaderboardRow row) throws IOException {
        json.writeStartObject();
        integer("rank", row.rank());
        integer("rank_lower", row.rankLower());
        integer("rank_upper", row.rankUpper());
        json.writeStringField("model_name", row.modelName());
        number("strength", row.strength());
        number("rating", row.rating());
        number("rating_lower", row.ratingLower());
        number("rating_upper", row.ratingUpper());
        number("variance", row.variance());
        number("std_error", row.stdError());
        number("quasi_std_error", row.quasiStdError());
        number("p_best", row.pBest());
        integer("tie_group", row.tieGroup());
        json.writeNumberField("vote_count", row.counts().votes());
        json.writeNumberField("wins", row.counts().wins());
        json.writeNumberField("losses", row.counts().losses());
        json.writeNumberField("ties", row.counts().ties());
        json.writeNumberField("both_bad", row.counts().bothBad());
        json.writeStringField("status", row.status());
        if (!row.extras().isEmpty()) {
            json.writeObjectFieldStart("extras");
            for (Map.Entry<String, Double> extra : row.extras().entrySet()) {
                json.writeNumberField(extra.getKey(), extra.getValue());
            }
            json.writeEndObject();
        }
        more.write(json, row);
        json.writeEndObject();
    }

    private void writePairs(Leaderboard.Pairs pairs) throws IOException {
        json.writeObjectFieldStart("pairs");
        json.writeArrayFieldStart("models");
        for (String model : pairs.models()) {
            json.writeString(model);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("p_beats");
        for (List<@Nullable Double> row : pairs.pBeats()) {
            json.writeStartArray();
            for (Double value : row) {
                if (value == null) {
                    json.writeNull();
                } else {
                    json.writeNumber(value);
                }
            }
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writeWarnings(List<Leaderboard.Warning> warnings) throws IOException {
        json.writeArrayFieldStart("warnings");
        for (Leaderboard.Warning warning : warnings) {
            json.writeStartObject();
            json.writeStringField("code", warning.code());
            json.writeStringField("message", warning.message());
            if (reasons) {
                json.writeArrayFieldStart("reasons");
                for (Sentence reason : warning.reasons()) {
                    SentenceJson.write(json, reason);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void writeProvenance(Leaderboard.Provenance provenance) throws IOException {
        json.writeObjectFieldStart("provenance");
        json.writeStringField("source", provenance.source());
        if (provenance.revision() == null) {
            json.writeNullField("revision");
        } else {
            json.writeNumberField("revision", provenance.revision());
        }
        json.writeStringField("votes_sha256", provenance.votesSha256());
        json.writeBooleanField("simulated", provenance.simulated());
        json.writeStringField("version", provenance.version());
        json.writeEndObject();
    }

    private void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void integer(String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeStringField(name, value);
        }
    }
}
