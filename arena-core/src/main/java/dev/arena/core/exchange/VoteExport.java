package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.leaderboard.VoteMarks;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a store as files. {@code votes} is the log, one JSON object a line, superseded rows and abstentions included;
 * {@code battles} is a CSV of the current verdicts on two responses, in the columns that {@code arena rate} and {@code arena import}
 * read. Rated as a file, either gives what the database gives. People appear by their pseudonyms. Streams: beyond the marks, memory does
 * not grow with the log.
 */
public final class VoteExport {
    /** Why a vote is not rated that another of its judge took the place of. */
    static final String SUPERSEDED = "superseded";

    private static final CSVFormat BATTLES =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();
    private static final List<String> COLUMNS = List.of(
            "model_a",
            "model_b",
            "winner",
            "judge",
            "judge_kind",
            "prompt_id",
            "turn",
            "tstamp",
            "language",
            "category",
            "count");
    private static final JsonFactory JSON = new JsonFactory();

    private final ArenaStore store;
    private final Map<ContestantId, Contestant> contestants;
    private final Map<PromptId, Prompt> prompts = new HashMap<>();
    private final StudyColumns studies;
    private final VoteMarks marks;

    /**
     * @param marks which votes are wanted, and what the ratings make of them
     */
    public VoteExport(ArenaStore store, VoteMarks marks) {
        this.store = store;
        this.marks = marks;
        this.studies = new StudyColumns(store.studies());
        this.contestants = store.catalog().contestantsById();
        store.catalog().listPrompts().forEach(prompt -> prompts.put(prompt.id(), prompt));
    }

    /**
     * Rows that were written, and rows that the format cannot hold.
     *
     * @param leftOut by reason
     */
    public record Result(long written, Map<String, Long> leftOut) {}

    /** Writes the wanted votes of the log as JSON lines, those that are not rated and abstentions included. */
    public Result writeVotes(Appendable out) {
        long[] written = {0};
        store.votes().scan(new VoteId(0), cast -> {
            if (marks.passes(cast.vote().id())) {
                line(cast, out);
                written[0]++;
            }
        });
        return new Result(written[0], Map.of());
    }

    /** Writes the wanted verdicts on two responses that are rated as CSV; with their weights where decisions on voters weigh them. */
    public Result writeBattles(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, BATTLES);
        boolean weighs = marks.weighs();
        List<Object> header = new ArrayList<>(COLUMNS);
        if (weighs) {
            header.add("weight");
        }
        printer.printRecord(header);
        Map<String, Long> leftOut = new HashMap<>();
        long[] written = {0};
        store.votes().scan(new VoteId(0), cast -> {
            if (!marks.passes(cast.vote().id())) {
                return;
            }
            String reason = whyNotABattle(cast);
            if (reason.isEmpty()) {
                print(printer, cast, weighs);
                written[0]++;
            } else {
                leftOut.merge(reason, 1L, Long::sum);
            }
        });
        printer.flush();
        return new Result(written[0], leftOut);
    }

    private String whyNotABattle(CastVote cast) {
        String excluded = marks.exclusion(cast.vote().id());
        if (!excluded.isEmpty()) {
            return excluded;
        }
        if (cast.vote().verdict() instanceof Verdict.Abstention abstention) {
            return abstention.reason().word();
        }
        if (cast.battle().seats().size() > 2) {
            return "more_than_two_responses";
        }
        return cast.vote().verdict() instanceof Verdict.Preference ? "soft_verdict" : "";
    }

    private void print(CSVPrinter printer, CastVote cast, boolean weighs) {
        List<Seat> seats = cast.battle().seats();
        Prompt prompt = prompt(cast);
        try {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(name(seats.get(0)));
            cells.add(name(seats.get(1)));
            cells.add(winner(cast.vote().verdict()));
            cells.add(cast.judge().name());
            cells.add(cast.judge().kind().word());
            cells.add(prompt == null ? null : prompt.key());
            cells.add(cast.battle().draft().tags().turn());
            cells.add(cast.vote().draft().castAt());
            cells.add(language(cast, prompt));
            cells.add(category(cast, prompt));
            cells.add(cast.vote().draft().count());
            if (weighs) {
                cells.add(marks.weight(cast.vote().id()));
            }
            printer.printRecord(cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(CastVote cast, Appendable out) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("vote", cast.vote().publicId());
            writeBattle(json, cast);
            writeVerdict(json, cast.vote().verdict());
            json.writeStringField("judge", cast.judge().name());
            json.writeStringField("judge_kind", cast.judge().kind().word());
            json.writeStringField("judge_version", cast.judge().version());
            json.writeBooleanField("simulated", cast.judge().kind().simulated());
            json.writeNumberField("count", cast.vote().draft().count());
            writeNumber(json, "latency_ms", cast.vote().draft().latencyMs());
            json.writeStringField("rationale", cast.vote().draft().rationale());
            json.writeStringField("cast_at", cast.vote().draft().castAt().toString());
            String excluded = marks.exclusion(cast.vote().id());
            json.writeBooleanField("superseded", excluded.equals(SUPERSEDED));
            json.writeStringField("excluded", excluded.isEmpty() ? null : excluded);
            if (excluded.isEmpty() && marks.weight(cast.vote().id()) != 1) {
                json.writeNumberField("weight", marks.weight(cast.vote().id()));
            }
            studies.write(json, cast);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            out.append(text.getBuffer()).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeBattle(JsonGenerator json, CastVote cast) throws IOException {
        Prompt prompt = prompt(cast);
        json.writeStringField("prompt_id", prompt == null ? null : prompt.key());
        json.writeArrayFieldStart("models");
        for (Seat seat : cast.battle().seats()) {
            json.writeString(name(seat));
        }
        json.writeEndArray();
        writeNumber(json, "seed", cast.battle().draft().seed());
        Double probability = cast.battle().draft().pickProbability();
        if (probability == null) {
            json.writeNullField("pick_probability");
        } else {
            json.writeNumberField("pick_probability", probability);
        }
        var run = cast.battle().draft().origin().run();
        json.writeStringField("run", run == null ? null : run.value());
        Integer turn = cast.battle().draft().tags().turn();
        writeNumber(json, "turn", turn == null ? null : Long.valueOf(turn));
        json.writeBooleanField("order_known", cast.battle().draft().tags().orderKnown());
        json.writeStringField("category", category(cast, prompt));
        json.writeStringField("language", language(cast, prompt));
    }

    private static void writeVerdict(JsonGenerator json, Verdict verdict) throws IOException {
        if (verdict instanceof Verdict.Ranking ranking) {
            json.writeStringField("verdict", "ranking");
            json.writeArrayFieldStart("ranks");
            for (int rank : ranking.ranks()) {
                if (rank == 0) {
                    json.writeNull();
                } else {
                    json.writeNumber(rank);
                }
            }
            json.writeEndArray();
            writeNumber(json, "margin", ranking.margin() == null ? null : Long.valueOf(ranking.margin()));
        } else if (verdict instanceof Verdict.BothBad) {
            json.writeStringField("verdict", "both_bad");
        } else if (verdict instanceof Verdict.Preference preference) {
            json.writeStringField("verdict", "preference");
            json.writeNumberField("score", preference.first());
        } else if (verdict instanceof Verdict.Abstention abstention) {
            json.writeStringField("verdict", "abstention");
            json.writeStringField("reason", abstention.reason().word());
            json.writeStringField("detail", abstention.detail());
        }
    }

    private static String winner(Verdict verdict) {
        if (verdict instanceof Verdict.BothBad) {
            return "both_bad";
        }
        List<Integer> ranks = ((Verdict.Ranking) verdict).ranks();
        int order = Integer.compare(ranks.get(0), ranks.get(1));
        return order == 0 ? "tie" : order < 0 ? "model_a" : "model_b";
    }

    private static void writeNumber(JsonGenerator json, String name, @Nullable Long value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private @Nullable Prompt prompt(CastVote cast) {
        PromptId id = cast.battle().draft().prompt();
        return id == null ? null : prompts.get(id);
    }

    private static @Nullable String category(CastVote cast, @Nullable Prompt prompt) {
        String own = cast.battle().draft().tags().category();
        return own != null || prompt == null ? own : prompt.text().category();
    }

    private static @Nullable String language(CastVote cast, @Nullable Prompt prompt) {
        String own = cast.battle().draft().tags().language();
        return own != null || prompt == null ? own : prompt.text().language();
    }

    private String name(Seat seat) {
        return Objects.requireNonNull(contestants.get(seat.contestant()), "every seat's contestant is stored")
                .name();
    }
}
