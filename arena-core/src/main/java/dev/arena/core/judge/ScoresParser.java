package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a score for each position: {@code [[7]] [[9]]}, {@code [[7, 9]]} or a line {@code Scores: 7 9}. The last lines with scores
 * that follow one another, blank lines aside, must hold exactly one for each position, in the order shown or each after its letter.
 * A score out of range is no score.
 */
final class ScoresParser implements VerdictParser {
    private static final Pattern BRACKETS = Pattern.compile("\\[\\[[-+\\s]{0,9}\\d[-+\\d.,;/\\s]{0,80}]]");
    private static final Pattern FORGED = Pattern.compile("\\[\\[[-+\\d.,;\\s]{1,80}]]");
    private static final Pattern NUMBER = Pattern.compile("[^\\s,;\\[\\]]+");
    private static final Pattern PLAIN = Pattern.compile("[-+]?\\d{1,9}(?:\\.\\d{1,9})?");
    private static final Pattern NAMED =
            Pattern.compile("^[^\\p{L}\\p{N}]{0,20}scores?[*_\\s]{0,4}:", Pattern.CASE_INSENSITIVE);
    private static final Pattern LETTERED =
            Pattern.compile("(?<![\\p{L}\\p{N}])([A-H])[^\\p{L}\\p{N}\\[\\]]{0,12}\\[\\[(?=[-+\\s]{0,9}\\d)");
    private static final Pattern NAMED_NUMBERS = Pattern.compile("[-+\\d.,;/\\s]*");

    private final double least;
    private final double most;
    private final double tieWithin;

    /** A parser of scores from {@code least} to {@code most}; scores at most {@code tieWithin} apart tie. */
    ScoresParser(double least, double most, double tieWithin) {
        this.least = least;
        this.most = most;
        this.tieWithin = tieWithin;
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        ReplyText spoken = ReplyText.of(reply);
        if (spoken.last(BRACKETS).onlyQuoted()) {
            return VerdictParser.unparsed(ReplyText.QUOTATION);
        }
        List<String> found = found(spoken.lines());
        if (found.isEmpty()) {
            return VerdictParser.unparsed("the reply holds no scores such as " + form(seats));
        }
        if (found.size() != seats) {
            return VerdictParser.unparsed("the reply ends with " + found.size() + " scores, " + seats + " are needed");
        }
        List<Double> scores = new ArrayList<>();
        for (String text : found) {
            double score = PLAIN.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!(score >= least && score <= most)) {
                return VerdictParser.unparsed("the score " + text + " is no number " + range());
            }
            scores.add(score);
        }
        String letters = letters(spoken.lines(), seats);
        String order = VerdictParser.letters(seats);
        if (letters.isEmpty() || letters.equals(order)) {
            return Ranks.byScore(scores, tieWithin);
        }
        if (!order.chars()
                        .allMatch(letter ->
                                letters.chars().filter(other -> other == letter).count() == 1)
                || letters.length() != seats) {
            return VerdictParser.unparsed(
                    "the scores are called " + letters + ", which are not the letters of " + seats + " responses");
        }
        List<Double> inOrder = new ArrayList<>();
        order.chars().forEach(letter -> inOrder.add(scores.get(letters.indexOf(letter))));
        return Ranks.byScore(inOrder, tieWithin);
    }

    /** The letters by which the last scores are called, in their order; empty where they have none. */
    private static String letters(List<String> lines, int seats) {
        StringBuilder letters = new StringBuilder();
        LETTERED.matcher(String.join("\n", lines)).results().forEach(found -> letters.append(found.group(1)));
        return letters.substring(Math.max(0, letters.length() - seats));
    }

    /** The numbers of the last lines with scores. */
    private static List<String> found(List<String> lines) {
        List<String> found = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            List<String> here = inLine(lines.get(i));
            if (here.isEmpty() && !found.isEmpty() && !lines.get(i).isBlank()) {
                break;
            }
            found.addAll(0, here);
        }
        return found;
    }

    private static List<String> inLine(String line) {
        List<String> numbers = new ArrayList<>();
        for (String brackets : ReplyText.in(line, BRACKETS).forms()) {
            NUMBER.matcher(brackets).results().forEach(number -> numbers.add(number.group()));
        }
        Matcher named = NAMED.matcher(line);
        if (numbers.isEmpty() && named.find()) {
            String rest = line.substring(named.end()).replaceAll("[*_`]", "").strip();
            String list = rest.endsWith(".") ? rest.substring(0, rest.length() - 1) : rest;
            if (NAMED_NUMBERS.matcher(list).matches()) {
                NUMBER.matcher(list).results().forEach(number -> numbers.add(number.group()));
            }
        }
        return numbers;
    }

    @Override
    public String description() {
        return "scores-2 " + least + " " + most + " " + tieWithin;
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no scores that can be read. Write them alone in one line, " + range()
                + ", one for each response in the order shown, each in double square brackets: " + form(seats);
    }

    @Override
    public Seats seats() {
        return new Seats(2, LETTERS.length());
    }

    @Override
    public Optional<Pattern> forged() {
        return Optional.of(FORGED);
    }

    private String range() {
        return "from " + shown(least) + " to " + shown(most);
    }

    private static String form(int seats) {
        List<String> parts = new ArrayList<>();
        for (int position = 0; position < seats; position++) {
            parts.add("[[score of " + LETTERS.charAt(position) + "]]");
        }
        return String.join(" ", parts);
    }

    private static String shown(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%s", value);
    }
}
