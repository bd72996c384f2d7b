package dev.arena.core.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ROUGE-L: the F1-score of the longest common subsequence of words.
 *
 * <p>With L the length of the longest common subsequence, P = L / words of the text and R = L / words of the reference, the score
 * is {@code 2 P R / (P + R)}.
 *
 * <p>Input: both sides are lower-cased without regard to the machine's language; a word is a run of Unicode letters, marks and
 * digits, and each Chinese or Japanese character is a word of its own. No stemming. Output: 0 to 1; 0 where either side has no
 * word. Cost: O(n m) in time, O(m) in memory for n and m words.
 *
 * <p>Source: Lin, C.-Y. (2004), ROUGE: A package for automatic evaluation of summaries, section 3.1 (sentence level, β = 1).
 */
final class RougeLMetric implements Metric {
    private static final Pattern WORD = Pattern.compile(
            "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|[\\p{L}\\p{M}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]]+");

    @Override
    public String name() {
        return "rouge-l";
    }

    @Override
    public String version() {
        return "rouge-l-f1-1";
    }

    @Override
    public double score(String text, String reference) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] left = words(text, numbers);
        int[] right = words(reference, numbers);
        int common = longestCommonSubsequence(left, right);
        if (common == 0) {
            return 0;
        }
        double precision = (double) common / left.length;
        double recall = (double) common / right.length;
        return 2 * precision * recall / (precision + recall);
    }

    private static int[] words(String text, Map<String, Integer> numbers) {
        List<Integer> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            words.add(numbers.computeIfAbsent(matcher.group(), word -> numbers.size()));
        }
        return words.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int longestCommonSubsequence(int[] left, int[] right) {
        int[] row = new int[right.length + 1];
        for (int word : left) {
            int diagonal = 0;
            for (int j = 1; j <= right.length; j++) {
                int above = row[j];
                row[j] = word == right[j - 1] ? diagonal + 1 : Math.max(above, row[j - 1]);
                diagonal = above;
            }
        }
        return row[right.length];
    }
}
