/**
 * Bradley-Terry: odds of i over j are exp(θi − θj), ties count as half a win for each.
 *
 * <p>One road: rows are aggregated by ordered pair and position effect ({@code PairTable}), the graph of who scored
 * against whom says which strengths exist, Newton's method fits each group, and the covariance comes from the same
 * aggregated table, or from the rows where clusters repeat.
 */
@NullMarked
package dev.arena.ratings.bradleyterry;

import org.jspecify.annotations.NullMarked;
