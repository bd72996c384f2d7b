package dev.arena.core.store.sql;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.arena.core.model.Attachment;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Lists in one column, as JSON that SQLite's own functions can read. */
final class Texts {
    /** What could be stored can be read, however long: how long a text may be is decided where it comes in. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private Texts() {}

    /** {@code ["first turn","second turn"]}. */
    static String turns(List<String> turns) {
        return array(json -> {
            for (String turn : turns) {
                json.writeString(turn);
            }
        });
    }

    static List<String> turns(String column) {
        return strings(column);
    }

    /** {@code [["image/png","path","sha256"],…]}; without the last where the file is not stored. */
    static String attachments(List<Attachment> attachments) {
        return array(json -> {
            for (Attachment attachment : attachments) {
                json.writeStartArray();
                json.writeString(attachment.mediaType());
                json.writeString(attachment.path());
                if (attachment.sha256() != null) {
                    json.writeString(attachment.sha256());
                }
                json.writeEndArray();
            }
        });
    }

    static List<Attachment> attachments(String column) {
        List<Attachment> attachments = new ArrayList<>();
        for (List<String> parts : lists(column)) {
            if (parts.size() < 2) {
                throw new UncheckedIOException(
                        new IOException("an attachment in the database has no type or no path: " + column));
            }
            attachments.add(new Attachment(parts.get(0), parts.get(1), parts.size() > 2 ? parts.get(2) : null));
        }
        return attachments;
    }

    /** The texts of each list in a list. */
    private static List<List<String>> lists(String column) {
        List<List<String>> lists = new ArrayList<>();
        try (JsonParser json = JSON.createParser(column)) {
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                depth += token == JsonToken.START_ARRAY ? 1 : token == JsonToken.END_ARRAY ? -1 : 0;
                if (token == JsonToken.START_ARRAY && depth == 2) {
                    lists.add(new ArrayList<>());
                } else if (token == JsonToken.VALUE_STRING && depth == 2) {
                    lists.get(lists.size() - 1).add(json.getText());
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a list in the database is not JSON: " + column, damaged);
        }
        return lists;
    }

    private interface Content {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static String array(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartArray();
            content.writeTo(json);
            json.writeEndArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static List<String> strings(String column) {
        List<String> values = new ArrayList<>();
        try (JsonParser json = JSON.createParser(column)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    values.add(json.getText());
                }
            }
        } catch (IOException damaged) {
            throw new UncheckedIOException("a list in the database is not JSON: " + column, damaged);
        }
        return values;
    }
}
