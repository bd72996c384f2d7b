package dev.arena.core.store;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that are looked for in texts: a text is found where each of them is the beginning of one of its words. Case and accents do not
 * matter; whatever is neither letter nor digit only parts words.
 *
 * @param words folded, each once
 */
public record SearchWords(List<String> words) {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final int MOST = 16;

    public SearchWords {
        words = List.copyOf(words);
    }

    /** The words of what a person typed; of many the first ones. */
    public static SearchWords of(String typed) {
        return new SearchWords(split(typed).stream().distinct().limit(MOST).toList());
    }

    private static List<String> split(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
        List<String> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    /** Whether there is nothing to look for. */
    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** Whether a text holds all words. */
    public boolean isIn(String text) {
        List<String> there = split(text);
        return words.stream().allMatch(word -> there.stream().anyMatch(other -> other.startsWith(word)));
    }
}
