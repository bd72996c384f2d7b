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
    private static final Pattern THOUGHT =
            Pattern.compile("<(think|thinking|reasoning)>.*?</\\1>", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_THOUGHT =
            Pattern.compile("^\\s*<(?:think|thinking|reasoning)>.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUGHT_END = Pattern.compile("</think(?:ing)?>", Pattern.CASE_INSENSITIVE);
    private static final Pattern ECHO = Pattern.compile("<<<TEXT ([0-9a-f]{12})>>>.*?<<<END \\1>>>", Pattern.DOTALL);
    private static final Pattern QUOTED_LINE = Pattern.compile("^\\s*>\\s*(?=\\S)");
    private static final Pattern KEY = Pattern.compile("\"[^\"]{0,60}\"\\s{0,9}:\\s{0,9}$");
    private static final String OPENING = "\"'\u201c\u2018\u00ab\u300c\u201e";
    private static final String CLOSING = "\"'\u201d\u2019\u00bb\u300d\u201c";

    /** Why there is no verdict where the last one is quoted. */
    static final String QUOTATION = "the last verdict in the reply is a quotation";

    private final String text;

    private ReplyText(String text) {
        this.text = text;
    }

    static ReplyText of(Reply reply) {
        String spoken = OPEN_THOUGHT
                .matcher(THOUGHT.matcher(reply.text()).replaceAll(""))
                .replaceFirst("");
        // Where the chat template itself opened the thought, only its end is in the reply.
        Matcher end = THOUGHT_END.matcher(spoken);
        if (end.find()) {
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

    /**
     * What a line or a reply holds.
     *
     * @param forms what matches, in order, quotations left out
     * @param quoted whether there are quotations
     */
    record Found(List<String> forms, boolean quoted) {
        /** Whether all that matches are quotations: no verdict of the judge's own, and none to look for before them. */
        boolean onlyQuoted() {
            return quoted && forms.isEmpty();
        }
    }

    /** What matches in the last line in which anything matches; empty where nothing does. */
    Found last(Pattern form) {
        List<String> lines = lines();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Found found = in(lines.get(i), form);
            if (found.quoted() || !found.forms().isEmpty()) {
                return found;
            }
        }
        return new Found(List.of(), false);
    }

    /** What matches in one line. */
    static Found in(String line, Pattern form) {
        List<String> own = new ArrayList<>();
        boolean quoted = false;
        boolean quotedLine = QUOTED_LINE.matcher(line).lookingAt();
        Matcher matcher = form.matcher(line);
        while (matcher.find()) {
            if (quotedLine || isQuotation(line, matcher.toMatchResult())) {
                quoted = true;
            } else {
                own.add(matcher.group());
            }
        }
        return new Found(own, quoted);
    }

    private static boolean isQuotation(String line, MatchResult match) {
        String before = line.substring(0, match.start()).stripTrailing();
        String after = line.substring(match.end()).stripLeading();
        int kind = before.isEmpty() ? -1 : OPENING.indexOf(before.charAt(before.length() - 1));
        if (kind < 0 || after.isEmpty() || CLOSING.charAt(kind) != after.charAt(0)) {
            return false;
        }
        String unquoted = before.substring(0, before.length() - 1);
        return hasWord(KEY.matcher(unquoted).replaceFirst("")) || hasWord(after);
    }

    private static boolean hasWord(String text) {
        return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
