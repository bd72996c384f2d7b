package dev.arena.core.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.arena.core.model.StudyQuestion;
import dev.arena.core.problem.FreeText;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What voters answer to the questions of a study. */
public final class StudyAnswers {
    /** Longest text, in characters. */
    public static final int MAX_TEXT = 2000;

    private StudyAnswers() {}

    /**
     * Checks answers and writes them as they are stored: {@code {"why":"facts","tags":["long","rude"]}}, by the order of the
     * questions.
     *
     * @param given by question
     * @param decided whether the verdict decides; only then the required ones must be there
     * @return null where nothing was answered
     * @throws InputException where a question or a value is unknown, or a required answer is missing, with what is allowed
     */
    public static @Nullable String check(
            List<StudyQuestion> questions, SortedMap<String, List<String>> given, boolean decided) {
        Set<String> ids =
                questions.stream().map(StudyQuestion::id).collect(Collectors.toCollection(LinkedHashSet::new));
        for (String id : given.keySet()) {
            if (!ids.contains(id)) {
                String allowed = ids.isEmpty()
                        ? "no answers, since nothing is asked"
                        : "answers to the questions " + String.join(", ", ids);
                throw problem("answers", id, allowed, "");
            }
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        for (StudyQuestion question : questions) {
            List<String> values = given.getOrDefault(question.id(), List.of());
            if (!values.isEmpty()) {
                answers.put(question.id(), answer(question, values));
            } else if (question.required() && decided) {
                throw problem("answers." + question.id(), null, allowed(question), "This question needs an answer.");
            }
        }
        return answers.isEmpty() ? null : json(answers);
    }

    /**
     * Refuses a list where one answer is asked for.
     *
     * @param lists the ids of the questions whose answer came as a list
     * @throws InputException naming the question
     */
    public static void requireLists(List<StudyQuestion> questions, Set<String> lists) {
        for (StudyQuestion question : questions) {
            if (lists.contains(question.id()) && question.type() != StudyQuestion.Type.CHOICES) {
                throw problem("answers." + question.id(), "a list", allowed(question), "");
            }
        }
    }

    private static Object answer(StudyQuestion question, List<String> values) {
        return switch (question.type()) {
            case TEXT -> text(question, values);
            case CHOICE, SCALE -> one(question, values);
            case CHOICES -> several(question, values);
        };
    }

    private static String text(StudyQuestion question, List<String> values) {
        String text = values.get(0);
        if (values.size() > 1 || text.length() > MAX_TEXT) {
            String found = values.size() > 1 ? values.toString() : text.length() + " characters";
            throw problem("answers." + question.id(), found, allowed(question), "");
        }
        String flaw = FreeText.flaw(text);
        if (flaw != null) {
            throw problem("answers." + question.id(), flaw, FreeText.ALLOWED, "");
        }
        return text;
    }

    private static String one(StudyQuestion question, List<String> values) {
        if (values.size() > 1 || !question.values().contains(values.get(0))) {
            String found = values.size() > 1 ? values.toString() : values.get(0);
            throw problem("answers." + question.id(), found, allowed(question), "");
        }
        return values.get(0);
    }

    private static List<String> several(StudyQuestion question, List<String> values) {
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : values) {
            if (!question.values().contains(value) || !chosen.add(value)) {
                throw problem("answers." + question.id(), value, allowed(question), "");
            }
        }
        return question.values().stream().filter(chosen::contains).toList();
    }

    private static String allowed(StudyQuestion question) {
        return switch (question.type()) {
            case TEXT -> "a text of at most " + MAX_TEXT + " characters";
            case CHOICE, SCALE -> "one of " + String.join(", ", question.values());
            case CHOICES -> "a list of some of " + String.join(", ", question.values()) + ", each once";
        };
    }

    private static String json(Map<String, Object> answers) {
        try {
            return new ObjectMapper().writeValueAsString(answers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("answers are plain maps and lists", e);
        }
    }

    private static InputException problem(String field, @Nullable String found, String allowed, String next) {
        return new InputException(new InputProblem(null, 0, field, found, allowed, next));
    }
}
