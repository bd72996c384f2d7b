/**
 * From strengths and their errors to statements: intervals, quasi-standard errors, probabilities, rank sets, and the
 * bootstrap for methods without an error of their own. Everything here works on any
 * {@link dev.arena.ratings.RatingResult}; chance comes from a named seed and does not depend on threads.
 */
@NullMarked
package dev.arena.ratings.uncertainty;

import org.jspecify.annotations.NullMarked;
