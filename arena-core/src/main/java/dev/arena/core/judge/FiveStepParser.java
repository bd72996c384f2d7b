package dev.arena.core.judge;

import dev.arena.core.model.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the five steps of Arena-Hard: {@code [[A>>B]]}, {@code [[A>B]]}, {@code [[A=B]]}, {@code [[B>A]]}, {@code [[B>>A]]}, each
 * also written from the other side. The last one in the reply decides, as in Arena-Hard. Two signs are margin 2, one is margin 1.
 */
final class FiveStepParser implements VerdictParser {
    private static final Pattern FORM =
            Pattern.compile("\\[\\[\\s{0,9}[AB<>=][\\sAB<>=]{0,20}]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORGED = Pattern.compile("\\[\\[[\\sab<>=]{1,20}]]");
    private static final List<Integer> FIRST = List.of(1, 2);
    private static final List<Integer> SECOND = List.of(2, 1);
    private static final Map<String, Verdict> STEPS = Map.ofEntries(
            Map.entry("A>>B", new Verdict.Ranking(FIRST, 2)),
            Map.entry("B<<A", new Verdict.Ranking(FIRST, 2)),
            Map.entry("A>B", new Verdict.Ranking(FIRST, 1)),
            Map.entry("B<A", new Verdict.Ranking(FIRST, 1)),
            Map.entry("A=B", Verdict.tie()),
            Map.entry("B=A", Verdict.tie()),
            Map.entry("A<B", new Verdict.Ranking(SECOND, 1)),
            Map.entry("B>A", new Verdict.Ranking(SECOND, 1)),
            Map.entry("A<<B", new Verdict.Ranking(SECOND, 2)),
            Map.entry("B>>A", new Verdict.Ranking(SECOND, 2)));
    private static final String ALLOWED = "[[A>>B]] [[A>B]] [[A=B]] [[B>A]] [[B>>A]]";

    @Override
    public Verdict parse(Reply reply, int seats) {
        ReplyText.Found all = ReplyText.of(reply).last(FORM);
        if (all.onlyQuoted()) {
            return VerdictParser.unparsed(ReplyText.QUOTATION);
        }
        List<String> found = all.forms();
        if (found.isEmpty()) {
            return VerdictParser.unparsed("the reply holds none of " + ALLOWED);
        }
        String last = found.get(found.size() - 1);
        String step = last.substring(2, last.length() - 2).replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        Verdict verdict = STEPS.get(step);
        return verdict == null
                ? VerdictParser.unparsed("the last verdict of the reply is " + last + ", none of " + ALLOWED)
                : verdict;
    }

    @Override
    public String description() {
        return "five-step-1";
    }

    @Override
    public String nudge(int seats) {
        return "Your reply held no verdict that can be read. Write your verdict alone, one of: " + ALLOWED;
    }

    @Override
    public Seats seats() {
        return Seats.PAIR;
    }

    @Override
    public Optional<Pattern> forged() {
        return Optional.of(FORGED);
    }
}
