package dev.arena.core.agreement;

import dev.arena.core.agreement.AgreementRequest.By;
import dev.arena.core.leaderboard.RatingSource;
import dev.arena.core.leaderboard.Selection;
import dev.arena.core.model.JudgeKind;
import dev.arena.core.problem.UsageException;
import dev.arena.ratings.Level;
import dev.arena.ratings.agreement.SwapConsistency;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares judges with a reference. Stateless: the same votes and request give the same report. */
public final class AgreementService {
    private AgreementService() {}

    /**
     * Where the votes of one side are.
     *
     * @param name what to call them where nobody is named
     */
    public record Side(String name, Selection votes, RatingSource source) {}

    /**
     * The report.
     *
     * @throws UsageException if the two have no item in common, or a level or number of resamples is not allowed
     */
    public static AgreementReport report(Side reference, Side judged, AgreementRequest request) {
        requireAllowed(request.intervals());
        Map<String, Long> excluded = new TreeMap<>();
        addExcluded(reference.votes(), excluded);
        if (judged.votes() != reference.votes()) {
            addExcluded(judged.votes(), excluded);
        }
        List<AgreementReport.Row> rows = new ArrayList<>();
        for (Task task : tasks(reference, judged, request)) {
            JudgedItems items = JudgedItems.of(
                    new JudgedItems.Wanted(reference.votes(), task.reference()),
                    new JudgedItems.Wanted(judged.votes(), task.judge()),
                    request.swap());
            items.excluded().forEach((reason, count) -> excluded.merge(reason, count, Math::max));
            requireCommon(items.all(), reference, task);
            rows.addAll(rows(items, task, request));
        }
        return new AgreementReport(
                "agreement", rows, settings(reference, judged, request), excluded, warnings(rows, judged, reference));
    }

    private static void requireAllowed(AgreementRequest.Intervals intervals) {
        if (!(intervals.level() > 0 && intervals.level() < 1)) {
            throw new UsageException("--level " + intervals.level() + " is not allowed; use a number between 0 and 1.");
        }
        if (intervals.resamples() < 2) {
            throw new UsageException("--resamples " + intervals.resamples() + " is not allowed; use 2 or more.");
        }
    }

    private static void addExcluded(Selection votes, Map<String, Long> excluded) {
        votes.excluded().forEach((reason, count) -> excluded.merge(reason, count, Long::sum));
    }

    /** One comparison: its judges, what to call them, and the part that it is. */
    private record Task(String name, List<JudgeSelector> reference, List<JudgeSelector> judge, String part) {}

    private static List<Task> tasks(Side reference, Side judged, AgreementRequest request) {
        List<Task> tasks = new ArrayList<>();
        if (request.judges().isEmpty()) {
            tasks.add(new Task(judged.name(), request.reference(), List.of(), ""));
        }
        for (JudgeSelector judge : request.judges()) {
            tasks.add(new Task(judge.toString(), request.reference(), List.of(judge), ""));
        }
        if (request.by() == By.JUDGE) {
            return tasks.stream()
                    .flatMap(task -> names(judged.votes(), task.judge()).stream()
                            .map(name -> new Task(name, task.reference(), List.of(JudgeSelector.named(name)), "")))
                    .toList();
        }
        if (request.by() == By.REFERENCE_JUDGE) {
            return tasks.stream()
                    .flatMap(task -> names(reference.votes(), task.reference()).stream()
                            .map(name -> new Task(
                                    task.name(),
                                    List.of(JudgeSelector.named(name)),
                                    task.judge(),
                                    "reference_judge=" + name)))
                    .toList();
        }
        return tasks;
    }

    /** Names of the judges that are meant, sorted. */
    private static List<String> names(Selection votes, List<JudgeSelector> wanted) {
        TreeSet<String> names = new TreeSet<>();
        votes.forEach(vote -> {
            String judge = vote.context().judge();
            JudgeKind kind = vote.context().judgeKind();
            if (judge != null && (wanted.isEmpty() || JudgeSelector.anyMatches(wanted, judge, kind))) {
                names.add(judge);
            }
        });
        return List.copyOf(names);
    }

    /** Names of all judges but people and rules, sorted: who is compared where nobody is named. */
    public static List<String> automaticJudges(Selection votes) {
        return names(votes, List.of(JudgeSelector.parse("--judge", "all")));
    }

    private static void requireCommon(List<JudgedItem> items, Side reference, Task task) {
        boolean referred = items.stream().anyMatch(item -> !item.reference.isEmpty());
        boolean judged = items.stream().anyMatch(item -> !item.other.isEmpty());
        String what;
        if (!referred) {
            what = "no verdict of the reference ("
                    + (task.reference().isEmpty() ? reference.name() : JudgeSelector.words(task.reference()))
                    + ") names a prompt";
        } else if (!judged) {
            what = "no verdict of " + task.name() + " names a prompt";
        } else if (items.stream().noneMatch(item -> !item.reference.isEmpty() && !item.other.isEmpty())) {
            what = "the reference and " + task.name() + " judged no prompt, turn and pair of contestants in common";
        } else {
            return;
        }
        throw new UsageException("Nothing to compare: " + what
                + ". Check --reference and --judge; files need a column prompt_id (or question_id) with the same ids.");
    }

    private static List<AgreementReport.Row> rows(JudgedItems items, Task task, AgreementRequest request) {
        if (request.by() != By.TURN && request.by() != By.CATEGORY) {
            return List.of(row(items.all(), task, task.part(), request, items.judgeOrders()));
        }
        Map<String, List<JudgedItem>> parts = new TreeMap<>();
        for (JudgedItem item : items.all()) {
            String value = request.by() == By.TURN
                    ? Integer.toString(item.key().turn())
                    : Objects.requireNonNullElse(item.category(), "-");
            parts.computeIfAbsent(value, key -> new ArrayList<>()).add(item);
        }
        List<AgreementReport.Row> rows = new ArrayList<>();
        String field = request.by() == By.TURN ? "turn=" : "category=";
        parts.forEach((value, part) -> {
            OrderCounts orders = new OrderCounts();
            part.forEach(item -> item.other.fold(request.swap(), orders));
            rows.add(row(part, task, field + value, request, orders));
        });
        return rows;
    }

    private static AgreementReport.Row row(
            List<JudgedItem> items, Task task, String part, AgreementRequest request, OrderCounts orders) {
        Comparison comparison = new Comparison(items, request.intervals());
        Level level = new Level(request.intervals().level());
        List<Measure> measures = new ArrayList<>(comparison.measures());
        SwapConsistency pairs = orders.pairs();
        measures.add(Measure.share("flips", orders.flips(), level));
        measures.add(Measure.share("consistency", pairs.consistency(), level));
        measures.add(Measure.share("first_bias", pairs.firstBias(), level));
        measures.add(Measure.share("second_bias", pairs.secondBias(), level));
        measures.addAll(new Boards(comparison.joined(), level).measures());
        return new AgreementReport.Row(task.name(), part, comparison.counts(), measures);
    }

    private static Map<String, String> settings(Side reference, Side judged, AgreementRequest request) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("reference", sideInWords(reference, request.reference()));
        settings.put("judge", sideInWords(judged, request.judges()));
        settings.put("item", "prompt, turn and pair of contestants in no order");
        settings.put("swap", request.swap().word());
        settings.put("level", Double.toString(request.intervals().level()));
        settings.put("interval", "percentiles of a bootstrap over prompts");
        settings.put("resamples", Integer.toString(request.intervals().resamples()));
        settings.put("seed", Long.toString(request.intervals().seed()));
        settings.put("version", reference.source().version());
        return settings;
    }

    private static String sideInWords(Side side, List<JudgeSelector> judges) {
        return judges.isEmpty()
                ? side.name()
                : JudgeSelector.words(judges) + " of " + side.source().name();
    }

    private static List<String> warnings(List<AgreementReport.Row> rows, Side judged, Side reference) {
        List<String> warnings = new ArrayList<>();
        if (judged.votes().simulated() || reference.votes().simulated()) {
            warnings.add("Some of these verdicts are simulated (a scripted judge).");
        }
        for (AgreementReport.Row row : rows) {
            long prompts = row.counts().getOrDefault("prompts", 0L);
            if (prompts < 30) {
                warnings.add(row.judge() + (row.part().isEmpty() ? "" : ", " + row.part()) + ": " + prompts
                        + " prompts only; read the intervals as too short.");
            }
        }
        return warnings;
    }
}
