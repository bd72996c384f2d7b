package dev.arena.ratings.wording;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Fills the gaps of an English template. */
final class Wording {
    /** A gap: its name and, where it has one, its form. */
    private static final String GAP = "\\{(\\w+)(?::(\\w+))?\\}";

    private Wording() {}

    /** Names of the gaps of a template and their forms, empty where there is none, in the order in which they stand. */
    static Map<String, String> gaps(String template) {
        Map<String, String> gaps = new LinkedHashMap<>();
        Matcher gap = Pattern.compile(GAP).matcher(template);
        while (gap.find()) {
            String form = gap.group(2);
            gaps.put(gap.group(1), form == null ? "" : form);
        }
        return gaps;
    }

    /** A value as a sentence keeps it: a long, a finite double, a text, or a list of texts. */
    static Object value(Object given) {
        if (given instanceof Integer whole) {
            return whole.longValue();
        }
        if (given instanceof Double number && !Double.isFinite(number)) {
            return number.toString();
        }
        if (given instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        if (given instanceof Long || given instanceof Double || given instanceof String) {
            return given;
        }
        throw new IllegalArgumentException("no value for a sentence: " + given);
    }

    static String filled(String template, Map<String, Object> params) {
        Matcher gap = Pattern.compile(GAP).matcher(template);
        StringBuilder text = new StringBuilder();
        while (gap.find()) {
            Object value = params.getOrDefault(gap.group(1), "");
            gap.appendReplacement(text, Matcher.quoteReplacement(shown(value, gap.group(2))));
        }
        return gap.appendTail(text).toString();
    }

    private static String shown(Object value, @Nullable String form) {
        if (value instanceof List<?> list) {
            return String.join(", ", list.stream().map(String::valueOf).toList());
        }
        if (form == null || !(value instanceof Double number)) {
            return value.toString();
        }
        return switch (form) {
            case "percent0" -> String.format(Locale.ROOT, "%.0f %%", 100 * number);
            case "percent1" -> String.format(Locale.ROOT, "%.1f %%", 100 * number);
            case "signed2" -> String.format(Locale.ROOT, "%+.2f", number);
            case "exact" -> number.toString();
            default -> throw new IllegalArgumentException("no form of a gap: " + form);
        };
    }
}
