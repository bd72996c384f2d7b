package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A regular expression as a tree: as much of the language as {@code introductions.txt} uses. */
sealed interface Expression {
    /** Without an upper limit. */
    int ENDLESS = -1;

    /** One character. */
    record One(Letters letters) implements Expression {}

    /** One part behind the other. */
    record Sequence(List<Expression> parts) implements Expression {}

    /** Any one of several. */
    record Choice(List<Expression> options) implements Expression {}

    /** A part from {@code least} to {@code most} times. */
    record Repeated(Expression part, int least, int most) implements Expression {}

    /** The border of a word: no letter or digit comes next, or none came last. */
    record Border(boolean next) implements Expression {}

    /** The end of the text from which reading starts, or the other one. */
    record Edge(boolean reached) implements Expression {}

    /** A place behind which this does not stand; only for reading backward. */
    record NotBefore(Expression part) implements Expression {}

    /** The end of an expression, by its number. */
    record Found(int number) implements Expression {}

    /** Characters by themselves or by kind. */
    record Letters(String chars, boolean letters, boolean numbers, boolean negated) {
        boolean contains(char c) {
            boolean listed = chars.indexOf(c) >= 0 || (letters && isLetter(c)) || (numbers && isNumber(c));
            return listed != negated;
        }

        static boolean isLetter(int c) {
            return Character.isLetter(c);
        }

        static boolean isNumber(int c) {
            int type = Character.getType(c);
            return type == Character.DECIMAL_DIGIT_NUMBER
                    || type == Character.LETTER_NUMBER
                    || type == Character.OTHER_NUMBER;
        }
    }

    /** The expression as it is met by who reads backward; a parser makes expressions for reading forward. */
    default Expression reversed() {
        if (this instanceof Sequence sequence) {
            List<Expression> parts = new ArrayList<>();
            for (Expression part : sequence.parts()) {
                parts.add(0, part.reversed());
            }
            return new Sequence(parts);
        }
        if (this instanceof Border border) {
            return new Border(!border.next());
        }
        if (this instanceof Edge edge) {
            return new Edge(!edge.reached());
        }
        return map(Expression::reversed);
    }

    /** The same expression with options that begin alike drawn together, so that few are open at once. */
    default Expression factored() {
        Expression inner = map(Expression::factored);
        if (inner instanceof Sequence sequence) {
            return new Sequence(flat(sequence));
        }
        return inner instanceof Choice choice ? factored(choice) : inner;
    }

    private static Expression factored(Choice choice) {
        Map<Expression, List<Expression>> byFirst = new LinkedHashMap<>();
        List<Expression> options = new ArrayList<>();
        for (Expression option : choice.options()) {
            List<Expression> parts = flat(option);
            if (parts.isEmpty()) {
                options.add(option);
            } else {
                byFirst.computeIfAbsent(parts.get(0), unused -> new ArrayList<>())
                        .add(new Sequence(parts.subList(1, parts.size())));
            }
        }
        byFirst.forEach((first, rests) -> {
            Expression rest = rests.size() == 1 ? rests.get(0) : factored(new Choice(rests));
            options.add(new Sequence(flat(new Sequence(List.of(first, rest)))));
        });
        return options.size() == 1 ? options.get(0) : new Choice(options);
    }

    private static List<Expression> flat(Expression expression) {
        if (!(expression instanceof Sequence sequence)) {
            return List.of(expression);
        }
        List<Expression> parts = new ArrayList<>();
        sequence.parts().forEach(part -> parts.addAll(flat(part)));
        return List.copyOf(parts);
    }

    private Expression map(UnaryOperator<Expression> change) {
        if (this instanceof Sequence sequence) {
            return new Sequence(sequence.parts().stream().map(change).toList());
        }
        if (this instanceof Choice choice) {
            return new Choice(choice.options().stream().map(change).toList());
        }
        if (this instanceof Repeated repeated) {
            return new Repeated(change.apply(repeated.part()), repeated.least(), repeated.most());
        }
        return this instanceof NotBefore not ? new NotBefore(change.apply(not.part())) : this;
    }
}
