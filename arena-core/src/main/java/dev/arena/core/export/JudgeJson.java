package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.leaderboard.Leaderboard;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes what a table says of one judge; null where there is nothing to say. */
final class JudgeJson {
    private final JsonGenerator json;

    JudgeJson(JsonGenerator json) {
        this.json = json;
    }

    void write(Leaderboard.JudgeRow judge) throws IOException {
        json.writeStartObject();
        json.writeStringField("judge", judge.judge());
        json.writeNumberField("pairs", judge.pairs());
        share("consistency", judge.consistency());
        share("first_bias", judge.firstBias());
        share("second_bias", judge.secondBias());
        share("flip_rate", judge.flipRate());
        number("bias_index", judge.biasIndex());
        number("mcnemar_p", judge.mcNemarP());
        habits(judge.habits());
        json.writeEndObject();
    }

    private void habits(Leaderboard.Habits habits) throws IOException {
        json.writeNumberField("votes", habits.votes());
        share("first_rate", habits.firstRate());
        share("tie_rate", habits.tieRate());
        share("both_bad_rate", habits.bothBadRate());
        share("longer_rate", habits.longerRate());
        json.writeNumberField("longer_of", habits.longerOf());
        json.writeArrayFieldStart("closeness");
        for (Leaderboard.Closeness bucket : habits.closeness()) {
            json.writeStartObject();
            json.writeNumberField("from", bucket.from());
            json.writeNumberField("to", bucket.to());
            json.writeNumberField("pairs", bucket.pairs());
            share("consistency", bucket.consistency());
            share("flip_rate", bucket.flipRate());
            json.writeEndObject();
        }
        json.writeEndArray();
        selfPreference(habits.selfPreference());
        lengthEffect(habits.lengthEffect());
        json.writeArrayFieldStart("abstentions");
        for (Leaderboard.AbstentionRow row : habits.abstentions()) {
            json.writeStartObject();
            json.writeStringField("reason", row.reason());
            json.writeNumberField("count", row.count());
            share("rate", row.rate());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void selfPreference(Leaderboard.@Nullable SelfPreference own) throws IOException {
        if (own == null) {
            json.writeNullField("self_preference");
            return;
        }
        json.writeObjectFieldStart("self_preference");
        json.writeStringField("family", own.family());
        json.writeNumberField("matchups", own.matchups());
        json.writeNumberField("excess", own.excess());
        number("excess_lower", own.lower());
        number("excess_upper", own.upper());
        json.writeEndObject();
    }

    private void lengthEffect(Leaderboard.@Nullable EffectRow effect) throws IOException {
        if (effect == null) {
            json.writeNullField("length_effect");
            return;
        }
        json.writeObjectFieldStart("length_effect");
        number("estimate", effect.estimate());
        number("std_error", effect.stdError());
        number("lower", effect.lower());
        number("upper", effect.upper());
        json.writeEndObject();
    }

    private void share(String name, Leaderboard.@Nullable Share share) throws IOException {
        number(name, share == null ? null : share.value());
        number(name + "_lower", share == null ? null : share.lower());
        number(name + "_upper", share == null ? null : share.upper());
    }

    private void number(String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
