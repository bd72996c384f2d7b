package dev.arena.ratings.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Expected numbers from outside the engine. A file that does not say where they come from is refused. */
public final class Golden {
    private static final List<String> REQUIRED =
            List.of("description", "source", "command", "versions", "tolerance", "values");

    private final JsonNode root;

    private Golden(JsonNode root) {
        this.root = root;
    }

    /** Reads {@code golden/NAME.json} from the test resources. */
    public static Golden read(String name) {
        String path = "/golden/" + name + ".json";
        try (InputStream in = Golden.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("there is no golden file " + path);
            }
            return of(path, new ObjectMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checks that a golden file says what it is, where it comes from and how near one must be. */
    static Golden of(String path, JsonNode root) {
        for (String key : REQUIRED) {
            JsonNode value = root.path(key);
            boolean empty = value.isMissingNode()
                    || value.isNull()
                    || (value.isTextual() && value.asText().isBlank());
            if (empty) {
                throw new IllegalArgumentException(
                        "golden file " + path + " lacks " + key + "; required are " + String.join(", ", REQUIRED));
            }
        }
        return new Golden(root);
    }

    /** How near one must be. */
    public double tolerance() {
        return root.path("tolerance").asDouble();
    }

    /** A number by its path, such as {@code /AB/se}. */
    public double number(String path) {
        JsonNode node = root.path("values").at(path);
        if (!node.isNumber()) {
            throw new IllegalArgumentException("the golden file has no number at " + path);
        }
        return node.asDouble();
    }

    /** A list of numbers by its path. */
    public double[] numbers(String path) {
        JsonNode node = root.path("values").at(path);
        if (!node.isArray()) {
            throw new IllegalArgumentException("the golden file has no list at " + path);
        }
        double[] numbers = new double[node.size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = node.get(k).asDouble();
        }
        return numbers;
    }
}
