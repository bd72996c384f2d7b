package dev.arena.core.store;

import dev.arena.core.model.JudgeId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the calls of one judge took in a run.
 *
 * @param calls questions sent whose end is stored, failed ones included
 * @param attempts how often they were sent, retries included
 * @param withdrawn how often something was sent for questions that were given up before an answer came
 * @param nudged calls whose first reply could not be read and was asked about once more
 * @param cached answers taken from earlier calls
 * @param promptTokens as far as they were reported
 * @param completionTokens as far as they were reported
 * @param cost what is known of the cost
 * @param open starts without an end by session: of a process that is gone, their fate is unknown
 */
public record JudgeLedger(
        JudgeId judge,
        long calls,
        long attempts,
        long withdrawn,
        long nudged,
        long cached,
        long promptTokens,
        long completionTokens,
        Cost cost,
        Map<String, Long> open) {
    private static final int DECIMALS = 12;

    public JudgeLedger {
        open = Map.copyOf(open);
    }

    /**
     * Money, in whole millionths of a millionth of a US dollar, so that a sum does not depend on its order.
     *
     * @param known the sum over calls whose cost is known
     * @param unknown calls whose cost is not known, failed ones included
     * @param unknownAnswered of these, calls that were answered, so that something was paid for them
     */
    public record Cost(long known, long unknown, long unknownAnswered) {
        /** The sum over calls whose cost is known, in US dollars. */
        public BigDecimal knownUsd() {
            return BigDecimal.valueOf(known, DECIMALS);
        }

        /** A cost of a call in these units. */
        public static long units(double usd) {
            return Math.round(usd * 1e12);
        }
    }

    /** A judge of whom nothing is stored. */
    public static JudgeLedger none(JudgeId judge) {
        return new JudgeLedger(judge, 0, 0, 0, 0, 0, 0, 0, new Cost(0, 0, 0), Map.of());
    }

    /** So many answers that were taken from earlier calls. */
    public static JudgeLedger cached(JudgeId judge, long cached) {
        return new JudgeLedger(judge, 0, 0, 0, 0, cached, 0, 0, new Cost(0, 0, 0), Map.of());
    }

    /** So many attempts for questions that were given up. */
    public static JudgeLedger withdrawn(JudgeId judge, long attempts) {
        return new JudgeLedger(judge, 0, 0, attempts, 0, 0, 0, 0, new Cost(0, 0, 0), Map.of());
    }

    /** So many starts of a session without an end. */
    public static JudgeLedger open(JudgeId judge, String session, long starts) {
        return new JudgeLedger(judge, 0, 0, 0, 0, 0, 0, 0, new Cost(0, 0, 0), Map.of(session, starts));
    }

    /** All starts without an end. */
    public long openStarts() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The sum, for parts of one judge's calls. */
    JudgeLedger plus(JudgeLedger other) {
        Map<String, Long> both = new TreeMap<>(open);
        other.open.forEach((session, count) -> both.merge(session, count, Long::sum));
        return new JudgeLedger(
                judge,
                calls + other.calls,
                attempts + other.attempts,
                withdrawn + other.withdrawn,
                nudged + other.nudged,
                cached + other.cached,
                promptTokens + other.promptTokens,
                completionTokens + other.completionTokens,
                new Cost(
                        cost.known + other.cost.known,
                        cost.unknown + other.cost.unknown,
                        cost.unknownAnswered + other.cost.unknownAnswered),
                both);
    }

    /** One ledger a judge, by judge, out of parts in any order. */
    public static List<JudgeLedger> sum(List<JudgeLedger> parts) {
        Map<JudgeId, JudgeLedger> byJudge = new TreeMap<>();
        parts.forEach(part -> byJudge.merge(part.judge(), part, JudgeLedger::plus));
        return List.copyOf(byJudge.values());
    }
}
