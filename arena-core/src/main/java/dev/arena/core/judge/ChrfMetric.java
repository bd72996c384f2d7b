package dev.arena.core.judge;

import java.util.HashMap;
import java.util.Map;

/**
 * chrF2: the F-score of character n-grams.
 *
 * <p>For n = 1..6 let P_n and R_n be the shares of the text's and of the reference's n-grams that the other has too (counts
 * clipped). P and R are their means over the orders for which both sides have n-grams, and the score is
 * {@code (1 + β²) P R / (β² P + R)} with β = 2, which weighs recall twice as much as precision.
 *
 * <p>Input: characters are Unicode code points, white space is removed, case is kept. Output: 0 to 1; 0 where either side has no
 * characters. Cost: O(6 n) in time and memory for n characters.
 *
 * <p>Source: Popović, M. (2015), chrF: character n-gram F-score for automatic MT evaluation, WMT 2015, section 3,
 * doi:10.18653/v1/W15-3049; averaging over effective orders as sacreBLEU does (signature {@code nc:6|nw:0|space:no}).
 */
final class ChrfMetric implements Metric {
    private static final int ORDER = 6;
    private static final double BETA_SQUARED = 4;
    private static final int NEXT_LINE = 0x85;

    @Override
    public String name() {
        return "chrf";
    }

    @Override
    public String version() {
        return "chrf2-6-1";
    }

    @Override
    public double score(String text, String reference) {
        int[] left = withoutSpace(text);
        int[] right = withoutSpace(reference);
        double precision = 0;
        double recall = 0;
        int orders = 0;
        for (int n = 1; n <= ORDER && left.length >= n && right.length >= n; n++) {
            Map<String, Integer> expected = count(right, n);
            int matches = matches(left, n, expected);
            precision += (double) matches / (left.length - n + 1);
            recall += (double) matches / (right.length - n + 1);
            orders++;
        }
        if (precision + recall == 0) {
            return 0;
        }
        double p = precision / orders;
        double r = recall / orders;
        return (1 + BETA_SQUARED) * p * r / (BETA_SQUARED * p + r);
    }

    private static int[] withoutSpace(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != NEXT_LINE)
                .toArray();
    }

    private static Map<String, Integer> count(int[] characters, int n) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i + n <= characters.length; i++) {
            counts.merge(new String(characters, i, n), 1, Integer::sum);
        }
        return counts;
    }

    private static int matches(int[] characters, int n, Map<String, Integer> expected) {
        Map<String, Integer> left = new HashMap<>(expected);
        int matches = 0;
        for (int i = 0; i + n <= characters.length; i++) {
            String gram = new String(characters, i, n);
            Integer remaining = left.get(gram);
            if (remaining != null && remaining > 0) {
                left.put(gram, remaining - 1);
                matches++;
            }
        }
        return matches;
    }
}
