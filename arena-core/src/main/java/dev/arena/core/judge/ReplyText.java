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
    private static final Pattern THOUGHT = Pattern.compile("<(think|thinking|reasoning)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern THOUGHT_END =
            Pattern.compile("</(?:think|thinking|reasoning)>", Pattern.CASE_INSENSITIVE);
    private static final Pattern FENCED = Pattern.compile("<<<TEXT ([0-9a-f]{12})>>>");
    private static final Pattern QUOTED_LINE = Pattern.compile("^\\s*>\\s*(?=\\S)");
    private static final Pattern KEY = Pattern.compile("\"[^\"]{0,60}\"\\s{0,9}:\\s{0,9}$");
    private static final int LONGEST_KEY = 90;
    private static final String OPENING = "\"'\u201c\u2018\u00ab\u300c\u201e";
    private static final String CLOSING = "\"'\u201d\u2019\u00bb\u300d\u201c";

    /** Why there is no verdict where the last one is quoted. */
    static final String QUOTATION = "the last verdict in the reply is a quotation";

    private final String text;

    private ReplyText(String text) {
        this.text = text;
    }

    static ReplyText of(Reply reply) {
        return new ReplyText(withoutEchoes(withoutThoughts(reply.text())));
    }

    /**
     * What is left without thoughts. One that never ends takes all with it if the reply begins with it; where the chat template
     * itself opened the thought, only its end is in the reply.
     */
    private static String withoutThoughts(String text) {
        StringBuilder spoken = new StringBuilder();
        Matcher start = THOUGHT.matcher(text);
        Matcher end = THOUGHT_END.matcher(text);
        int from = 0;
        while (start.find(from)) {
            boolean ends = end.find(start.end());
            if (!ends && (spoken + text.substring(from, start.start())).isBlank()) {
                return "";
            }
            if (!ends) {
                break;
            }
            spoken.append(text, from, start.start());
            from = end.end();
        }
        spoken.append(text, from, text.length());
        Matcher lone = THOUGHT_END.matcher(spoken);
        return lone.find() ? spoken.substring(lone.end()) : spoken.toString();
    }

    /** The text with a word in place of each text that it repeats with its fence. */
    private static String withoutEchoes(String text) {
        StringBuilder spoken = new StringBuilder();
        Matcher start = FENCED.matcher(text);
        int from = 0;
        int look = 0;
        while (start.find(look)) {
            String close = "<<<END " + start.group(1) + ">>>";
            int end = text.indexOf(close, start.end());
            look = start.end();
            if (end >= 0) {
                spoken.append(text, from, start.start()).append("(a text)");
                from = end + close.length();
                look = from;
            }
        }
        return spoken.append(text, from, text.length()).toString();
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
        Words words = Words.of(line);
        boolean quotedLine = QUOTED_LINE.matcher(line).lookingAt();
        Matcher matcher = form.matcher(line);
        while (matcher.find()) {
            if (quotedLine || isQuotation(line, matcher, words)) {
                quoted = true;
            } else {
                own.add(matcher.group());
            }
        }
        return new Found(own, quoted);
    }

    /** Whether what matches stands within quotation marks, and the line has words besides it and a JSON key before it. */
    private static boolean isQuotation(String line, MatchResult match, Words words) {
        int open = match.start() - 1;
        while (open >= 0 && Character.isWhitespace(line.charAt(open))) {
            open--;
        }
        int close = match.end();
        while (close < line.length() && Character.isWhitespace(line.charAt(close))) {
            close++;
        }
        int kind = open < 0 ? -1 : OPENING.indexOf(line.charAt(open));
        if (kind < 0 || close == line.length() || CLOSING.charAt(kind) != line.charAt(close)) {
            return false;
        }
        int from = Math.max(0, open - LONGEST_KEY);
        Matcher key = KEY.matcher(line.substring(from, open));
        int before = key.find() ? from + key.start() : open;
        return words.first() < before || words.last() > close;
    }

    /** Where the first and the last letter or digit of a line stand; after and before everything where it has none. */
    private record Words(int first, int last) {
        static Words of(String line) {
            int first = 0;
            while (first < line.length() && !Character.isLetterOrDigit(line.codePointAt(first))) {
                first++;
            }
            int last = line.length() - 1;
            while (last >= 0 && !Character.isLetterOrDigit(line.codePointAt(last))) {
                last--;
            }
            return new Words(first, last);
        }
    }
}
