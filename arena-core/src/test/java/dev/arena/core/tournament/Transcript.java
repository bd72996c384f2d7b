package dev.arena.core.tournament;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.judge.http.FakeEndpoint;
import dev.arena.core.judge.http.FakeEndpoint.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;

/**
 * What a real model was asked and answered, as an endpoint that answers the same again. A question is recognised by its prompt, the
 * contestants in the order shown, and the turn; so a change of the words around the texts does not make the transcript useless.
 */
final class Transcript implements FakeEndpoint.Behaviour {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern HEADING =
            Pattern.compile("^### (?:Question|Right answer|Answer A|Answer B|Verdict)\n", Pattern.MULTILINE);
    private static final int QUESTION = 1;
    private static final int ANSWER_A = 3;
    private static final int ANSWER_B = 4;
    private static final int SECTIONS = 6;

    private final Map<Key, Reply> replies = new HashMap<>();
    private final Map<String, String> prompts = new TreeMap<>();
    private final Map<String, Map<String, String>> responses = new TreeMap<>();
    private final Set<Key> asked = ConcurrentHashMap.newKeySet();
    private final Queue<String> unknown = new ConcurrentLinkedQueue<>();

    /** What an exchange is recognised by; {@code turn} counts the user's messages. */
    record Key(String prompt, String first, String second, int turn) {}

    /** Reads a transcript about texts of the quickstart arena. */
    Transcript(Path file, Path data) {
        for (JsonNode row : rows(data.resolve("prompts.jsonl"))) {
            if (row.has("prompt")) {
                prompts.put(row.get("id").asText(), row.get("prompt").asText());
            }
        }
        Set<String> contestants = new TreeSet<>();
        for (JsonNode row : rows(file)) {
            Key key = new Key(
                    row.get("prompt").asText(),
                    row.get("first").asText(),
                    row.get("second").asText(),
                    row.get("turn").asInt());
            contestants.add(key.first());
            contestants.add(key.second());
            Reply reply = new Reply(
                    row.get("status").asInt(), Map.of(), row.get("body").toString());
            if (replies.put(key, reply) != null) {
                throw new IllegalArgumentException(file + " holds " + key + " twice");
            }
        }
        for (String contestant : contestants) {
            for (JsonNode row : rows(data.resolve("responses").resolve(contestant + ".jsonl"))) {
                responses
                        .computeIfAbsent(row.get("prompt_id").asText(), prompt -> new TreeMap<>())
                        .put(contestant, row.path("response").asText());
            }
        }
    }

    static List<JsonNode> rows(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(Transcript::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode row(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that was kept. */
    Set<Key> keys() {
        return Set.copyOf(replies.keySet());
    }

    /** What of it was asked for again. */
    Set<Key> asked() {
        return Set.copyOf(asked);
    }

    /** Questions that the model was never asked. */
    List<String> unknown() {
        return List.copyOf(unknown);
    }

    @Override
    public Reply reply(FakeEndpoint.Request request) {
        try {
            Key key = key(request);
            Reply reply = replies.get(key);
            if (reply != null && asked.add(key)) {
                return reply;
            }
            unknown.add((reply == null ? "never asked: " : "asked twice: ") + key);
        } catch (NoSuchElementException e) {
            unknown.add(String.valueOf(e.getMessage()));
        }
        return Reply.status(400);
    }

    private Key key(FakeEndpoint.Request request) {
        List<String> said = request.body().get("messages").findParents("role").stream()
                .filter(message -> message.get("role").asText().equals("user"))
                .map(message -> message.get("content").asText())
                .toList();
        String[] sections = HEADING.split(said.get(0), -1);
        if (sections.length != SECTIONS) {
            throw new NoSuchElementException("not a question of the transcript's template: " + said.get(0));
        }
        String prompt = longestWithin(prompts, sections[QUESTION]);
        Map<String, String> answers = responses.get(prompt);
        if (answers == null) {
            throw new NoSuchElementException("no responses to " + prompt);
        }
        return new Key(
                prompt,
                longestWithin(answers, sections[ANSWER_A]),
                longestWithin(answers, sections[ANSWER_B]),
                said.size());
    }

    /** The name of the longest text whose lines stand in a section, whatever lines stand around them. */
    private static String longestWithin(Map<String, String> texts, String section) {
        String lines = "\n" + section + "\n";
        return texts.entrySet().stream()
                .filter(entry -> lines.contains("\n" + entry.getValue() + "\n"))
                .max(Comparator.comparingInt(entry -> entry.getValue().length()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new NoSuchElementException("no known text in: " + section));
    }
}
