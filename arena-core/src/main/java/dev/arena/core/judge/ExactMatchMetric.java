package dev.arena.core.judge;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Exact match after normalisation: 1 where both sides are equal, else 0.
 *
 * <p>Both sides are brought to Unicode NFKC and lower case (full case mapping without regard to the machine's language, upper
 * case first, so that ß equals ss), runs of white space become one space, and white space and punctuation at the end are dropped
 * ("Paris." equals "paris"); a text of nothing but punctuation keeps it. Cost: linear.
 */
final class ExactMatchMetric implements Metric {
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    @Override
    public String name() {
        return "exact-match";
    }

    @Override
    public String version() {
        return "exact-match-1";
    }

    @Override
    public double score(String text, String reference) {
        return normalised(text).equals(normalised(reference)) ? 1 : 0;
    }

    static String normalised(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        String spaced = SPACE.matcher(folded).replaceAll(" ").strip();
        int end = spaced.length();
        while (end > 0 && endsInPunctuation(spaced, end)) {
            end -= Character.charCount(spaced.codePointBefore(end));
        }
        return end == 0 ? spaced : spaced.substring(0, end);
    }

    private static boolean endsInPunctuation(String text, int end) {
        int character = text.codePointBefore(end);
        return switch (Character.getType(character)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> character == ' ';
        };
    }
}
