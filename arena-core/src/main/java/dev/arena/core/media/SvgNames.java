package dev.arena.core.media;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ids and classes of one picture under names that say nothing: drawing programs write their own and their users' names there. */
final class SvgNames {
    private static final Pattern REFERENCE = Pattern.compile("(url\\(\\s*['\"]?#)([^'\")\\s]+)");
    private static final Pattern SELECTOR = Pattern.compile("([#.])(-?[A-Za-z_\\u0080-\\uFFFF][\\w\\u0080-\\uFFFF-]*)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TIMED = Pattern.compile("([A-Za-z_][\\w-]*)(\\.(?:begin|end|click|focusin|repeat))");

    private final Map<String, String> ids = new TreeMap<>();
    private final Map<String, String> classes = new TreeMap<>();

    String id(String id) {
        return ids.computeIfAbsent(id, unused -> "i" + (ids.size() + 1));
    }

    /** A list of classes. */
    String classes(String list) {
        StringBuilder names = new StringBuilder();
        for (String name : list.strip().split("\\s+", -1)) {
            names.append(names.length() == 0 ? "" : " ").append(className(name));
        }
        return names.toString();
    }

    private String className(String name) {
        return classes.computeIfAbsent(name, unused -> "c" + (classes.size() + 1));
    }

    /** The value of an attribute, with the ids that it refers to. */
    String value(String value) {
        Matcher references = REFERENCE.matcher(value);
        return references.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + id(found.group(2))));
    }

    /** When an animation begins: perhaps when that of another id does. */
    String times(String value) {
        return TIMED.matcher(value).replaceAll(found -> Matcher.quoteReplacement(id(found.group(1)) + found.group(2)));
    }

    /** A style sheet: what stands before a brace is a selector, all else are declarations. */
    String sheet(String css) {
        String bare = COMMENT.matcher(css).replaceAll("");
        StringBuilder sheet = new StringBuilder();
        int from = 0;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            if (c == '{' || c == '}' || c == ';') {
                String part = bare.substring(from, i);
                sheet.append(c == '{' ? selector(part) : value(part)).append(c);
                from = i + 1;
            }
        }
        return sheet.append(value(bare.substring(from))).toString();
    }

    private String selector(String part) {
        return SELECTOR.matcher(part)
                .replaceAll(found ->
                        found.group(1) + (found.group(1).equals("#") ? id(found.group(2)) : className(found.group(2))));
    }
}
