package dev.arena.core.judge;

import dev.arena.core.config.Section;
import dev.arena.core.model.JudgeCall;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tokens cost.
 *
 * @param inputPerMillion US dollars for a million tokens sent
 * @param outputPerMillion US dollars for a million tokens received
 * @param asOf the day on which this was the price
 */
public record Price(double inputPerMillion, double outputPerMillion, LocalDate asOf) {
    private static final double MILLION = 1e6;
    private static final double MOST = 1e6;

    /** Reads {@code price: {input_per_million, output_per_million, as_of}}, where it is there. */
    public static Optional<Price> read(Section judge) {
        return judge.findSection("price", "the keys input_per_million, output_per_million, as_of")
                .map(Price::of);
    }

    private static Price of(Section section) {
        double input = number(section, "input_per_million");
        double output = number(section, "output_per_million");
        String allowed = "the day of the price, such as 2026-11-01";
        String day = section.text("as_of", allowed);
        section.finish();
        try {
            return new Price(input, output, LocalDate.parse(day));
        } catch (DateTimeParseException e) {
            throw section.bad("as_of", day, allowed, "");
        }
    }

    private static double number(Section section, String key) {
        return section.findNumber(key, 0, MOST)
                .orElseThrow(() -> section.missing(key, "US dollars for a million tokens", ""));
    }

    /** The cost of a call; null where the endpoint did not say how many tokens it took. */
    @Nullable
    Double of(JudgeCall.Usage usage) {
        Long sent = usage.promptTokens();
        Long received = usage.completionTokens();
        return sent == null || received == null ? null : of(sent, received);
    }

    /** The cost of so many tokens. */
    public double of(long sent, long received) {
        return (sent * inputPerMillion + received * outputPerMillion) / MILLION;
    }
}
