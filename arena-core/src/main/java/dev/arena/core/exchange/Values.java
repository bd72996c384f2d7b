package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values that shapes share: names, numbers, times, lists; each refused with what is allowed. */
final class Values {
    private static final int LONGEST_NAME = 300;
    private static final long LARGEST_COUNT = 1_000_000_000_000L;
    private static final BigDecimal FIRST_MILLISECONDS = new BigDecimal("1e11");
    private static final BigDecimal TOO_LATE = new BigDecimal("1e14");
    private static final String TIMES =
            "seconds or milliseconds since 1970, or an ISO time such as 2025-06-17T11:00:03Z, of the years 0001 to 9999";

    private static final Instant FIRST_TIME = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST_TIME = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Z}\\s]*");

    private Values() {}

    /** A name of a model, judge or prompt: a text without control characters, spaces around it ignored. */
    static String name(Row row, String field) {
        String name = row.required(field, "a name");
        checkName(row, field, name);
        return name;
    }

    /** The same where the file may leave it out. */
    static @Nullable String optionalName(Row row, String field) {
        String name = row.text(field);
        if (name != null) {
            checkName(row, field, name);
        }
        return name;
    }

    static void checkName(Row row, String field, String name) {
        if (name.isBlank()) {
            throw row.invalid(field, null, "a name", "");
        }
        if (INVISIBLE.matcher(name).matches()) {
            throw row.invalid(field, name, "a name that can be seen", "");
        }
        if (name.length() > LONGEST_NAME) {
            throw row.invalid(field, name, "a name of at most " + LONGEST_NAME + " characters", "");
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isISOControl(c) || isLone(name, i)) {
                String shown = name.substring(0, i) + String.format(Locale.ROOT, "\\u%04x", (int) c);
                throw row.invalid(field, shown, "a name without control characters and lone surrogates", "");
            }
        }
    }

    private static boolean isLone(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }

    /** A finite number in a range; null where absent. */
    static @Nullable Double number(Row row, String field, double least, double most, String allowed) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        BigDecimal decimal = decimal(text);
        double value = decimal == null ? Double.NaN : decimal.doubleValue();
        if (!(value >= least && value <= most) || Double.isInfinite(value)) {
            throw row.invalid(field, text, allowed, "");
        }
        return value;
    }

    /** A whole number from {@code least} to a trillion, {@code 3.0} included; null where absent. */
    static @Nullable Long whole(Row row, String field, long least) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        BigDecimal decimal = decimal(text);
        long value = decimal == null ? -1 : wholeValue(decimal);
        if (value < least || value > LARGEST_COUNT) {
            throw row.invalid(field, text, wholeNumbers(least), "");
        }
        return value;
    }

    private static String wholeNumbers(long least) {
        return "a whole number from " + least + " to " + LARGEST_COUNT;
    }

    /** A whole number that must be there. */
    static long requiredWhole(Row row, String field, long least) {
        Long value = whole(row, field, least);
        if (value == null) {
            throw row.invalid(field, null, wholeNumbers(least), "");
        }
        return value;
    }

    /** The value, or -1 where it is not whole, negative or too large. */
    private static long wholeValue(BigDecimal decimal) {
        if (decimal.signum() < 0 || decimal.compareTo(BigDecimal.valueOf(LARGEST_COUNT)) > 0) {
            return -1;
        }
        try {
            return decimal.longValueExact();
        } catch (ArithmeticException e) {
            return -1;
        }
    }

    /** A decimal number in ASCII digits; null for anything else, such as NaN. */
    private static @Nullable BigDecimal decimal(String text) {
        if (text.length() > 40) {
            return null;
        }
        for (int i = 0; i < text.length(); i++) {
            if ("0123456789.eE+-".indexOf(text.charAt(i)) < 0) {
                return null;
            }
        }
        try {
            BigDecimal value = new BigDecimal(text);
            return Math.abs((long) value.scale()) > 400 ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A time; null where absent. Without an offset it is UTC. */
    static @Nullable Instant time(Row row, String field) {
        String text = row.text(field);
        if (text == null) {
            return null;
        }
        BigDecimal number = decimal(text);
        Instant time = number == null ? isoTime(text) : unixTime(number);
        if (time == null || time.isBefore(FIRST_TIME) || time.isAfter(LAST_TIME)) {
            throw row.invalid(field, text, TIMES, "");
        }
        return time;
    }

    private static @Nullable Instant unixTime(BigDecimal value) {
        if (value.signum() < 0 || value.compareTo(TOO_LATE) >= 0) {
            return null;
        }
        BigDecimal seconds = value.compareTo(FIRST_MILLISECONDS) >= 0 ? value.movePointLeft(3) : value;
        long whole = seconds.longValue();
        long nanos =
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue();
        return Instant.ofEpochSecond(whole, nanos);
    }

    private static @Nullable Instant isoTime(String text) {
        String iso =
                text.length() > 10 && text.charAt(10) == ' ' ? text.substring(0, 10) + 'T' + text.substring(11) : text;
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(iso, OffsetDateTime::from, LocalDateTime::from);
            return parsed instanceof OffsetDateTime offset
                    ? offset.toInstant()
                    : LocalDateTime.from(parsed).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The items of a list that must be a list; null where absent. */
    static @Nullable List<JsonNode> list(Row row, String field) {
        JsonNode node = row.structure(field);
        if (node == null) {
            return null;
        }
        if (!node.isArray()) {
            throw row.invalid(field, node.toString(), "a list", "");
        }
        List<JsonNode> items = new ArrayList<>();
        node.forEach(items::add);
        return items;
    }

    /** The texts of a list of texts; null where absent. */
    static @Nullable List<String> texts(Row row, String field) {
        List<JsonNode> items = list(row, field);
        if (items == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items) {
            if (!item.isTextual()) {
                throw row.invalid(field, item.toString(), "a list of texts", "");
            }
            texts.add(Texts.bounded(row, field, item.asText()));
        }
        return texts;
    }
}
