package dev.arena.core.leak;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Expressions as a graph of moves: each says what must be so for the next one to be made. Behind a move {@link Kind#LETTER} a character
 * is read; the others read nothing.
 */
final class Moves {
    /** What a move asks for. */
    enum Kind {
        /** A character that is one of these. */
        LETTER,
        /** Nothing; several moves may follow. */
        FORK,
        /** That the character to be read next is of no word. */
        NEXT_BORDER,
        /** That the character read last is of no word. */
        LAST_BORDER,
        /** That nothing was read yet. */
        START,
        /** That nothing is left to read. */
        END,
        /** That what was read last is not what a tracker looks for. */
        UNLESS,
        /** Nothing: a tracker found what it looks for. */
        TRACKED,
        /** Nothing: an expression ends here. */
        FOUND
    }

    /**
     * A move.
     *
     * @param number of the letters, the tracker or the expression
     * @param then the moves that may follow
     */
    record Move(Kind kind, int number, List<Integer> then) {}

    private final List<Move> moves = new ArrayList<>();
    private final List<Expression.Letters> letters = new ArrayList<>();
    private final List<Integer> trackers = new ArrayList<>();
    private final BitSet tracking = new BitSet();
    private final int start;

    /** The graph of an expression that ends in {@link Expression.Found} wherever it ends. */
    Moves(Expression expression) {
        start = add(expression, -1);
    }

    int start() {
        return start;
    }

    int size() {
        return moves.size();
    }

    Move get(int move) {
        return moves.get(move);
    }

    List<Expression.Letters> letters() {
        return letters;
    }

    /** Where each tracker begins; a tracker begins anew at every character. */
    List<Integer> trackers() {
        return trackers;
    }

    /** Whether a move is of a tracker. */
    boolean isTracking(int move) {
        return tracking.get(move);
    }

    private int put(Kind kind, int number, Integer... then) {
        moves.add(new Move(kind, number, List.of(then)));
        return moves.size() - 1;
    }

    /** Adds an expression that is followed by a move; gives its first move. */
    private int add(Expression expression, int then) {
        if (expression instanceof Expression.One one) {
            return put(Kind.LETTER, letters(one.letters()), then);
        }
        if (expression instanceof Expression.Sequence sequence) {
            int next = then;
            for (int i = sequence.parts().size() - 1; i >= 0; i--) {
                next = add(sequence.parts().get(i), next);
            }
            return next;
        }
        if (expression instanceof Expression.Choice choice) {
            return put(
                    Kind.FORK,
                    0,
                    choice.options().stream().map(option -> add(option, then)).toArray(Integer[]::new));
        }
        if (expression instanceof Expression.Repeated repeated) {
            return add(repeated, then);
        }
        if (expression instanceof Expression.Border border) {
            return put(border.next() ? Kind.NEXT_BORDER : Kind.LAST_BORDER, 0, then);
        }
        if (expression instanceof Expression.Edge edge) {
            return put(edge.reached() ? Kind.END : Kind.START, 0, then);
        }
        if (expression instanceof Expression.NotBefore not) {
            return put(Kind.UNLESS, tracker(not.part()), then);
        }
        return put(Kind.FOUND, ((Expression.Found) expression).number());
    }

    private int letters(Expression.Letters wanted) {
        int known = letters.indexOf(wanted);
        if (known < 0) {
            letters.add(wanted);
        }
        return known < 0 ? letters.size() - 1 : known;
    }

    private int add(Expression.Repeated repeated, int then) {
        int next = then;
        if (repeated.most() == Expression.ENDLESS) {
            next = put(Kind.FORK, 0);
            int body = add(repeated.part(), next);
            moves.set(next, new Move(Kind.FORK, 0, List.of(body, then)));
        }
        for (int i = repeated.least(); i < repeated.most(); i++) {
            next = put(Kind.FORK, 0, add(repeated.part(), next), then);
        }
        for (int i = 0; i < repeated.least(); i++) {
            next = add(repeated.part(), next);
        }
        return next;
    }

    private int tracker(Expression part) {
        int number = trackers.size();
        trackers.add(-1);
        int from = moves.size();
        int first = add(part, put(Kind.TRACKED, number));
        tracking.set(from, moves.size());
        trackers.set(number, first);
        return number;
    }
}
