package dev.arena.core.judge;

import dev.arena.core.judge.LabelParser.Meaning;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads how likely each label was at the place where the reply says one. The probabilities of all alternatives that mean the same
 * label, whatever their case, spaces and brackets, are added; the share of the first is renormalised over the labels, half of the
 * tie's with it. The reply must say a label and nothing else in its first line; alternatives that mean no label may not be likelier
 * than allowed.
 */
final class LogprobsParser implements VerdictParser {
    private final Map<Meaning, String> labels;
    private final double minMass;

    /**
     * A parser for these labels, of letters and digits and with no meaning but first, second and tie.
     *
     * @param minMass the least probability of all labels together
     */
    LogprobsParser(Map<Meaning, String> labels, double minMass) {
        this.labels = new TreeMap<>(labels);
        this.minMass = minMass;
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        if (reply.tokens().isEmpty()) {
            return VerdictParser.unparsed(
                    "the endpoint sent no token probabilities; use another template, or an endpoint that offers"
                            + " logprobs");
        }
        List<TokenChoices> line = firstLine(reply.tokens());
        if (line.size() != 1) {
            return VerdictParser.unparsed("the first line of the reply is not one label of " + shown());
        }
        Map<Meaning, Double> mass = mass(line.get(0));
        double all = mass.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(all >= minMass && all > 0)) {
            return VerdictParser.unparsed(String.format(
                    Locale.ROOT, "the labels have a probability of %.4f together, %s is needed", all, minMass));
        }
        double first = mass.getOrDefault(Meaning.FIRST, 0.0) + mass.getOrDefault(Meaning.TIE, 0.0) / 2;
        return new Verdict.Preference(Math.min(1, first / all));
    }

    /** The tokens with a letter or a digit of the first line that has one. */
    private static List<TokenChoices> firstLine(List<TokenChoices> tokens) {
        List<TokenChoices> line = new ArrayList<>();
        for (TokenChoices token : tokens) {
            if (!word(token.token()).isEmpty()) {
                line.add(token);
            }
            int end = token.token().indexOf('\n');
            boolean ends = end >= 0 && !word(token.token().substring(0, end)).isEmpty();
            if (!line.isEmpty() && (ends || (end >= 0 && word(token.token()).isEmpty()))) {
                break;
            }
        }
        return line;
    }

    private Map<Meaning, Double> mass(TokenChoices token) {
        Map<Meaning, Double> mass = new EnumMap<>(Meaning.class);
        for (TokenChoices.Choice choice : token.alternatives()) {
            for (Map.Entry<Meaning, String> label : labels.entrySet()) {
                if (word(choice.token()).equals(word(label.getValue()))) {
                    mass.merge(label.getKey(), Math.exp(choice.logProbability()), Double::sum);
                }
            }
        }
        return mass;
    }

    /** A token's letters and digits in one case; byte-level tokenizers may write a space as U+0120. */
    static String word(String token) {
        StringBuilder word = new StringBuilder();
        token.codePoints()
                .filter(point -> point != '\u0120' && Character.isLetterOrDigit(point))
                .forEach(word::appendCodePoint);
        return JsonVerdictParser.folded(word.toString());
    }

    @Override
    public String description() {
        return "logprobs-1 " + labels + " " + minMass;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no verdict that can be read. Write one of these and nothing else: " + shown();
    }

    @Override
    public Seats seats() {
        return Seats.PAIR;
    }

    @Override
    public boolean wantsTokens() {
        return true;
    }

    @Override
    public boolean mayNudge(Reply reply) {
        return !reply.tokens().isEmpty();
    }

    private String shown() {
        return String.join(" ", labels.values());
    }
}
