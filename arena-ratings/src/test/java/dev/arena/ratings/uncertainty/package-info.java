/** Tests of intervals, rank sets, the bootstrap and quasi-standard errors. */
@NullMarked
package dev.arena.ratings.uncertainty;

import org.jspecify.annotations.NullMarked;
