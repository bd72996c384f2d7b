package dev.arena.core.leak;

import dev.arena.core.leak.Moves.Move;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Several regular expressions as one machine that reads each character once, and stops as soon as none of them can be found any more. Its
 * states are made when they are first needed. It finds what {@link java.util.regex.Pattern} finds. Safe for use by many threads: states never
 * change, and a step that two threads make at once is the same.
 */
final class Automaton {
    /** Further ones are made and not kept. */
    private static final int MOST_STATES = 20_000;

    private final Moves moves;
    private final CharGroups groups;
    private final Map<String, State> states = new ConcurrentHashMap<>();
    private final State start;

    /** Where reading is: the moves that wait for a character, what the last one was, and what was found on the way here. */
    private static final class State {
        private final char[] waiting;
        private final Last last;
        private final int found;
        private final @Nullable State[] next;

        State(char[] waiting, Last last, int found, int groups) {
            this.waiting = waiting;
            this.last = last;
            this.found = found;
            this.next = new State[groups];
        }

        /** Whether nothing more can be found. */
        boolean isEnd() {
            return waiting.length == 0;
        }
    }

    private enum Last {
        NOTHING,
        WORD,
        OTHER
    }

    private Automaton(Expression expression, boolean backward) {
        moves = new Moves(expression.factored());
        groups = new CharGroups(moves.letters(), backward);
        start = new State(new char[] {(char) moves.start()}, Last.NOTHING, 0, groups.count() + 1);
    }

    /** Of expressions that end where reading starts. */
    static Automaton backward(List<String> expressions) {
        return new Automaton(numbered(expressions, Expression::reversed), true);
    }

    /** Of expressions that begin where reading starts. */
    static Automaton forward(List<String> expressions) {
        return new Automaton(numbered(expressions, expression -> expression), false);
    }

    private static Expression numbered(List<String> expressions, UnaryOperator<Expression> change) {
        List<Expression> options = new ArrayList<>();
        for (String source : expressions) {
            Expression expression = change.apply(ExpressionReader.read(source));
            options.add(new Expression.Sequence(List.of(expression, new Expression.Found(options.size()))));
        }
        return new Expression.Choice(options);
    }

    /** Which expressions are found in the characters before {@code from}, of which {@code least} is the first: bit by number. */
    int before(char[] chars, int from, int least) {
        State state = start;
        int found = 0;
        int at = from;
        while (at > least) {
            at--;
            int group = groups.of(chars[at]);
            if (group == CharGroups.SURROGATE) {
                boolean pair = at > least && Character.isSurrogatePair(chars[at - 1], chars[at]);
                at -= pair ? 1 : 0;
                group = groups.of(pair ? Character.toCodePoint(chars[at], chars[at + 1]) : chars[at]);
            }
            state = next(state, group);
            found |= state.found;
            if (state.isEnd()) {
                return found;
            }
        }
        return found | next(state, groups.count()).found;
    }

    /** Which expressions are found in the characters from {@code from}, of which the one before {@code end} is the last: bit by number. */
    int after(char[] chars, int from, int end) {
        State state = start;
        int found = 0;
        int at = from;
        while (at < end) {
            int group = groups.of(chars[at]);
            if (group == CharGroups.SURROGATE) {
                boolean pair = at + 1 < end && Character.isSurrogatePair(chars[at], chars[at + 1]);
                group = groups.of(pair ? Character.toCodePoint(chars[at], chars[at + 1]) : chars[at]);
                at += pair ? 1 : 0;
            }
            at++;
            state = next(state, group);
            found |= state.found;
            if (state.isEnd()) {
                return found;
            }
        }
        return found | next(state, groups.count()).found;
    }

    private State next(State state, int group) {
        State known = state.next[group];
        return known == null ? made(state, group) : known;
    }

    private State made(State state, int group) {
        Reached reached = new Reached(state, group);
        BitSet waiting = new BitSet();
        boolean alive = false;
        if (group < groups.count()) {
            for (int move : reached.letters) {
                Move letter = moves.get(move);
                if (groups.contains(letter.number(), group)) {
                    waiting.set(letter.then().get(0));
                    alive |= !moves.isTracking(move);
                }
            }
        }
        State made = alive
                ? state(waiting, groups.isWordBehind(group) ? Last.WORD : Last.OTHER, reached.found)
                : state(new BitSet(), Last.OTHER, reached.found);
        if (states.size() < MOST_STATES) {
            state.next[group] = made;
        }
        return made;
    }

    private State state(BitSet waiting, Last last, int found) {
        StringBuilder key = new StringBuilder();
        waiting.stream().forEach(move -> key.append((char) move));
        State made = new State(key.toString().toCharArray(), last, found, groups.count() + 1);
        if (states.size() >= MOST_STATES) {
            return made;
        }
        key.append(last).append((char) found);
        State known = states.putIfAbsent(key.toString(), made);
        return known == null ? made : known;
    }

    /** The moves that can be made from a state without reading, when the group of the next character is known. */
    private final class Reached {
        private final List<Integer> letters = new ArrayList<>();
        private int found;
        private int tracked;
        private final BitSet seen = new BitSet();
        private final ArrayDeque<Integer> open = new ArrayDeque<>();

        Reached(State state, int group) {
            moves.trackers().forEach(this::reach);
            for (char move : state.waiting) {
                if (moves.isTracking(move)) {
                    reach(move);
                }
            }
            follow(state.last, group);
            for (char move : state.waiting) {
                reach(move);
            }
            follow(state.last, group);
        }

        private void reach(int move) {
            if (!seen.get(move)) {
                seen.set(move);
                open.add(move);
            }
        }

        private void follow(Last last, int group) {
            while (!open.isEmpty()) {
                int next = open.remove();
                Move move = moves.get(next);
                boolean goesOn = switch (move.kind()) {
                    case FORK -> true;
                    case NEXT_BORDER -> group == groups.count() || !groups.isWordAhead(group);
                    case LAST_BORDER -> last != Last.WORD;
                    case START -> last == Last.NOTHING;
                    case END -> group == groups.count();
                    case UNLESS -> (tracked & 1 << move.number()) == 0;
                    case LETTER, TRACKED, FOUND -> false;
                };
                if (goesOn) {
                    for (int then : move.then()) {
                        reach(then);
                    }
                }
                take(next, move);
            }
        }

        private void take(int number, Move move) {
            switch (move.kind()) {
                case LETTER -> letters.add(number);
                case FOUND -> found |= 1 << move.number();
                case TRACKED -> tracked |= 1 << move.number();
                default -> {}
            }
        }
    }
}
