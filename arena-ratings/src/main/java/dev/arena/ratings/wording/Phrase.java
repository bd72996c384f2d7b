package dev.arena.ratings.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A sentence with gaps. Implemented by enums, one an area, so that a list of all of them can be made.
 *
 * <p>A gap is {@code {name}} or {@code {name:form}}. Without a form stand whole numbers, texts and lists of texts (comma between); forms are
 * {@code percent0} and {@code percent1} for a share (0.123 is "12 %", "12.3 %"), {@code signed2} ("+0.25"), {@code exact} for a number with all
 * its digits. The gap {@code {count}} decides between singular and plural.
 */
public interface Phrase {
    /** The name of the enum's constant. */
    String name();

    /** What stands before the name in the code, so that codes of different areas differ; with its underscore, or empty. */
    String prefix();

    /** The English for any count but one. */
    String other();

    /** The English for a count of one. */
    default String one() {
        return other();
    }

    /** Names this sentence for programs; never changes. Lower case, underscores. */
    default String code() {
        return prefix() + name().toLowerCase(Locale.ROOT);
    }

    /** Whether a number decides about the form of words. */
    default boolean counts() {
        return gaps().containsKey("count");
    }

    /** Names of the gaps and their forms, empty where there is none, in the order in which they stand. */
    default Map<String, String> gaps() {
        return Wording.gaps(other());
    }

    /**
     * The sentence with its gaps filled.
     *
     * @param values a name and a value for each gap, in turn; a value is a whole number, a finite number, a text or a list of texts
     * @throws IllegalArgumentException if a gap has no value or a value no gap
     */
    default Sentence say(Object... values) {
        if (values.length % 2 != 0) {
            throw new IllegalArgumentException("a name without a value for " + code());
        }
        Map<String, Object> params = new LinkedHashMap<>();
        for (int k = 0; k < values.length; k += 2) {
            params.put((String) values[k], Wording.value(values[k + 1]));
        }
        if (!params.keySet().equals(gaps().keySet())) {
            throw new IllegalArgumentException(code() + " has the gaps " + new ArrayList<>(gaps().keySet())
                    + ", given were " + new ArrayList<>(params.keySet()));
        }
        boolean one = params.get("count") instanceof Long count && count == 1;
        return new Sentence(code(), params, Wording.filled(one ? one() : other(), params));
    }
}
