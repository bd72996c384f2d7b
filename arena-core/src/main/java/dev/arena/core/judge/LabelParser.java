package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads labels such as {@code [[A]]}. Judges explain first and decide last, so the last line with a label decides; two different
 * labels in that line are a contradiction and no verdict. Case does not matter.
 */
final class LabelParser implements VerdictParser {
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

        /** The word by which files and replies call it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
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
    public Verdict parse(Reply reply, int seats) {
        ReplyText.Found last = ReplyText.of(reply).last(pattern);
        if (last.onlyQuoted()) {
            return VerdictParser.unparsed(ReplyText.QUOTATION);
        }
        Set<Meaning> found = EnumSet.noneOf(Meaning.class);
        for (String label : last.forms()) {
            Meaning meaning = labels.get(label);
            if (meaning != null) {
                found.add(meaning);
            }
        }
        if (found.isEmpty()) {
            return VerdictParser.unparsed("the reply holds none of the labels " + shown());
        }
        return found.size() > 1
                ? VerdictParser.unparsed("the last line with a label holds several")
                : found.iterator().next().verdict();
    }

    @Override
    public String description() {
        return "labels-2 " + labels;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no verdict that can be read. Write the label of your verdict alone, one of: " + shown();
    }

    @Override
    public Seats seats() {
        return Seats.PAIR;
    }

    @Override
    public List<String> labels() {
        return List.of(labelOf(Meaning.FIRST), labelOf(Meaning.SECOND));
    }

    @Override
    public VerdictParser exchanged() {
        Map<Meaning, String> exchanged = new EnumMap<>(Meaning.class);
        labels.forEach((label, meaning) -> exchanged.put(other(meaning), label));
        return new LabelParser(exchanged);
    }

    private static Meaning other(Meaning meaning) {
        if (meaning == Meaning.FIRST) {
            return Meaning.SECOND;
        }
        return meaning == Meaning.SECOND ? Meaning.FIRST : meaning;
    }

    private String labelOf(Meaning wanted) {
        return labels.entrySet().stream()
                .filter(entry -> entry.getValue() == wanted)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Optional<Pattern> forged() {
        String either = labels.keySet().stream()
                .filter(label -> !Character.isLetterOrDigit(label.codePointAt(0)) && label.length() > 1)
                .map(label -> Pattern.quote(Skeleton.of(label).text()))
                .collect(Collectors.joining("|"));
        return either.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(either));
    }

    private String shown() {
        return String.join(" ", labels.keySet());
    }
}
