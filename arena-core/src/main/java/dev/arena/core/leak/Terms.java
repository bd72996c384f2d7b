package dev.arena.core.leak;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Terms as a tree over their tokens, so that a text is read once however many there are. */
final class Terms {
    private static final int MARKS = 1 << 14;

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

    /** The longest term that begins at a token; of two that are as long, the one that counts in more places. */
    @Nullable
    Hit longest(FoldedText text, Tokens tokens, int first) {
        if (!mayBegin(text.chars(), tokens.start(first), tokens.end(first))) {
            return null;
        }
        return better(null, root, new Place(text, tokens, first, first));
    }

    /** Where in a text the search is. */
    private record Place(FoldedText text, Tokens tokens, int first, int next) {
        boolean goesOn() {
            return next < tokens.size() && (next == first || tokens.joins(next - 1));
        }

        Place further() {
            return new Place(text, tokens, first, next + 1);
        }
    }

    private static @Nullable Hit better(@Nullable Hit best, Node node, Place place) {
        Hit found = best;
        Term.Kind kind = node.kind;
        int last = place.next() - 1;
        if (kind != null
                && (found == null
                        || last > found.last()
                        || (last == found.last() && kind.compareTo(found.kind()) < 0))) {
            found = new Hit(place.first(), last, kind);
        }
        if (!place.goesOn()) {
            return found;
        }
        int from = place.tokens().start(place.next());
        Node word = node.find(place.text().chars(), from, place.tokens().end(place.next()));
        Node number = node.number(place.text().charAt(from));
        found = word == null ? found : better(found, word, place.further());
        return number == null ? found : better(found, number, place.further());
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
