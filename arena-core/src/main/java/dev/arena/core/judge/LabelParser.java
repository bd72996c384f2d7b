package dev.arena.core.judge;

import dev.arena.core.model.AbstentionReason;
import dev.arena.core.model.Verdict;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads labels such as {@code [[A]]}. Judges explain first and decide last, so the last line with a label decides; two different
 * labels in that line are a contradiction and no verdict. Case does not matter. What a model thinks aloud between {@code <think>}
 * tags is not its reply.
 */
final class LabelParser implements VerdictParser {
    private static final Pattern THOUGHT = Pattern.compile("^\\s*<think>.*?(?:</think>|\\z)", Pattern.DOTALL);

    private final Map<String, Meaning> labels;
    private final Pattern pattern;

    /** What a label stands for. */
    enum Meaning {
        FIRST,
        SECOND,
        TIE,
        BOTH_BAD;

        Verdict verdict() {
            return switch (this) {
                case FIRST -> Verdict.first();
                case SECOND -> Verdict.second();
                case TIE -> Verdict.tie();
                case BOTH_BAD -> Verdict.bothBad();
            };
        }
    }

    /** A parser for these labels; none may be contained in another. */
    LabelParser(Map<Meaning, String> labels) {
        this.labels = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        labels.forEach((meaning, label) -> this.labels.put(label, meaning));
        String either = this.labels.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        this.pattern = Pattern.compile(either, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public Verdict parse(Reply answer) {
        String reply = answer.text();
        if (reply.isBlank()) {
            return unparsed("the reply is empty");
        }
        List<String> lines = THOUGHT.matcher(reply).replaceFirst("").lines().toList();
        for (int i = lines.size() - 1; i >= 0; i--) {
            Set<Meaning> found = meanings(lines.get(i));
            if (found.size() > 1) {
                return unparsed("the last line with a label holds several");
            }
            if (!found.isEmpty()) {
                return found.iterator().next().verdict();
            }
        }
        return unparsed("the reply holds none of the labels " + String.join(" ", labels.keySet()));
    }

    @Override
    public String description() {
        return "labels-1 " + labels;
    }

    @Override
    public String nudge() {
        return "Your reply held no verdict that can be read. Write the label of your verdict alone, one of: "
                + String.join(" ", labels.keySet());
    }

    private Set<Meaning> meanings(String line) {
        Set<Meaning> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            Meaning meaning = labels.get(matcher.group());
            if (meaning != null) {
                found.add(meaning);
            }
        }
        return found;
    }

    private static Verdict unparsed(String detail) {
        return Verdict.abstain(AbstentionReason.UNPARSED, detail);
    }
}
