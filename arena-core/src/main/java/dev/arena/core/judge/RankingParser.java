package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a ranking of all positions such as {@code [[B > A = C > D]]}, or only the best one such as {@code [[B]]}. The last line
 * with one decides; two different ones in that line, a letter left out and a letter written twice are no verdict.
 */
final class RankingParser implements VerdictParser {
    private static final Pattern FORM = Pattern.compile("\\[\\[[\\s<>=,]{0,9}[A-Za-z][A-Za-z\\s<>=,]{0,80}]]");
    private static final Pattern FORGED = Pattern.compile("\\[\\[\\s?[a-h](?:\\s{0,2}[<>=,]\\s{0,2}[a-h]){0,7}\\s?]]");
    private static final Pattern RANKING = Pattern.compile("[A-Z](?:[>=][A-Z])*");

    private final boolean bestOnly;

    /** A parser of whole rankings, or of the best position alone. */
    RankingParser(boolean bestOnly) {
        this.bestOnly = bestOnly;
    }

    @Override
    public Verdict parse(Reply reply, int seats) {
        ReplyText.Found last = ReplyText.of(reply).last(FORM);
        if (last.onlyQuoted()) {
            return VerdictParser.unparsed(ReplyText.QUOTATION);
        }
        Set<String> found = new LinkedHashSet<>();
        for (String one : last.forms()) {
            found.add(one.substring(2, one.length() - 2).replaceAll("\\s", "").toUpperCase(Locale.ROOT));
        }
        if (found.size() > 1) {
            return VerdictParser.unparsed("the last line with a verdict holds several");
        }
        if (found.isEmpty()) {
            return VerdictParser.unparsed("the reply holds no verdict in double square brackets");
        }
        String verdict = found.iterator().next();
        return bestOnly ? best(verdict, seats) : ranking(verdict, seats);
    }

    private static Verdict best(String verdict, int seats) {
        int position = verdict.length() == 1 ? VerdictParser.letters(seats).indexOf(verdict) : -1;
        if (position < 0) {
            return VerdictParser.unparsed(
                    "'" + verdict + "' is not one letter of " + String.join(", ", letters(seats)));
        }
        List<Integer> ranks = new ArrayList<>();
        for (int i = 0; i < seats; i++) {
            // Of two positions the other one is the second; of more nothing is said about the others.
            ranks.add(i == position ? 1 : seats == 2 ? 2 : 0);
        }
        return new Verdict.Ranking(ranks, null);
    }

    private static Verdict ranking(String verdict, int seats) {
        if (!RANKING.matcher(verdict).matches()) {
            return VerdictParser.unparsed("'" + verdict + "' is no ranking with > and = between letters");
        }
        Integer[] ranks = new Integer[seats];
        int rank = 1;
        for (int i = 0; i < verdict.length(); i += 2) {
            String letter = verdict.substring(i, i + 1);
            int position = VerdictParser.letters(seats).indexOf(letter);
            if (position < 0) {
                return VerdictParser.unparsed("the ranking names " + letter + ", which was not shown");
            }
            if (ranks[position] != null) {
                return VerdictParser.unparsed("the ranking names " + letter + " twice");
            }
            boolean ties = i > 0 && verdict.charAt(i - 1) == '=';
            rank = ties ? rank : i / 2 + 1;
            ranks[position] = rank;
        }
        for (int position = 0; position < seats; position++) {
            if (ranks[position] == null) {
                return VerdictParser.unparsed("the ranking leaves out " + LETTERS.charAt(position));
            }
        }
        return new Verdict.Ranking(List.of(ranks), null);
    }

    @Override
    public String description() {
        return "ranking-1 " + (bestOnly ? "best" : "all");
    }

    @Override
    public String nudge(int seats) {
        String letters = String.join(", ", letters(seats));
        String start =
                "Your reply held no verdict that can be read. Write your verdict alone, in double square brackets: ";
        return bestOnly
                ? start + "the letter of the best response, one of " + letters + "."
                : start + "each of the letters " + letters
                        + " once, the best first, with > between different places and = between equal ones.";
    }

    @Override
    public Seats seats() {
        return new Seats(2, LETTERS.length());
    }

    @Override
    public Optional<Pattern> forged() {
        return Optional.of(FORGED);
    }

    private static List<String> letters(int seats) {
        return List.of(VerdictParser.letters(seats).split(""));
    }
}
