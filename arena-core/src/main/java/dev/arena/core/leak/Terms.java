package dev.arena.core.leak;

import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Terms as a tree over their tokens, so that a text is read once however many there are. */
final class Terms {
    private final Node root = new Node();

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
            return number != null && chars[from] >= '0' && chars[from] <= '9' ? number : null;
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
    }

    /** A term found at tokens {@code first} to {@code last}, both included. */
    record Hit(int first, int last, Term.Kind kind) {}

    /** The longest term that begins at a token. */
    @Nullable
    Hit longest(FoldedText text, Tokens tokens, int first) {
        Hit best = null;
        Node node = root.find(text.chars(), tokens.start(first), tokens.end(first));
        int last = first;
        while (node != null) {
            if (node.kind != null) {
                best = new Hit(first, last, node.kind);
            }
            if (last + 1 >= tokens.size() || !tokens.joins(last)) {
                break;
            }
            last++;
            node = node.find(text.chars(), tokens.start(last), tokens.end(last));
        }
        return best;
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
