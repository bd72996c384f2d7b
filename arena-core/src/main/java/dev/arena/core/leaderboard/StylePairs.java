package dev.arena.core.leaderboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pairs of styles, numbered from 1 in the order they are first seen; 0 says that the styles are not known. */
final class StylePairs {
    private final List<StylePair> pairs = new ArrayList<>();
    private final Map<StylePair, Integer> codes = new HashMap<>();

    /** The pairs that are known now, to be looked up only. */
    StylePairs frozen() {
        StylePairs copy = new StylePairs();
        copy.pairs.addAll(pairs);
        return copy;
    }

    int code(StylePair pair) {
        return codes.computeIfAbsent(pair, seen -> {
            pairs.add(seen);
            return pairs.size();
        });
    }

    StylePair pair(int code) {
        return pairs.get(code - 1);
    }

    /** What each code becomes in other pairs, which take in those that they lack. */
    int[] translated(StylePairs to) {
        int[] there = new int[pairs.size() + 1];
        for (int code = 1; code < there.length; code++) {
            there[code] = to.code(pair(code));
        }
        return there;
    }
}
