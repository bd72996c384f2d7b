package dev.arena.core.board;

import dev.arena.ratings.wording.Sentence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether to trust a table, check by check.
 *
 * @param revision of the store now
 * @param computing whether newer numbers of some checks are on their way
 * @param level of every interval and test
 * @param checks always the same ones in the same order
 */
public record TrustView(@Nullable Long revision, boolean computing, double level, List<Check> checks) {
    public TrustView {
        checks = List.copyOf(checks);
    }

    /** What came of a check. A check that could not be made is never passed. */
    public enum State {
        PASSED,
        FAILED,
        NOT_RUN;

        /** The word used in the API. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A check.
     *
     * @param state the word of a {@link State}
     * @param summary what was found, in a sentence
     * @param detail the rule that decides
     * @param numbers by name, limits among them; null where there is none
     * @param revision of the store that the numbers are of; null where it was not run
     * @param concerned contestants or judges that it is about
     * @param reason the summary with its code and values
     * @param rule the detail with its code
     */
    public record Check(
            String id,
            String state,
            String summary,
            String detail,
            Map<String, @Nullable Double> numbers,
            @Nullable Long revision,
            List<String> concerned,
            Sentence reason,
            Sentence rule) {
        public Check {
            numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
            concerned = List.copyOf(concerned);
        }

        /** A check that was made. */
        static Check made(CheckId id, boolean passed, Sentence found, Finding finding) {
            return of(id, passed ? State.PASSED : State.FAILED, found, finding);
        }

        /** A check that was not made, and why. */
        static Check notRun(CheckId id, Sentence why) {
            return of(id, State.NOT_RUN, why, new Finding(Map.of(), null, List.of()));
        }

        private static Check of(CheckId id, State state, Sentence found, Finding finding) {
            Sentence rule = id.say();
            return new Check(
                    id.word(),
                    state.word(),
                    found.message(),
                    rule.message(),
                    finding.numbers(),
                    finding.revision(),
                    finding.concerned(),
                    found,
                    rule);
        }
    }

    /**
     * What a check rests on.
     *
     * @param numbers by name, limits among them; null where there is none
     * @param revision of the store that the numbers are of; null where it was not run
     * @param concerned contestants or judges that it is about
     */
    record Finding(
            Map<String, @Nullable Double> numbers, @Nullable Long revision, List<String> concerned) {}
}
