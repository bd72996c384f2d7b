package dev.arena.core.tournament;

import dev.arena.core.canary.CanarySettings;
import dev.arena.core.config.Section;
import dev.arena.core.judge.JudgeSetup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A plan for judges as its file tells it, checked as far as a file alone can be checked.
 *
 * @param contestants names in the order given; empty for all of the database, by name
 * @param stop when enough is known, beside the end of the schedule and the budget; null for never
 * @param canaries what is planted to test the judges
 * @param text the file with its templates in it, so that a run can be resumed without any file
 * @param settings the file, for messages
 */
public record Tournament(
        String name,
        List<String> contestants,
        PromptFilter prompts,
        Pairing pairing,
        List<JudgeSetup> judges,
        Budget budget,
        @Nullable StopRule stop,
        CanarySettings canaries,
        long seed,
        String text,
        Section settings) {
    public Tournament {
        contestants = List.copyOf(contestants);
        judges = List.copyOf(judges);
    }

    /** The same tournament with another budget. */
    Tournament withBudget(Budget other) {
        return new Tournament(name, contestants, prompts, pairing, judges, other, stop, canaries, seed, text, settings);
    }

    /** Whether every judge knows in which order it saw the responses. */
    boolean orderKnown() {
        return judges.stream().allMatch(JudgeSetup::orderKnown);
    }

    /** Who meets whom, in which orders and how often, for people. */
    public String pairingInWords() {
        return pairing.schedule().description() + ", orders " + pairing.orders().word() + ", repeat " + pairing.repeat()
                + (stop == null ? "" : ", stop at " + stop.description()) + ", seed " + seed;
    }

    /** Who meets whom, in which orders, how often. */
    record Pairing(Schedule schedule, Orders orders, int repeat) {}

    /** Each part of the file that a plan depends on, in words: equal words, equal plan. */
    Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("name", name);
        parts.put("contestants", contestants.isEmpty() ? "all" : contestants.toString());
        parts.put("prompts", prompts.description());
        parts.put("schedule", pairing.schedule().description());
        parts.put("orders", pairing.orders().word());
        parts.put("repeat", Integer.toString(pairing.repeat()));
        StringBuilder list = new StringBuilder();
        for (JudgeSetup judge : judges) {
            list.append(judge.identity()).append(judge.calls()).append('\n');
        }
        parts.put("judges", list.toString());
        if (canaries.prompts() > 0) {
            parts.put("canaries", canaries.description());
        }
        parts.put("seed", Long.toString(seed));
        return parts;
    }
}
