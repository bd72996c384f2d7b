package dev.arena.core.tournament;

import dev.arena.core.canary.CanarySettings;
import dev.arena.core.config.Section;
import dev.arena.core.config.YamlDocument;
import dev.arena.core.judge.JudgeSetup;
import dev.arena.core.judge.Seats;
import dev.arena.core.model.Run;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads tournament files, strictly. Every problem is a {@link dev.arena.core.problem.UsageException}. */
public final class TournamentReader {
    private static final long MOST_REPEATS = 1000;
    private static final double MOST_USD = 1e9;
    private static final long DEFAULT_SEED = 42;

    private TournamentReader() {}

    /** Reads a file; templates that it names are looked up beside it. */
    public static Tournament read(Path file) {
        return read(
                file.toString(), YamlDocument.load(file), file.toAbsolutePath().getParent());
    }

    /** Reads a text; {@code name} is what messages call it. Templates can be presets or the text's own only. */
    public static Tournament read(String name, String text) {
        return read(name, text, null);
    }

    /** Reads the tournament of a stored run. */
    public static Tournament read(Run run) {
        return read("run " + run.id(), run.spec(), null);
    }

    /** Reads the tournament of a stored run with another template for its judges. */
    static Tournament read(Run run, Templates.@Nullable Replacement replacement) {
        return readWith("run " + run.id(), run.spec(), root -> new Templates(root, null).replacedBy(replacement));
    }

    /**
     * Reads a text.
     *
     * @param file what to call it in messages
     * @param folder where templates are looked up; null where only presets and the file's own are allowed
     */
    public static Tournament read(String file, String text, @Nullable Path folder) {
        return readWith(file, text, root -> new Templates(root, folder));
    }

    private static Tournament readWith(String file, String text, Function<Section, Templates> templatesOf) {
        Section root = YamlDocument.read(file, text);
        String name = root.text("name", "a name");
        List<String> contestants = contestants(root);
        PromptFilter prompts = PromptFilter.read(root.findSection("prompts", "the keys category, limit, ids"));
        Tournament.Pairing pairing = pairing(root);
        Templates templates = templatesOf.apply(root);
        List<JudgeSetup> judges = judges(root, templates);
        TournamentJury.read(root);
        Budget budget = budget(root);
        StopRule stop = StopRule.read(root);
        CanarySettings canaries =
                CanarySettings.read(root.findSection("canaries", "the keys prompts, kinds, tolerance"));
        long seed = root.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE, DEFAULT_SEED);
        root.finish();
        checkBudget(root, budget, judges);
        requireEnd(root, pairing.schedule(), budget, stop);
        checkSeats(root, judges, pairing.schedule().k());
        checkOrders(root, pairing.orders(), judges);
        return new Tournament(
                name,
                contestants,
                prompts,
                pairing,
                judges,
                budget,
                stop,
                canaries,
                seed,
                templates.withTemplates(text),
                root);
    }

    private static List<String> contestants(Section root) {
        String allowed = "all, or a list of at least two names";
        List<String> names = root.texts("contestants", allowed);
        if (names.isEmpty() || names.equals(List.of("all"))) {
            return List.of();
        }
        if (names.size() < 2) {
            throw root.bad("contestants", names.get(0), allowed, "");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < names.size(); i++) {
            if (!seen.add(names.get(i))) {
                throw root.bad("contestants[" + i + "]", names.get(i), "each contestant once", "");
            }
        }
        return names;
    }

    private static Tournament.Pairing pairing(Section root) {
        String allowed = "type: " + String.join(", ", ScheduleReader.TYPES) + ", and the keys of that type";
        Section section = root.findSection("schedule", allowed)
                .orElseThrow(() -> root.missing("schedule", allowed, "Add 'schedule: {type: all-pairs}'."));
        Schedule schedule = ScheduleReader.read(section);
        Orders orders = switch (root.word("orders", List.of("both", "random", "fixed"), "both")) {
            case "random" -> Orders.RANDOM;
            case "fixed" -> Orders.FIXED;
            default -> Orders.BOTH;
        };
        return new Tournament.Pairing(schedule, orders, (int) root.whole("repeat", 1, MOST_REPEATS, 1));
    }

    private static void requireEnd(Section root, Schedule schedule, Budget budget, @Nullable StopRule stop) {
        if (schedule instanceof Adaptive adaptive
                && adaptive.matchups() == 0
                && stop == null
                && budget.equals(Budget.NONE)) {
            throw root.bad(
                    "schedule",
                    "adaptive without an end",
                    "adaptive with 'pairs: N' in it, or with 'stop' or 'budget' beside it",
                    "Add 'stop: {interval_width: 40}', or the number of matchups.");
        }
    }

    private static List<JudgeSetup> judges(Section root, Templates templates) {
        List<JudgeSetup> judges = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : root.sections("judges", "a list of judges, each with name and type")) {
            JudgeSetup judge = JudgeTypes.read(section, templates);
            if (!names.add(judge.identity().name())) {
                throw section.bad("name", judge.identity().name(), "a name that no other judge has", "");
            }
            judges.add(judge);
        }
        return judges;
    }

    private static Budget budget(Section root) {
        Section section =
                root.findSection("budget", "the keys max_calls, max_cost_usd").orElse(null);
        if (section == null) {
            return Budget.NONE;
        }
        Long calls = section.has("max_calls") ? section.whole("max_calls", 1, Long.MAX_VALUE, 1) : null;
        OptionalDouble cost = section.findNumber("max_cost_usd", 0, MOST_USD);
        section.finish();
        return new Budget(calls, cost.isPresent() ? cost.getAsDouble() : null);
    }

    /** Records that do not say who stood first hold one verdict a matchup; it must not be given once an order. */
    private static void checkOrders(Section root, Orders orders, List<JudgeSetup> judges) {
        for (JudgeSetup judge : judges) {
            if (orders != Orders.FIXED && !judge.orderKnown()) {
                throw root.bad(
                        "orders",
                        root.has("orders") ? orders.word() : null,
                        "fixed, since the records of judge '" + judge.identity().name()
                                + "' do not say who stood first",
                        "Write 'orders: fixed'.");
            }
        }
    }

    private static void checkBudget(Section root, Budget budget, List<JudgeSetup> judges) {
        for (JudgeSetup judge : judges) {
            if (budget.maxCostUsd() != null && !judge.priced()) {
                throw root.bad(
                        "budget",
                        "max_cost_usd with a judge of unknown price ("
                                + judge.identity().name() + ")",
                        "max_cost_usd only where every judge has a price",
                        "Add 'price: {input_per_million: …, output_per_million: …, as_of: …}' to the judge,"
                                + " or use max_calls.");
            }
        }
    }

    /** Every judge can be shown as many responses as a battle has. */
    static void checkSeats(Section root, List<JudgeSetup> judges, int k) {
        for (int i = 0; i < judges.size(); i++) {
            Seats seats = judges.get(i).seats();
            if (!seats.holds(k)) {
                throw root.bad(
                        "judges[" + i + "]",
                        judges.get(i).identity().name() + ", which is shown " + seats.shown() + " responses",
                        "a judge of the " + k + " responses of a battle",
                        "Choose a template with {{responses}} and 'parse: ranking', such as the preset ranking, or"
                                + " change schedule.k.");
            }
        }
    }
}
