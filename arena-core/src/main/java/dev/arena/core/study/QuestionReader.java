package dev.arena.core.study;

import dev.arena.core.config.Section;
import dev.arena.core.model.StudyQuestion;
import dev.arena.core.model.StudyQuestion.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the questions of a study. */
final class QuestionReader {
    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,63}");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");
    private static final List<String> TYPES = Arrays.stream(StudyQuestion.Type.values())
            .map(StudyQuestion.Type::word)
            .toList();
    private static final int MOST_QUESTIONS = 20;
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST = 2000;
    private static final int POINTS = 5;

    private final Section root;

    QuestionReader(Section root) {
        this.root = root;
    }

    List<StudyQuestion> questions() {
        List<StudyQuestion> questions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        List<Section> sections = root.findSections("questions", "a list of questions, each with id, text and type");
        if (sections.size() > MOST_QUESTIONS) {
            throw root.bad("questions", sections.size() + " questions", "at most " + MOST_QUESTIONS, "");
        }
        for (Section section : sections) {
            StudyQuestion question = question(section);
            if (!ids.add(question.id())) {
                throw section.bad("id", question.id(), "an id that no other question has", "");
            }
            questions.add(question);
        }
        return questions;
    }

    private static StudyQuestion question(Section section) {
        String allowed = "a letter, then up to 63 letters, digits, hyphens and underscores";
        String id = section.text("id", allowed);
        if (!ID.matcher(id).matches()) {
            throw section.bad("id", id, allowed, "");
        }
        String text = text(section);
        StudyQuestion.Type type =
                StudyQuestion.Type.valueOf(section.word("type", TYPES, null).toUpperCase(Locale.ROOT));
        List<Option> options = options(section, type);
        boolean required = section.flag("required", false);
        section.finish();
        return new StudyQuestion(id, text, type, options, required);
    }

    private static String text(Section section) {
        String allowed = "a text of at most " + LONGEST + " characters";
        String text = section.text("text", allowed);
        if (text.length() > LONGEST) {
            throw section.bad("text", text.length() + " characters", allowed, "");
        }
        StudySettingsReader.requireClean(section, "text", text);
        return text;
    }

    private static List<Option> options(Section section, StudyQuestion.Type type) {
        List<Option> options = new ArrayList<>();
        Set<String> values = new HashSet<>();
        for (Section listed : section.findSections("options", "a list of value and text")) {
            String allowed = "a letter or digit, then up to 63 of these, hyphens, dots and underscores";
            String value = listed.text("value", allowed);
            if (!VALUE.matcher(value).matches()) {
                throw listed.bad("value", value, allowed, "");
            }
            if (!values.add(value)) {
                throw listed.bad("value", value, "each value once", "");
            }
            options.add(new Option(value, listed.has("text") ? text(listed) : value));
            listed.finish();
        }
        check(section, type, options.size());
        if (type == StudyQuestion.Type.SCALE && options.isEmpty()) {
            for (int point = 1; point <= POINTS; point++) {
                options.add(new Option(String.valueOf(point), String.valueOf(point)));
            }
        }
        return options;
    }

    private static void check(Section section, StudyQuestion.Type type, int options) {
        boolean chosen = type == StudyQuestion.Type.CHOICE || type == StudyQuestion.Type.CHOICES;
        if (type == StudyQuestion.Type.TEXT && options > 0) {
            throw section.bad("options", options + " options", "none, where the type is text", "Leave options out.");
        }
        boolean tooFew = chosen ? options < 2 : type == StudyQuestion.Type.SCALE && options == 1;
        if (tooFew || options > MOST_OPTIONS) {
            throw section.bad(
                    "options",
                    options == 0 ? null : options + " options",
                    "a list of 2 to " + MOST_OPTIONS + " options, each with value and text",
                    "");
        }
    }
}
