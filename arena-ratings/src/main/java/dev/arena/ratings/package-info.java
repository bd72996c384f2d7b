/**
 * The words every rating method shares: evidence in, ratings out.
 *
 * <p>{@link dev.arena.ratings.Evidence} holds comparisons and rankings as primitive columns over dense contestants
 * {@code 0..n-1}; a {@link dev.arena.ratings.RatingMethod} turns it into a {@link dev.arena.ratings.RatingResult}:
 * one {@link dev.arena.ratings.Rating} a contestant, an {@link dev.arena.ratings.Uncertainty}, effects, diagnostics and
 * warnings. No names, no files, no clock: who the contestants are is the caller's business.
 */
@NullMarked
package dev.arena.ratings;

import org.jspecify.annotations.NullMarked;
