package dev.arena.core.leak;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a name stands where a model introduces itself, by the patterns of {@code introductions.txt}, which are read when a text first
 * has a name.
 */
final class SelfIntroduction {
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

    /** What stands before a name: those that are enough by themselves, the byline, and those that need something behind it. */
    private static final Automaton BEFORE_NAME = PATTERNS.backward(
            "BEFORE_INTRODUCES",
            "BEFORE_MY_MAKER",
            "BEFORE_MADE_BY",
            "BEFORE_MODEL_BY",
            "BEFORE_ME_CREO",
            "BEFORE_THIS_IS",
            "BEFORE_BYLINE",
            "BEFORE_AS",
            "BEFORE_VON",
            "BEFORE_HERE",
            "BEFORE_RULES");

    private static final int ALONE = 0b11_1111;
    private static final int BYLINE = 1 << 6;
    private static final int FIRST_OF_BOTH = 7;

    /** What stands behind a name: what goes with the last ones before it, in the same order, and what is enough by itself. */
    private static final Automaton AFTER_NAME =
            PATTERNS.forward("AFTER_AS", "AFTER_VON", "AFTER_HERE", "AFTER_RULES", "AFTER_MADE_ME", "AFTER_LABEL");

    private static final int BOTH = 0b1111;
    private static final int MADE_ME = 1 << 4;
    private static final int LABEL = 1 << 5;

    private static final Automaton BEFORE_TRIGGER = PATTERNS.backward("BEFORE_FIRST_PERSON", "BEFORE_UNKNOWN_NAME");
    private static final int FIRST_PERSON = 1;
    private static final int NAMED = 1 << 1;
    private static final Automaton AFTER_TRIGGER = PATTERNS.forward("AFTER_UNKNOWN_MAKER");
    private static final Pattern SELF_PHRASE = PATTERNS.get("SELF_PHRASE");
    private static final Pattern UNKNOWN_MAKER = PATTERNS.get("AFTER_UNKNOWN_MAKER");
    private static final Pattern UNKNOWN_NAME = PATTERNS.get("BEFORE_UNKNOWN_NAME");

    private static final Automaton BETWEEN = PATTERNS.backward("BETWEEN");

    private SelfIntroduction() {}

    /** Whether a name goes on with a sentence in which the writer introduced itself by another: "I'm …, a model from …". */
    static boolean follows(FoldedText text, int introduced, int from) {
        return introduced >= 0
                && from - introduced <= BEFORE
                && BETWEEN.before(text.chars(), Math.max(introduced, from), introduced) != 0;
    }

    private static int before(Automaton automaton, FoldedText text, int from) {
        return automaton.before(text.chars(), from, Math.max(0, from - BEFORE));
    }

    private static int after(Automaton automaton, FoldedText text, int to) {
        return automaton.after(text.chars(), to, Math.min(text.length(), to + AFTER));
    }

    /** Whether a name in a text is the writer's own, by the words around it. */
    static boolean around(FoldedText text, int from, int to) {
        int after = after(AFTER_NAME, text, to);
        if ((after & MADE_ME) != 0 || ((after & LABEL) != 0 && isFirst(text, from))) {
            return true;
        }
        int before = before(BEFORE_NAME, text, from);
        if ((before >> FIRST_OF_BOTH & after & BOTH) != 0) {
            return true;
        }
        boolean alone = (before & ALONE) != 0;
        return (alone || ((before & BYLINE) != 0 && !isOfAPerson(text, to))) && isLed(text.part(from - BEFORE, from));
    }

    /** Whether the last word before a name is one that some pattern ends with; most are not, and this is soon found. */
    private static boolean isLed(String before) {
        int end = before.length();
        while (end > 0 && Tokens.kind(before.charAt(end - 1)) == 0) {
            end--;
        }
        int kind = end == 0 ? 0 : Tokens.kind(before.charAt(end - 1));
        int start = end;
        while (start > 0 && Tokens.kind(before.charAt(start - 1)) == kind && (kind != 4 || start == end)) {
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

    private static boolean isFirst(FoldedText text, int from) {
        String start = from > 8 ? "no label" : text.part(0, from).strip();
        return start.isEmpty() || start.equals("[") || start.equals("(");
    }

    /** Whether a name goes on with a word that is written like a name: then a byline is of a person. */
    private static boolean isOfAPerson(FoldedText text, int to) {
        boolean goesOn = to + 1 < text.length() && text.charAt(to) == ' ' && Tokens.kind(text.charAt(to + 1)) != 0;
        return goesOn && Character.isUpperCase(text.original().charAt(text.start(to + 1)));
    }

    /**
     * The unknown maker or model that is named around a trigger.
     *
     * @return the beginning and the end of the name in the folded text, or an empty array
     */
    static int[] unknown(FoldedText text, int from, int to) {
        int window = Math.max(0, from - BEFORE);
        Matcher phrase = SELF_PHRASE.matcher(text.part(window, to + AFTER));
        while (phrase.find()) {
            if (window + phrase.start(1) <= from && to <= window + phrase.end(1)) {
                return new int[] {window + phrase.start(1), window + phrase.end(1)};
            }
        }
        int found = before(BEFORE_TRIGGER, text, from);
        if ((found & NAMED) != 0) {
            int offset = Math.max(0, from - BEFORE);
            Matcher named = UNKNOWN_NAME.matcher(text.part(offset, from));
            if (named.find() && isCapital(text, offset + named.start(1))) {
                return new int[] {offset + named.start(1), offset + named.end(1)};
            }
        }
        if ((found & FIRST_PERSON) == 0 || after(AFTER_TRIGGER, text, to) == 0) {
            return new int[0];
        }
        Matcher maker = UNKNOWN_MAKER.matcher(text.part(to, to + AFTER));
        return maker.find() ? name(text, to + maker.end()) : new int[0];
    }

    /** Words that begin with a capital or a digit, or are of a script without capitals. */
    private static int[] name(FoldedText text, int from) {
        int end = from;
        int at = from;
        for (int words = 0; words < MOST_WORDS && at < text.length() && isNamelike(text, at); words++) {
            while (at < text.length() && (Tokens.kind(text.charAt(at)) != 0 || "-.&'".indexOf(text.charAt(at)) >= 0)) {
                at++;
            }
            end = at;
            at += at < text.length() && text.charAt(at) == ' ' ? 1 : 0;
        }
        while (end > from && Tokens.kind(text.charAt(end - 1)) == 0) {
            end--;
        }
        return end > from ? new int[] {from, end} : new int[0];
    }

    private static boolean isNamelike(FoldedText text, int at) {
        return Tokens.kind(text.charAt(at)) >= 2 || isCapital(text, at);
    }

    private static boolean isCapital(FoldedText text, int at) {
        int original = text.original().codePointAt(text.start(at));
        return Character.isUpperCase(original)
                || Character.isTitleCase(original)
                || (Character.isLetter(original) && Tokens.kind(text.charAt(at)) >= 3);
    }
}
