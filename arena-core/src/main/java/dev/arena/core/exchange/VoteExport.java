package dev.arena.core.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.model.BattleOrigin;
import dev.arena.core.model.CastVote;
import dev.arena.core.model.Contestant;
import dev.arena.core.model.ContestantId;
import dev.arena.core.model.Prompt;
import dev.arena.core.model.PromptId;
import dev.arena.core.model.Seat;
import dev.arena.core.model.Study;
import dev.arena.core.model.StudyPart;
import dev.arena.core.model.Verdict;
import dev.arena.core.model.VoteId;
import dev.arena.core.store.ArenaStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The votes of a store as files. {@code votes} is the whole log, one JSON object a line, superseded rows and abstentions included;
 * {@code battles} is a CSV of the current verdicts on two responses, in the columns that {@code arena rate} and {@code arena import}
 * read. People appear by their pseudonyms. Streams: memory does not grow with the log.
 */
public final class VoteExport {
    private static final CSVFormat BATTLES = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(
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
                    "count")
            .get();
    private static final JsonFactory JSON = new JsonFactory();

    private final ArenaStore store;
    private final Map<ContestantId, Contestant> contestants;
    private final Map<PromptId, Prompt> prompts = new HashMap<>();
    private final Set<VoteId> superseded = new HashSet<>();
    private final StudyColumns studies;

    public VoteExport(ArenaStore store) {
        this.store = store;
        this.studies = new StudyColumns(store.studies());
        this.contestants = store.catalog().contestantsById();
        store.catalog().listPrompts().forEach(prompt -> prompts.put(prompt.id(), prompt));
        store.votes().scan(new VoteId(0), cast -> {
            VoteId replaced = cast.vote().supersedes();
            if (replaced != null) {
                superseded.add(replaced);
            }
        });
    }

    /**
     * Rows that were written, and rows that the format cannot hold.
     *
     * @param leftOut by reason
     */
    public record Result(long written, Map<String, Long> leftOut) {}

    /** Writes the whole log as JSON lines. */
    public Result writeVotes(Appendable out) {
        return writeVotes(out, cast -> true);
    }

    /** Writes the votes of a study as JSON lines, gold battles and repeats included. */
    public Result writeVotesOf(Study study, Appendable out) {
        return writeVotes(out, cast -> studies.isOf(study.key(), cast));
    }

    private Result writeVotes(Appendable out, Predicate<CastVote> wanted) {
        long[] written = {0};
        store.votes().scan(new VoteId(0), cast -> {
            if (wanted.test(cast)) {
                line(cast, out);
                written[0]++;
            }
        });
        return new Result(written[0], Map.of());
    }

    /** Writes current verdicts on two responses as CSV. */
    public Result writeBattles(Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, BATTLES);
        Map<String, Long> leftOut = new HashMap<>();
        long[] written = {0};
        store.votes().scan(new VoteId(0), cast -> {
            String reason = whyNotABattle(cast);
            if (reason.isEmpty()) {
                print(printer, cast);
                written[0]++;
            } else {
                leftOut.merge(reason, 1L, Long::sum);
            }
        });
        printer.flush();
        return new Result(written[0], leftOut);
    }

    private String whyNotABattle(CastVote cast) {
        if (superseded.contains(cast.vote().id())) {
            return "superseded";
        }
        if (cast.vote().verdict() instanceof Verdict.Abstention abstention) {
            return abstention.reason().word();
        }
        BattleOrigin origin = cast.battle().draft().origin();
        StudyPart part = origin.part();
        if (part != null && origin.isPlanted()) {
            return part.word();
        }
        if (cast.battle().seats().size() > 2) {
            return "more_than_two_responses";
        }
        return cast.vote().verdict() instanceof Verdict.Preference ? "soft_verdict" : "";
    }

    private void print(CSVPrinter printer, CastVote cast) {
        List<Seat> seats = cast.battle().seats();
        Prompt prompt = prompt(cast);
        try {
            printer.printRecord(
                    name(seats.get(0)),
                    name(seats.get(1)),
                    winner(cast.vote().verdict()),
                    cast.judge().name(),
                    cast.judge().kind().word(),
                    prompt == null ? null : prompt.key(),
                    cast.battle().draft().tags().turn(),
                    cast.vote().draft().castAt(),
                    language(cast, prompt),
                    category(cast, prompt),
                    cast.vote().draft().count());
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
            json.writeBooleanField("superseded", superseded.contains(cast.vote().id()));
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
