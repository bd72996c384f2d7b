package dev.arena.core.leak;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Terms as a tree over their tokens, so that a text is read once however many there are. */
final class Terms {
    private static final int MARKS = 1 << 14;
    private static final int SHORTEST_SPELLED = 3;
    private static final int LONGEST_SPELLED = 16;

    private final Node root = new Node();
    /** First words of terms by a hash of a few of their characters and their length: most words that are none are soon known. */
    private final boolean[] marked = new boolean[MARKS];

    private boolean numbered;

    /** A prefix of terms. Children are found by a hash of the characters, without making a string of them. */
    private static final class Node {
        private Map<String, Node> children = Map.of();
        private Entry @Nullable [] table;
        private Term.@Nullable Kind kind;
        private @Nullable Node number;

        private record Entry(String word, Node node) {}

        Node child(String word) {
            if (children.isEmpty()) {
                children = new TreeMap<>();
            }
            return children.computeIfAbsent(word, unused -> new Node());
        }

        void freeze() {
            int capacity = Integer.highestOneBit(Math.max(2, children.size() * 4)) << 1;
            Entry[] entries = new Entry[capacity];
            for (Map.Entry<String, Node> child : children.entrySet()) {
                child.getValue().freeze();
                String word = child.getKey();
                if (word.equals(Term.NUMBER)) {
                    number = child.getValue();
                    continue;
                }
                int slot = word.hashCode() & capacity - 1;
                while (entries[slot] != null) {
                    slot = slot + 1 & capacity - 1;
                }
                entries[slot] = new Entry(word, child.getValue());
            }
            table = entries;
        }

        @Nullable
        Node find(char[] chars, int from, int to) {
            Entry[] entries = table;
            if (entries == null) {
                return null;
            }
            int hash = 0;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + chars[i];
            }
            for (int slot = hash & entries.length - 1; entries[slot] != null; slot = slot + 1 & entries.length - 1) {
                if (matches(entries[slot].word(), chars, from, to)) {
                    return entries[slot].node();
                }
            }
            return null;
        }

        /** What follows any number. */
        @Nullable
        Node number(char first) {
            return first >= '0' && first <= '9' ? number : null;
        }

        private static boolean matches(String word, char[] chars, int from, int to) {
            if (word.length() != to - from) {
                return false;
            }
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) != chars[from + i]) {
                    return false;
                }
            }
            return true;
        }
    }

    Terms(Collection<Term> terms) {
        for (Term term : terms) {
            Node node = root;
            for (String token : term.tokens()) {
                node = node.child(token);
            }
            if (node.kind == null || term.kind().compareTo(node.kind) < 0) {
                node.kind = term.kind();
            }
        }
        root.freeze();
        for (String word : root.children.keySet()) {
            numbered |= word.equals(Term.NUMBER);
            marked[mark(word.toCharArray(), 0, word.length())] = true;
        }
    }

    private static int mark(char[] chars, int from, int to) {
        int second = to - from > 1 ? chars[from + 1] : 0;
        return ((chars[from] * 31 + second) * 31 + chars[to - 1]) * 31 + to - from & MARKS - 1;
    }

    private boolean mayBegin(char[] chars, int from, int to) {
        return marked[mark(chars, from, to)] || (numbered && chars[from] >= '0' && chars[from] <= '9');
    }

    /** A term found at tokens {@code first} to {@code last}, both included. */
    record Hit(int first, int last, Term.Kind kind) {}

    /**
     * The longest term that begins at a token. It is of the strongest kind of all that begin there, since a longer name is no less of a
     * name than its beginning.
     */
    @Nullable
    Hit longest(FoldedText text, Tokens tokens, int first) {
        if (!mayBegin(text.chars(), tokens.start(first), tokens.end(first)) && !isSpelled(tokens, first)) {
            return null;
        }
        Search search = new Search(text, tokens);
        search.from(root, -1, first);
        return search.best(first);
    }

    /** Whether a word may be written letter by letter from a token on. */
    private static boolean isSpelled(Tokens tokens, int first) {
        return tokens.isLetter(first)
                && first + 2 < tokens.size()
                && tokens.isLetter(first + 1)
                && tokens.isLetter(first + 2)
                && tokens.joins(first);
    }

    /** What begins at one token. */
    private static final class Search {
        private final FoldedText text;
        private final Tokens tokens;
        private int last = -1;
        private Term.Kind kind = Term.Kind.NONE;
        private Term.Kind strongest = Term.Kind.NONE;

        Search(FoldedText text, Tokens tokens) {
            this.text = text;
            this.tokens = tokens;
        }

        /** Goes on from a prefix that ends with token {@code end}; -1 for next where the text does not go on. */
        void from(Node node, int end, int next) {
            if (node.kind != null) {
                take(node.kind, end);
            }
            if (next < 0) {
                return;
            }
            int from = tokens.start(next);
            Node word = node.find(text.chars(), from, tokens.end(next));
            if (word != null) {
                from(word, next, tokens.next(next));
            }
            Node number = node.number(text.charAt(from));
            if (number != null) {
                from(number, next, tokens.next(next));
            }
            if (isSpelled(tokens, next)) {
                spelled(node, next);
            }
        }

        private void take(Term.Kind found, int end) {
            if (end > last || (end == last && found.compareTo(kind) < 0)) {
                last = end;
                kind = found;
            }
            boolean lends = found != Term.Kind.EXACT && found.compareTo(strongest) < 0;
            strongest = lends ? found : strongest;
        }

        private void spelled(Node node, int first) {
            char[] letters = new char[LONGEST_SPELLED];
            int count = 0;
            int at = first;
            while (count < LONGEST_SPELLED && at < tokens.size() && tokens.isLetter(at)) {
                letters[count++] = text.charAt(tokens.start(at));
                Node word = count < SHORTEST_SPELLED ? null : node.find(letters, 0, count);
                if (word != null) {
                    from(word, at, tokens.next(at));
                }
                if (at + 1 == tokens.size() || !tokens.joins(at)) {
                    return;
                }
                at++;
            }
        }

        @Nullable
        Hit best(int first) {
            if (last < 0) {
                return null;
            }
            return new Hit(first, last, kind.isName() && strongest.compareTo(kind) < 0 ? strongest : kind);
        }
    }

    /** Terms with kinds, the strongest where a term has several; for hashing and looking at. */
    static SortedMap<String, Term.Kind> byKey(Collection<Term> terms) {
        SortedMap<String, Term.Kind> sorted = new TreeMap<>();
        for (Term term : terms) {
            sorted.merge(term.key(), term.kind(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
        return sorted;
    }
}
