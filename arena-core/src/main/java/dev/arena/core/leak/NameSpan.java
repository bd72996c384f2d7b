package dev.arena.core.leak;

import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All of a name where a part of it was found: no version, size or half a pair of marks is left beside a mask. */
final class NameSpan {
    /** How far behind a name its version and size may end. */
    static final int LONGEST_TAIL = 60;

    private static final String END = "(?![\\p{L}\\p{N}])";
    private static final String SIZE = "[0-9]{1,4}(?:x[0-9]{1,3}|\\.[0-9]{1,2})?b" + END;
    private static final String PART = "(?:[-_.]?v?[0-9]{1,8}[a-z]{0,2}" + END + "| ?\\(" + SIZE + "\\)|[-_ ]?" + SIZE
            + "|[-_](?:instruct|chat|hf|it|turbo|mini|nano|preview|latest|base|beta|pro|max|plus|ultra|lite|large|small|medium|flash"
            + "|opus|sonnet|haiku|thinking|exp|gguf|awq|gptq)" + END + ")";
    private static final Pattern TAIL = Pattern.compile(PART + "{0,6}");
    private static final String DECIMAL = " (?:v[0-9]{1,2}(?:\\.[0-9]{1,2})?|[0-9]{1,2}\\.[0-9]{1,2})" + END;
    private static final String WHOLE = " [0-9]{1,2}" + END + "(?![.,:/-][0-9])";
    private static final String ENDS = "(?= ?(?:$|[.,;:!?)]))";
    private static final Pattern SPACED = Pattern.compile(
            "(?:" + DECIMAL + "|" + WHOLE + "(?:(?= ?" + SIZE + ")|" + ENDS + "))(?! ?%)" + PART + "{0,6}");
    private static final Pattern SPACED_SELF =
            Pattern.compile("(?:" + DECIMAL + "|" + WHOLE + ")(?! ?%)" + PART + "{0,6}");
    private static final Pattern VERSION = Pattern.compile("_v?[0-9]{1,8}[a-z]{0,2}" + END);
    private static final Pattern TAG = Pattern.compile("<(/?)[a-zA-Z][^<>]{0,200}>");
    private static final Pattern OPENING = Pattern.compile("<[a-zA-Z][^<>]{0,200}>$");
    private static final Pattern CLOSING = Pattern.compile("^</[a-zA-Z][^<>]{0,20}>");
    private static final int NEAR = 210;

    private NameSpan() {}

    /**
     * How long the version, size and edition are with which a name goes on. A whole number behind a space is one only where no word follows it.
     *
     * @param name folded
     * @param rest what follows, folded
     * @param self whether the writer introduces itself: then a number behind a space is a version
     */
    static int tail(String name, String rest, boolean self) {
        Matcher spaced = (self ? SPACED_SELF : SPACED).matcher(rest);
        boolean numbered = name.chars().anyMatch(c -> Tokens.kind((char) c) == 2);
        if (!numbered && spaced.lookingAt()) {
            return spaced.end();
        }
        Matcher tail = TAIL.matcher(rest);
        return tail.lookingAt() ? tail.end() : 0;
    }

    /**
     * What of the rest goes on from a name: up to the next tag, and nothing where marks part it from a number.
     *
     * @param rest folded
     * @param original of a character of the rest, with what was left out before it
     */
    static String joined(String rest, IntFunction<String> original) {
        int to = 0;
        while (to < rest.length() && original.apply(to).indexOf('<') < 0) {
            to++;
        }
        boolean joined = to == 0
                || "-_.".indexOf(rest.charAt(0)) >= 0
                || (original.apply(0).length() == 1
                        && (to == 1 || original.apply(1).length() == 1));
        return joined ? rest.substring(0, to) : "";
    }

    /** Whether what follows a name is a version, bound to it as in the name of a program's variable. */
    static boolean isVersion(String rest) {
        return VERSION.matcher(rest).lookingAt();
    }

    /** Whether a span of a text has no letter or digit beside it. */
    static boolean isBounded(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }

    /** The span with the marks, tags and brackets beside it, the other one of which is in it. */
    static int[] withMarks(String text, int from, int to) {
        int start = from;
        int end = to;
        String inside = text.substring(from, to);
        if (inside.indexOf('*') >= 0 || inside.indexOf('~') >= 0 || inside.indexOf('`') >= 0) {
            while (start > 0 && "*~`".indexOf(text.charAt(start - 1)) >= 0) {
                start--;
            }
            while (end < text.length() && "*~`".indexOf(text.charAt(end)) >= 0) {
                end++;
            }
        }
        if (start > 0 && inside.contains("](") && text.charAt(start - 1) == '[') {
            start--;
        }
        return inside.indexOf('<') < 0 ? new int[] {start, end} : withTags(text, start, end);
    }

    private static int[] withTags(String text, int from, int to) {
        int open = 0;
        int unopened = 0;
        Matcher tags = TAG.matcher(text).region(from, to);
        while (tags.find()) {
            open += tags.group(1).isEmpty() ? 1 : -1;
            if (open < 0) {
                open = 0;
                unopened++;
            }
        }
        int start = from;
        Matcher before = OPENING.matcher(text.substring(Math.max(0, start - NEAR), start));
        while (unopened-- > 0 && before.find()) {
            start -= before.end() - before.start();
            before = OPENING.matcher(text.substring(Math.max(0, start - NEAR), start));
        }
        int end = to;
        Matcher after = CLOSING.matcher(text.substring(end, Math.min(text.length(), end + NEAR)));
        while (open-- > 0 && after.find()) {
            end += after.end();
            after = CLOSING.matcher(text.substring(end, Math.min(text.length(), end + NEAR)));
        }
        return new int[] {start, end};
    }
}
