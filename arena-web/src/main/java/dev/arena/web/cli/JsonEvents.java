package dev.arena.web.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.arena.core.judge.Opinion;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Run;
import dev.arena.core.model.RunRound;
import dev.arena.core.model.Verdict;
import dev.arena.core.progress.Progress;
import dev.arena.core.tournament.JudgeSummary;
import dev.arena.core.tournament.JudgeSummary.Spending;
import dev.arena.core.tournament.Plan;
import dev.arena.core.tournament.RunListener;
import dev.arena.core.tournament.RunOutcome;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run does, for programs: one JSON object a line, as docs/tournaments.md describes them. Safe for use by many threads. */
final class JsonEvents implements Progress.Display {
    private static final int STEPS = 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final PrintWriter err;

    JsonEvents(PrintWriter err) {
        this.err = err;
    }

    /** A line of that kind. */
    void tell(String event, Map<String, ?> fields) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("event", event);
        line.putAll(fields);
        String text;
        try {
            text = MAPPER.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
        synchronized (this) {
            err.println(text);
            err.flush();
        }
    }

    /** A line that is a sentence for people. */
    void tell(String event, String message) {
        tell(event, Map.of("message", message));
    }

    @Override
    public Progress begin(String title, long total) {
        return new Steps(total);
    }

    private final class Steps implements Progress {
        private final long total;
        private long done;
        private String note = "";

        Steps(long total) {
            this.total = total;
        }

        @Override
        public synchronized void advance(long by) {
            long before = step();
            done += by;
            if (step() > before) {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("done", done);
                fields.put("total", total);
                fields.put("note", note);
                tell("progress", fields);
            }
        }

        private long step() {
            return done * STEPS / Math.max(1, total);
        }

        @Override
        public synchronized void note(String text) {
            note = text;
        }

        @Override
        public void close() {
            err.flush();
        }
    }

    /** Tells what the sessions of a plan do. */
    RunListener listener(Plan plan) {
        Map<ContestantId, String> names = new TreeMap<>();
        for (Contestant contestant : plan.contestants()) {
            names.put(contestant.id(), contestant.name());
        }
        return new Listener(names);
    }

    private final class Listener implements RunListener {
        private final Map<ContestantId, String> names;

        Listener(Map<ContestantId, String> names) {
            this.names = names;
        }

        @Override
        public void started(Run run, long stored, long open) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("run", run.id().value());
            fields.put("name", run.name());
            fields.put("stored", stored);
            fields.put("open", open);
            tell("run_started", fields);
        }

        @Override
        public void ready(String judge) {
            tell("judge_ready", Map.of("judge", judge));
        }

        @Override
        public void answered(Item item, Answer answer) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("judge", item.judge());
            fields.put("key", item.key());
            if (!item.probe()) {
                fields.put("order", item.order().stream().map(names::get).toList());
            }
            Opinion opinion = answer.opinion();
            boolean decides = opinion.verdict().decides();
            fields.put("verdict", decides ? answer.verdict() : null);
            fields.put("reason", decides ? null : answer.verdict());
            fields.put("detail", opinion.verdict() instanceof Verdict.Abstention none ? none.detail() : null);
            Opinion.Call call = opinion.call();
            fields.put("cost_usd", answer.cached() ? (Double) 0.0 : call == null ? null : call.costUsd());
            fields.put("cached", answer.cached());
            fields.put("attempts", call == null ? 0 : call.attempts());
            fields.put("ms", answer.durationMs());
            tell(item.probe() ? "canary" : "answered", fields);
        }

        @Override
        public void roundPlanned(RunRound round) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("round", round.round());
            fields.put("battles", round.battles());
            fields.put("reason", round.reason());
            tell("round_planned", fields);
        }
    }

    /** The last line of a session that came to an end by itself. */
    void finished(RunOutcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("run", outcome.run().id().value());
        fields.put("ending", outcome.ending().name().toLowerCase(Locale.ROOT));
        fields.put("why", outcome.why());
        fields.put("open", outcome.summary().open());
        fields.put("identical", outcome.summary().identical());
        fields.put("lacking", outcome.summary().lacking());
        List<Map<String, Object>> judges = new ArrayList<>();
        outcome.summary().judges().forEach(judge -> judges.add(judge(judge)));
        fields.put("judges", judges);
        tell("finished", fields);
    }

    private static Map<String, Object> judge(JudgeSummary judge) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("judge", judge.judge().name());
        fields.put("kind", judge.judge().kind().word());
        fields.put("votes", judge.votes());
        fields.put("ties", judge.ties());
        fields.put("both_bad", judge.bothBad());
        Map<String, Long> abstentions = new TreeMap<>();
        judge.abstentions().forEach((reason, count) -> abstentions.put(reason.word(), count));
        fields.put("abstentions", abstentions);
        Spending spent = judge.spending();
        fields.put("ledger", spent == null ? null : ledger(spent));
        return fields;
    }

    private static Map<String, Object> ledger(Spending spent) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("calls", spent.calls());
        fields.put("attempts", spent.attempts());
        fields.put("nudges", spent.nudges());
        fields.put("cached", spent.cached());
        fields.put("unknown_fate", spent.unknownFate());
        fields.put("prompt_tokens", spent.promptTokens());
        fields.put("completion_tokens", spent.completionTokens());
        boolean known = spent.calls() == 0 || spent.unknown() < spent.calls();
        fields.put("cost_usd", known ? (Double) spent.knownUsd() : null);
        fields.put("cost_unknown", spent.unknown());
        return fields;
    }
}
