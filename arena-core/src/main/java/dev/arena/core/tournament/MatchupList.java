package dev.arena.core.tournament;

import dev.arena.core.model.Judge;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the matchups of a run that a page shows. */
record MatchupList(WatchedRun watched, RunView.Filter filter) {
    private static final int EXCERPT = 240;
    private static final String CONFLICT = "conflict";

    RunView.Page page(@Nullable String after, int most) {
        WatchedRun.State state = watched.state();
        List<RunIndex.Entry> entries = state.index().entries();
        List<RunView.Matchup> found = new ArrayList<>();
        int at = after == null ? 0 : state.index().find(after) + 1;
        while (at < entries.size() && found.size() < most) {
            RunIndex.Entry entry = entries.get(at);
            if (wanted(entry) && fits(entry, state.judges())) {
                found.add(matchup(entry, state.judges()));
            }
            at++;
        }
        boolean more = at < entries.size();
        return new RunView.Page(
                found, more && !found.isEmpty() ? found.get(found.size() - 1).key() : null);
    }

    /** What can be told without looking at verdicts. */
    private boolean wanted(RunIndex.Entry entry) {
        if (!entry.judged()) {
            return false;
        }
        String contestant = filter.contestant();
        if (contestant != null
                && entry.orders().get(0).contestants().stream()
                        .noneMatch(id -> watched.name(id).equals(contestant))) {
            return false;
        }
        Prompt prompt = watched.prompt(entry.prompt());
        String category = filter.category();
        if (category != null && !category.equals(prompt.text().category())) {
            return false;
        }
        String words = filter.q();
        return words == null || holds(prompt, words.toLowerCase(Locale.ROOT));
    }

    private static boolean holds(Prompt prompt, String words) {
        return prompt.key().toLowerCase(Locale.ROOT).contains(words)
                || prompt.text().turns().stream()
                        .anyMatch(turn -> turn.toLowerCase(Locale.ROOT).contains(words));
    }

    /** Whether a judge that is wanted has given a verdict of the kind that is wanted. */
    private boolean fits(RunIndex.Entry entry, Map<Long, Judge> judges) {
        String outcome = filter.outcome();
        if (CONFLICT.equals(outcome)) {
            return judges.values().stream()
                    .anyMatch(judge ->
                            isWanted(judge) && entry.conflict(judge.id().value()));
        }
        for (RunIndex.Order order : entry.orders()) {
            for (long id : order.judges()) {
                Verdict verdict = order.verdict(id);
                boolean fits = verdict != null
                        && (outcome == null
                                || outcome.equals(
                                        outcome(verdict, order.contestants().size())));
                if (fits && isWanted(judges.get(id))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Its kind in a word: why there is no verdict, tie, both_bad, or decided. */
    private static String outcome(Verdict verdict, int seats) {
        if (!verdict.decides() || verdict instanceof Verdict.BothBad) {
            return VerdictRanks.word(verdict);
        }
        return VerdictRanks.winner(VerdictRanks.of(verdict, seats)) < 0 ? "tie" : "decided";
    }

    private boolean isWanted(@Nullable Judge judge) {
        return judge != null && (filter.judge() == null || judge.name().equals(filter.judge()));
    }

    private RunView.Matchup matchup(RunIndex.Entry entry, Map<Long, Judge> judges) {
        Prompt prompt = watched.prompt(entry.prompt());
        List<RunView.Game> games = new ArrayList<>();
        boolean conflict = false;
        for (Judge judge : judges.values()) {
            if (isWanted(judge)) {
                long id = judge.id().value();
                conflict |= entry.conflict(id);
                for (RunIndex.Order order : entry.orders()) {
                    Verdict verdict = order.verdict(id);
                    if (verdict != null) {
                        games.add(game(judge, order, verdict));
                    }
                }
            }
        }
        return new RunView.Matchup(
                entry.key(),
                prompt.key(),
                prompt.text().category(),
                excerpt(prompt),
                contestants(entry),
                entry.repeat(),
                conflict,
                games);
    }

    private List<String> contestants(RunIndex.Entry entry) {
        return entry.orders().get(0).contestants().stream()
                .map(watched::name)
                .sorted()
                .toList();
    }

    private RunView.Game game(Judge judge, RunIndex.Order order, Verdict verdict) {
        List<String> names = order.contestants().stream().map(watched::name).toList();
        return new RunView.Game(
                judge.name(), names, VerdictRanks.word(verdict), winner(verdict, names), !verdict.decides());
    }

    /** The contestant that won alone, or null. */
    static @Nullable String winner(Verdict verdict, List<String> order) {
        int winner =
                verdict instanceof Verdict.BothBad ? -1 : VerdictRanks.winner(VerdictRanks.of(verdict, order.size()));
        return winner < 0 ? null : order.get(winner);
    }

    private static String excerpt(Prompt prompt) {
        String text = prompt.text().turns().isEmpty()
                ? ""
                : prompt.text().turns().get(0).strip();
        int end = Math.min(EXCERPT, text.length());
        boolean splits = end < text.length() && Character.isHighSurrogate(text.charAt(end - 1));
        return end == text.length() ? text : text.substring(0, splits ? end - 1 : end) + "…";
    }
}
