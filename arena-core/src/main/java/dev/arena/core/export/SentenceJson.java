package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.ratings.wording.Sentence;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Writes a sentence with its code and its values. */
final class SentenceJson {
    private SentenceJson() {}

    static void write(JsonGenerator json, Sentence sentence) throws IOException {
        json.writeStartObject();
        json.writeStringField("code", sentence.code());
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, Object> param : sentence.params().entrySet()) {
            json.writeFieldName(param.getKey());
            write(json, param.getValue());
        }
        json.writeEndObject();
        json.writeStringField("message", sentence.message());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Long whole) {
            json.writeNumber(whole);
        } else if (value instanceof Double number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object element : list) {
                json.writeString(String.valueOf(element));
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }
}
