package dev.arena.core.config;

import java.util.List;
import java.util.Map;

/** A value in a YAML file and the line it stands on. */
sealed interface YamlNode {
    int line();

    /** The value in a few words, for messages. */
    String shown();

    /** What kind of text a scalar is. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        NULL
    }

    /** A text, number, boolean or null, as it was written. */
    record Scalar(int line, String text, Kind kind) implements YamlNode {
        @Override
        public String shown() {
            return kind == Kind.NULL ? "null" : text;
        }
    }

    /** A list. */
    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        @Override
        public String shown() {
            return "a list of " + items.size();
        }
    }

    /** Keys and values in the order of the file. */
    record Mapping(int line, Map<String, Entry> entries) implements YamlNode {
        @Override
        public String shown() {
            return "keys " + String.join(", ", entries.keySet());
        }
    }

    /** A value and the line of its key. */
    record Entry(int keyLine, YamlNode value) {}
}
