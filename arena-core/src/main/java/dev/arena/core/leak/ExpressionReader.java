package dev.arena.core.leak;

import dev.arena.core.leak.Expression.Border;
import dev.arena.core.leak.Expression.Choice;
import dev.arena.core.leak.Expression.Edge;
import dev.arena.core.leak.Expression.Letters;
import dev.arena.core.leak.Expression.NotBefore;
import dev.arena.core.leak.Expression.One;
import dev.arena.core.leak.Expression.Repeated;
import dev.arena.core.leak.Expression.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Reads a regular expression in the notation of {@link java.util.regex.Pattern}; what it does not know is an error. */
final class ExpressionReader {
    private static final String SPACES = " \t\n\u000B\f\r";
    private static final String WORD = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    /** The border of a word, as {@link Patterns} writes it. */
    private static final Expression WORD_LETTER = new One(new Letters("", true, true, false));

    private final String source;
    private int at;

    private ExpressionReader(String source) {
        this.source = source;
    }

    /**
     * The tree of an expression.
     *
     * @throws IllegalArgumentException where it uses something else
     */
    static Expression read(String source) {
        ExpressionReader reader = new ExpressionReader(source);
        Expression whole = reader.choice();
        if (reader.at < source.length()) {
            throw reader.unknown();
        }
        return whole;
    }

    private IllegalArgumentException unknown() {
        return new IllegalArgumentException(
                "introductions.txt: \"" + source.substring(at, Math.min(source.length(), at + 20))
                        + "\" is not understood. Allowed: letters, [classes], (?:groups), (?!…), |, ?, *, +, {m,n}, ^,"
                        + " $, {<}, {>}.");
    }

    private boolean sees(String text) {
        return source.startsWith(text, at);
    }

    private boolean takes(String text) {
        boolean seen = sees(text);
        at += seen ? text.length() : 0;
        return seen;
    }

    private void require(String text) {
        if (!takes(text)) {
            throw unknown();
        }
    }

    private Expression choice() {
        List<Expression> options = new ArrayList<>();
        do {
            options.add(sequence());
        } while (takes("|"));
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    private Expression sequence() {
        List<Expression> parts = new ArrayList<>();
        while (at < source.length() && !sees("|") && !sees(")")) {
            parts.add(repeated(one()));
        }
        return new Sequence(parts);
    }

    private Expression repeated(Expression part) {
        Expression repeated = part;
        if (takes("?")) {
            repeated = new Repeated(part, 0, 1);
        } else if (takes("*")) {
            repeated = new Repeated(part, 0, Expression.ENDLESS);
        } else if (takes("+")) {
            repeated = new Repeated(part, 1, Expression.ENDLESS);
        } else if (takes("{")) {
            int least = number();
            require(",");
            int most = number();
            require("}");
            repeated = new Repeated(part, least, most);
        } else {
            return part;
        }
        // A reluctant repetition finds the same texts.
        boolean reluctant = takes("?");
        if (!reluctant && sees("+")) {
            throw unknown();
        }
        return repeated;
    }

    private int number() {
        int from = at;
        while (at < source.length() && Character.isDigit(source.charAt(at))) {
            at++;
        }
        if (from == at) {
            throw unknown();
        }
        return Integer.parseInt(source.substring(from, at));
    }

    private Expression one() {
        if (takes("(?<!")) {
            return border(false);
        }
        if (takes("(?!")) {
            return border(true);
        }
        if (sees("(")) {
            return group();
        }
        if (takes("[")) {
            return new One(letterClass());
        }
        if (takes("^")) {
            return new Edge(false);
        }
        if (takes("$")) {
            // The end counts before a last line break too.
            return new Sequence(List.of(new Repeated(new One(letter('\n')), 0, 1), new Edge(true)));
        }
        if (sees("\\")) {
            return new One(escaped());
        }
        char c = source.charAt(at);
        if (".{}?*+".indexOf(c) >= 0 || Character.isSurrogate(c)) {
            throw unknown();
        }
        at++;
        return new One(letter(c));
    }

    private Expression group() {
        if (!takes("(?:")) {
            at++;
            if (sees("?")) {
                throw unknown();
            }
        }
        Expression inside = choice();
        require(")");
        return inside;
    }

    private Expression border(boolean next) {
        Expression inside = choice();
        require(")");
        if (inside.equals(new Sequence(List.of(WORD_LETTER)))) {
            return new Border(next);
        }
        if (!next) {
            throw unknown();
        }
        return new NotBefore(inside);
    }

    private static Letters letter(char c) {
        return new Letters(String.valueOf(c), false, false, false);
    }

    private Letters escaped() {
        if (takes("\\s")) {
            return new Letters(SPACES, false, false, false);
        }
        if (takes("\\n")) {
            return letter('\n');
        }
        if (takes("\\w")) {
            return new Letters(WORD, false, false, false);
        }
        if (takes("\\p{L}")) {
            return new Letters("", true, false, false);
        }
        if (takes("\\p{N}")) {
            return new Letters("", false, true, false);
        }
        at++;
        if (at == source.length() || Character.isLetterOrDigit(source.charAt(at))) {
            throw unknown();
        }
        return letter(source.charAt(at++));
    }

    private Letters letterClass() {
        boolean negated = takes("^");
        StringBuilder chars = new StringBuilder();
        boolean letters = false;
        boolean numbers = false;
        while (!takes("]")) {
            if (at == source.length() || sees("[") || sees("&&") || isRange()) {
                throw unknown();
            }
            Letters part = sees("\\") ? escaped() : letter(source.charAt(at++));
            chars.append(part.chars());
            letters |= part.letters();
            numbers |= part.numbers();
        }
        return new Letters(chars.toString(), letters, numbers, negated);
    }

    /** Whether a range such as {@code a-z} begins here; a hyphen at either end of a class is itself. */
    private boolean isRange() {
        return at + 2 < source.length()
                && source.charAt(at + 1) == '-'
                && source.charAt(at) != '\\'
                && source.charAt(at + 2) != ']';
    }
}
