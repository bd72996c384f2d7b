package dev.arena.core.replay;

import dev.arena.core.exchange.FileRecord;
import dev.arena.core.exchange.FileScore;
import dev.arena.core.exchange.FileVote;
import dev.arena.core.judge.Opinion;
import dev.arena.core.judge.ReplayJudge;
import dev.arena.core.model.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Recorded judgments by what they are about. The k-th repeat of a battle is answered by the k-th record of its order. A record whose order
 * is not known answers in any order; where some verdict was merged from both orders, none is known.
 */
final class RecordedJudgments implements ReplayJudge.Recording {
    private final Map<Matchup, List<RecordedVerdict>> verdicts = new HashMap<>();
    private final RecordedScores scores = new RecordedScores();
    private boolean orderKnown = true;
    private boolean merged;

    private record Matchup(String prompt, List<String> models) {
        static Matchup of(String prompt, List<String> models) {
            return new Matchup(prompt, models.stream().sorted().toList());
        }
    }

    /**
     * Adds a verdict or a score.
     *
     * @param prompt the key of its prompt
     * @param aliases what models of the files are called here
     * @param where file and line
     */
    void add(FileRecord record, String prompt, Map<String, String> aliases, String where) {
        if (record instanceof FileVote vote) {
            List<String> models = new ArrayList<>();
            vote.models().forEach(model -> models.add(aliases.getOrDefault(model, model)));
            if (Set.copyOf(models).size() < models.size()) {
                return;
            }
            orderKnown &= vote.orderKnown();
            merged |= vote.inconsistent();
            verdicts.computeIfAbsent(Matchup.of(prompt, models), matchup -> new ArrayList<>())
                    .add(new RecordedVerdict(
                            List.copyOf(models), vote.orderKnown(), vote.verdict(), vote.count(), where));
        } else if (record instanceof FileScore score) {
            orderKnown = false;
            scores.add(prompt, aliases.getOrDefault(score.model(), score.model()), score.score(), where);
        }
    }

    boolean isEmpty() {
        return verdicts.isEmpty() && scores.isEmpty();
    }

    /** Whether every record says in which order it was made. */
    boolean orderKnown() {
        return orderKnown;
    }

    /** Whether some record is about these contestants alone. */
    boolean isAbout(Collection<String> contestants) {
        return scores.models().stream().filter(contestants::contains).count() > 1
                || verdicts.keySet().stream().anyMatch(matchup -> contestants.containsAll(matchup.models()));
    }

    /** Everyone whom some record is about. */
    Set<String> models() {
        Set<String> models = new TreeSet<>(scores.models());
        verdicts.keySet().forEach(matchup -> models.addAll(matchup.models()));
        return models;
    }

    @Override
    public Opinion find(String prompt, List<String> contestants, int repeat) {
        Optional<RecordedVerdict> found = verdict(prompt, contestants, repeat);
        if (found.isPresent()) {
            return opinion(found.get().in(contestants), found.get().where());
        }
        return scores.compare(prompt, contestants, repeat)
                .map(compared -> opinion(compared.verdict(), compared.where()))
                .orElseGet(() -> Opinion.notApplicable("no recorded judgment of " + String.join(", ", contestants)
                        + " in this order on prompt " + prompt + (repeat == 1 ? "" : ", repeat " + repeat)));
    }

    private Optional<RecordedVerdict> verdict(String prompt, List<String> contestants, int repeat) {
        long before = 0;
        for (RecordedVerdict record : verdicts.getOrDefault(Matchup.of(prompt, contestants), List.of())) {
            if (merged || record.answers(contestants)) {
                before += record.count();
                if (before >= repeat) {
                    return Optional.of(record);
                }
            }
        }
        return Optional.empty();
    }

    private static Opinion opinion(Verdict verdict, String where) {
        return verdict.decides() ? Opinion.of(verdict, "recorded: " + where) : new Opinion(verdict, null, null);
    }
}
