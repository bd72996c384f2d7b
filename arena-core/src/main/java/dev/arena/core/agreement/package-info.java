/**
 * How far judges can be trusted: their agreement with people or with other judges on the same matchups, and exams against gold labels.
 * Votes come in as the ratings know them, reports go out as immutable records with their intervals, settings and exclusions.
 */
@NullMarked
package dev.arena.core.agreement;

import org.jspecify.annotations.NullMarked;
