package dev.arena.core.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a judge says in its own name. Not part of that: what a model thinks aloud, texts that it repeats with their fences, lines
 * quoted with {@code >}, and a form of verdict within quotation marks in a sentence.
 */
final class ReplyText {
    private static final Pattern THOUGHT = Pattern.compile(
            "^\\s*<(think|thinking|reasoning)>.*?(?:</\\1>|\\z)", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUGHT_END = Pattern.compile("</think(?:ing)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ECHO = Pattern.compile("<<<TEXT ([0-9a-f]{12})>>>.*?<<<END \\1>>>", Pattern.DOTALL);
    private static final Pattern QUOTED_LINE = Pattern.compile("^\\s*>\\s*(?=\\S)");
    private static final Pattern KEY = Pattern.compile("\"[^\"]{0,60}\"\\s{0,9}:\\s{0,9}$");
    private static final String OPENING = "\"'\u201c\u2018\u00ab\u300c\u201e";
    private static final String CLOSING = "\"'\u201d\u2019\u00bb\u300d\u201c";

    private final String text;

    private ReplyText(String text) {
        this.text = text;
    }

    static ReplyText of(Reply reply) {
        String spoken = THOUGHT.matcher(reply.text()).replaceFirst("");
        // Where the chat template itself opened the thought, only its end is in the reply.
        Matcher end = THOUGHT_END.matcher(spoken);
        if (end.find() && !spoken.substring(0, end.start()).contains("<think")) {
            spoken = spoken.substring(end.end());
        }
        return new ReplyText(ECHO.matcher(spoken).replaceAll("(a text)"));
    }

    /** All of it. */
    String text() {
        return text;
    }

    /** Its lines. */
    List<String> lines() {
        return text.lines().toList();
    }

    /** What matches in the last line in which anything matches, in order; empty where nothing does. */
    List<String> last(Pattern form) {
        List<String> lines = lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<String> found = in(lines.get(i), form);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** What matches in one line, quotations left out. */
    static List<String> in(String line, Pattern form) {
        List<String> found = new ArrayList<>();
        if (QUOTED_LINE.matcher(line).lookingAt()) {
            return found;
        }
        Matcher matcher = form.matcher(line);
        while (matcher.find()) {
            if (!isQuotation(line, matcher.toMatchResult())) {
                found.add(matcher.group());
            }
        }
        return found;
    }

    private static boolean isQuotation(String line, MatchResult match) {
        if (match.start() == 0 || match.end() == line.length()) {
            return false;
        }
        int kind = OPENING.indexOf(line.charAt(match.start() - 1));
        if (kind < 0 || CLOSING.charAt(kind) != line.charAt(match.end())) {
            return false;
        }
        String before = KEY.matcher(line.substring(0, match.start() - 1)).replaceFirst("");
        return hasWord(before) || hasWord(line.substring(match.end()));
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
