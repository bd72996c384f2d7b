package dev.arena.core.agreement;

import dev.arena.core.exchange.GoldPair;
import org.jspecify.annotations.Nullable;

/**
 * A gold pair as an exam keeps it.
 *
 * @param key of its prompt in the exam's database: a hash of all that a judge is shown
 * @param category for splits, or null
 */
record ExamItem(String key, GoldPair.Label label, @Nullable String category) {}
