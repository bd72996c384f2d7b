package dev.arena.core.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.arena.core.problem.InputProblem;
import dev.arena.core.problem.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one YAML document of keys and values; aliases, duplicate keys and second documents are errors. */
public final class YamlDocument {
    private final String file;
    private final JsonParser parser;

    private YamlDocument(String file, JsonParser parser) {
        this.file = file;
        this.parser = parser;
    }

    /**
     * The text of a file, UTF-8.
     *
     * @throws UsageException if it cannot be read
     */
    public static String load(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException(file + " does not exist. Name an existing file.");
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " is not UTF-8 text. Save it as UTF-8.");
        } catch (IOException e) {
            throw new UsageException(file + " cannot be read (" + e.getMessage() + "). Check its permissions.");
        }
    }

    /**
     * Reads a document.
     *
     * @param file the file as the user named it, for messages
     * @throws UsageException if the text is not one YAML document of keys and values
     */
    public static Section read(String file, String text) {
        return read(file, text, new YAMLFactory(), "YAML");
    }

    /**
     * Reads a document of the same shape in JSON.
     *
     * @param file what to call the text in messages
     * @throws UsageException if the text is not one JSON object
     */
    public static Section readJson(String file, String text) {
        return read(file, text, new JsonFactory(), "JSON");
    }

    private static Section read(String file, String text, JsonFactory format, String formatName) {
        try (JsonParser parser = format.createParser(text)) {
            YamlDocument document = new YamlDocument(file, parser);
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                String found = first == null ? "an empty file" : first == JsonToken.START_ARRAY ? "a list" : "a text";
                throw document.problem(1, found, "keys and values", "Write 'key: value' lines.");
            }
            YamlNode.Mapping root = document.mapping();
            if (parser.nextToken() != null) {
                throw document.problem(document.line(), "a second document", "one document in a file", "");
            }
            return new Section(file, "", root);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            String reason = Objects.requireNonNullElse(e.getOriginalMessage(), "unreadable");
            throw new UsageException(
                    new InputProblem(file, line, null, reason, formatName, "Correct the " + formatName + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A document with further documents under one of its keys, beside what stands there already; comments are lost.
     *
     * @param text a document that {@link #read} accepts
     * @param key the key of the root
     * @param added documents that {@link #read} accepts, by name
     */
    public static String merge(String text, String key, Map<String, String> added) {
        YAMLMapper mapper = new YAMLMapper();
        try {
            ObjectNode root = (ObjectNode) mapper.readTree(text);
            ObjectNode target = root.withObjectProperty(key);
            for (Map.Entry<String, String> entry : added.entrySet()) {
                target.set(entry.getKey(), mapper.readTree(entry.getValue()));
            }
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a document of keys and values", e);
        }
    }

    /**
     * Some keys of a document and others beside them; comments are lost.
     *
     * @param text a document that {@link #read} accepts
     * @param kept keys of the root that stay, where they are there
     * @param added what stands under further keys
     */
    public static String with(String text, Set<String> kept, Map<String, Object> added) {
        YAMLMapper mapper = new YAMLMapper();
        try {
            ObjectNode root = (ObjectNode) mapper.readTree(text);
            root.retain(kept);
            added.forEach((key, value) -> root.set(key, mapper.valueToTree(value)));
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a document of keys and values", e);
        }
    }

    private YamlNode.Mapping mapping() throws IOException {
        int start = line();
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            int keyLine = line();
            parser.nextToken();
            if (entries.put(key, new YamlNode.Entry(keyLine, value())) != null) {
                throw problem(keyLine, key + ", a second time", "each key once", "Remove one of the two.");
            }
        }
        return new YamlNode.Mapping(start, entries);
    }

    private YamlNode value() throws IOException {
        if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
            throw problem(line(), "*" + parser.getText(), "plain values, no aliases", "Write the value out.");
        }
        return switch (parser.currentToken()) {
            case START_OBJECT -> mapping();
            case START_ARRAY -> sequence();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(YamlNode.Kind.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(YamlNode.Kind.BOOLEAN);
            case VALUE_NULL -> scalar(YamlNode.Kind.NULL);
            default -> scalar(YamlNode.Kind.TEXT);
        };
    }

    private YamlNode sequence() throws IOException {
        int start = line();
        List<YamlNode> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value());
        }
        return new YamlNode.Sequence(start, items);
    }

    private YamlNode scalar(YamlNode.Kind kind) throws IOException {
        return new YamlNode.Scalar(line(), Objects.requireNonNullElse(parser.getText(), ""), kind);
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private UsageException problem(int line, @Nullable String found, String allowed, String next) {
        return new UsageException(new InputProblem(file, line, null, found, allowed, next));
    }
}
