package dev.arena.core.leak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The plain definition of {@link SelfIntroduction}, by regular expressions: whether a name stands where a model introduces itself, by the patterns of {@code introductions.txt}. */
final class PlainIntroduction {
    private static final int BEFORE = 120;
    private static final int AFTER = 90;
    private static final int MOST_WORDS = 4;
    private static final Patterns PATTERNS = new Patterns(WordLists.lines("introductions.txt"));

    private static final int SHORTEST_STEM = 4;
    private static final Set<String> LAST_WORDS = lastWords();

    /** The words of the patterns; a letter that may be missing from the end of one is left out too. */
    private static Set<String> lastWords() {
        Set<String> words = new HashSet<>();
        for (String prefix : List.of("BEFORE", "FILLERS", "MADE", "I_AM")) {
            for (String word : PATTERNS.words(prefix)) {
                words.add(word);
                words.add(word.substring(0, word.length() - 1));
            }
        }
        words.remove("");
        return words;
    }

    /** Enough by themselves. */
    private static final List<Pattern> ALONE_BEFORE = List.of(
            PATTERNS.get("BEFORE_INTRODUCES"),
            PATTERNS.get("BEFORE_MY_MAKER"),
            PATTERNS.get("BEFORE_MADE_BY"),
            PATTERNS.get("BEFORE_MODEL_BY"),
            PATTERNS.get("BEFORE_ME_CREO"),
            PATTERNS.get("BEFORE_THIS_IS"));

    /** What must stand before, and what after. */
    private record Around(Pattern before, Pattern after) {
        boolean matches(String left, String right) {
            return after.matcher(right).find() && before.matcher(left).find();
        }
    }

    private static final List<Around> BOTH = List.of(
            new Around(PATTERNS.get("BEFORE_AS"), PATTERNS.get("AFTER_AS")),
            new Around(PATTERNS.get("BEFORE_VON"), PATTERNS.get("AFTER_VON")),
            new Around(PATTERNS.get("BEFORE_HERE"), PATTERNS.get("AFTER_HERE")),
            new Around(PATTERNS.get("BEFORE_RULES"), PATTERNS.get("AFTER_RULES")));

    private static final Pattern MADE_ME = PATTERNS.get("AFTER_MADE_ME");
    private static final Pattern LABEL = PATTERNS.get("AFTER_LABEL");
    private static final Pattern BYLINE = PATTERNS.get("BEFORE_BYLINE");
    private static final Pattern FIRST_PERSON = PATTERNS.get("BEFORE_FIRST_PERSON");
    private static final Pattern SELF_PHRASE = PATTERNS.get("SELF_PHRASE");
    private static final Pattern UNKNOWN_MAKER = PATTERNS.get("AFTER_UNKNOWN_MAKER");
    private static final Pattern UNKNOWN_NAME = PATTERNS.get("BEFORE_UNKNOWN_NAME");

    private static final Pattern BETWEEN = PATTERNS.get("BETWEEN");

    private PlainIntroduction() {}

    /** Whether a name goes on with a sentence in which the writer introduced itself by another: "I'm …, a model from …". */
    static boolean follows(PlainText text, int introduced, int from) {
        return introduced >= 0
                && from - introduced <= BEFORE
                && BETWEEN.matcher(text.part(introduced, from)).find();
    }

    /** Whether a name in a text is the writer's own, by the words around it. */
    static boolean around(PlainText text, int from, int to) {
        String before = text.part(from - BEFORE, from);
        String after = text.part(to, to + AFTER);
        boolean led = isLed(before);
        return (led
                        && ALONE_BEFORE.stream()
                                .anyMatch(pattern -> pattern.matcher(before).find()))
                || MADE_ME.matcher(after).find()
                || BOTH.stream().anyMatch(both -> both.matches(before, after))
                || isLabel(text, from, after)
                || (led && isByline(text, before, to));
    }

    /** Whether the last word before a name is one that some pattern ends with; most are not, and this is soon found. */
    private static boolean isLed(String before) {
        int end = before.length();
        while (end > 0 && PlainTokens.kind(before.charAt(end - 1)) == 0) {
            end--;
        }
        int kind = end == 0 ? 0 : PlainTokens.kind(before.charAt(end - 1));
        int start = end;
        while (start > 0 && PlainTokens.kind(before.charAt(start - 1)) == kind && (kind != 4 || start == end)) {
            start--;
        }
        if (LAST_WORDS.contains(before.substring(start, end))) {
            return true;
        }
        for (int until = start + SHORTEST_STEM; until < end; until++) {
            if (LAST_WORDS.contains(before.substring(start, until))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLabel(PlainText text, int from, String after) {
        String start = from > 8 ? "no label" : text.part(0, from).strip();
        return (start.isEmpty() || start.equals("[") || start.equals("("))
                && LABEL.matcher(after).find();
    }

    /** A byline, unless the name goes on with a word that is written like a name: then it is of a person. */
    private static boolean isByline(PlainText text, String before, int to) {
        boolean goesOn = to + 1 < text.length() && text.charAt(to) == ' ' && PlainTokens.kind(text.charAt(to + 1)) != 0;
        boolean ofAPerson = goesOn && Character.isUpperCase(text.original().charAt(text.start(to + 1)));
        return !ofAPerson && BYLINE.matcher(before).find();
    }

    /**
     * The unknown maker or model that is named around a trigger.
     *
     * @return the beginning and the end of the name in the folded text, or an empty array
     */
    static int[] unknown(PlainText text, int from, int to) {
        int window = Math.max(0, from - BEFORE);
        Matcher phrase = SELF_PHRASE.matcher(text.part(window, to + AFTER));
        while (phrase.find()) {
            if (window + phrase.start(1) <= from && to <= window + phrase.end(1)) {
                return new int[] {window + phrase.start(1), window + phrase.end(1)};
            }
        }
        String before = text.part(from - BEFORE, from);
        int offset = Math.max(0, from - BEFORE);
        Matcher named = UNKNOWN_NAME.matcher(before);
        if (named.find() && isCapital(text, offset + named.start(1))) {
            return new int[] {offset + named.start(1), offset + named.end(1)};
        }
        if (!FIRST_PERSON.matcher(before).find()) {
            return new int[0];
        }
        Matcher maker = UNKNOWN_MAKER.matcher(text.part(to, to + AFTER));
        return maker.find() ? name(text, to + maker.end()) : new int[0];
    }

    /** Words that begin with a capital or a digit, or are of a script without capitals. */
    private static int[] name(PlainText text, int from) {
        int end = from;
        int at = from;
        for (int words = 0; words < MOST_WORDS && at < text.length() && isNamelike(text, at); words++) {
            while (at < text.length()
                    && (PlainTokens.kind(text.charAt(at)) != 0 || "-.&'".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            end = at;
            at += at < text.length() && text.charAt(at) == ' ' ? 1 : 0;
        }
        while (end > from && PlainTokens.kind(text.charAt(end - 1)) == 0) {
            end--;
        }
        return end > from ? new int[] {from, end} : new int[0];
    }

    private static boolean isNamelike(PlainText text, int at) {
        return PlainTokens.kind(text.charAt(at)) >= 2 || isCapital(text, at);
    }

    private static boolean isCapital(PlainText text, int at) {
        int original = text.original().codePointAt(text.start(at));
        return Character.isUpperCase(original)
                || Character.isTitleCase(original)
                || (Character.isLetter(original) && PlainTokens.kind(text.charAt(at)) >= 3);
    }
}
