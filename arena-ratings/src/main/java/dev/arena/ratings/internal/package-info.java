/**
 * Numerics shared by the rating methods: stable logistic functions, Cholesky factors, Newton's method, graphs of who
 * beat whom, seeded normal numbers. Sums run in a fixed order. For {@code dev.arena.ratings} and its packages only.
 */
@NullMarked
package dev.arena.ratings.internal;

import org.jspecify.annotations.NullMarked;
