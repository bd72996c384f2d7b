package dev.arena.core.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.arena.core.leaderboard.BoardComparison;
import dev.arena.core.leaderboard.Leaderboard;
import dev.arena.core.leaderboard.LeaderboardRequest;
import dev.arena.core.leaderboard.LeaderboardRow;
import dev.arena.core.leaderboard.RequestWords;
import dev.arena.core.leaderboard.VoteLimits;
import dev.arena.core.leaderboard.WinShare;
import dev.arena.core.model.Contestant;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A board as its page shows it, and as it is frozen: the JSON of {@code arena rate} with facts, shares and badges in each row, the query that
 * shows it, and, where asked for, what its choices change.
 */
public final class BoardJson {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final List<String> FACTS =
            List.of("organization", "license", "price", "price_input", "price_output");
    private static final Pattern NUMBER = Pattern.compile("\\$?\\s*(\\d{1,9}(?:\\.\\d{1,9})?)");

    private final Content content;
    private final WinShare share;

    private BoardJson(Content content) {
        this.content = content;
        this.share = WinShare.of(content.request());
    }

    /**
     * What is written.
     *
     * @param facts of contestants by name; who has none may be absent
     * @param comparison with the default choices, or null
     */
    public record Content(
            LeaderboardRequest request,
            Leaderboard board,
            Map<String, Map<String, String>> facts,
            @Nullable BoardComparison comparison) {
        /** Facts of contestants, by name. */
        public static Map<String, Map<String, String>> facts(Collection<Contestant> contestants) {
            Map<String, Map<String, String>> facts = new TreeMap<>();
            contestants.forEach(contestant -> facts.put(contestant.name(), contestant.facts()));
            return facts;
        }
    }

    /** Fields that follow those of the board. */
    @FunctionalInterface
    public interface More {
        /** Writes fields into an object that is open. */
        void write(JsonGenerator json) throws IOException;
    }

    /** One object without white space; equal content gives equal text. */
    public static String text(Content content, More more) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            new BoardJson(content).write(json);
            more.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string takes every character", e);
        }
        return text.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        Leaderboard board = content.board();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("preliminary_below", Long.toString(VoteLimits.PRELIMINARY_BELOW));
        settings.put("few_votes_below", Long.toString(VoteLimits.FEW_BELOW));
        settings.put("win_rate", share.rule());
        new LeaderboardJson(json, this::writeRow).writeFields(board.withSettings(settings));
        BoardComparison comparison = content.comparison();
        if (comparison != null) {
            writeComparison(json, comparison);
        }
        json.writeBooleanField("simulated", board.provenance().simulated());
        json.writeFieldName("revision");
        Long revision = board.provenance().revision();
        if (revision == null) {
            json.writeNull();
        } else {
            json.writeNumber(revision);
        }
        json.writeStringField("query", RequestWords.query(content.request()));
    }

    private void writeRow(JsonGenerator json, LeaderboardRow row) throws IOException {
        Map<String, String> facts = content.facts().getOrDefault(row.modelName(), Map.of());
        for (String fact : FACTS) {
            json.writeStringField(fact, facts.get(fact));
        }
        number(json, "price_input_value", amount(facts.get("price_input")));
        number(json, "price_output_value", amount(facts.get("price_output")));
        number(json, "both_bad_share", row.counts().bothBadShare());
        number(json, "win_rate", share.value(row.counts()));
        json.writeBooleanField("preliminary", row.counts().votes() < VoteLimits.PRELIMINARY_BELOW);
        json.writeBooleanField("few_votes", row.counts().votes() < VoteLimits.FEW_BELOW);
        if (content.comparison() != null) {
            BoardComparison.Change change = content.comparison().of(row);
            number(json, "default_rating", change.rating());
            integer(json, "default_rank", change.rank());
            number(json, "rating_change", change.ratingChange());
            integer(json, "rank_change", change.rankChange());
        }
    }

    /** The number that a price is, where it is nothing but a number, with or without a dollar sign. */
    private static @Nullable Double amount(@Nullable String price) {
        var found = NUMBER.matcher(price == null ? "" : price.strip());
        return found.matches() ? Double.valueOf(found.group(1)) : null;
    }

    private static void writeComparison(JsonGenerator json, BoardComparison comparison) throws IOException {
        json.writeObjectFieldStart("compare");
        json.writeStringField("against", "default");
        json.writeStringField("query", comparison.query());
        json.writeArrayFieldStart("changed");
        for (RequestWords.Choice choice : comparison.changed()) {
            json.writeStartObject();
            json.writeStringField("name", choice.name());
            json.writeStringField("value", choice.value());
            json.writeStringField("default", choice.otherwise());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeBooleanField("same_scale", comparison.sameScale());
        json.writeNumberField("vote_count", comparison.voteCount());
        json.writeEndObject();
    }

    private static void number(JsonGenerator json, String name, @Nullable Double value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }

    private static void integer(JsonGenerator json, String name, @Nullable Integer value) throws IOException {
        if (value == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, value);
        }
    }
}
