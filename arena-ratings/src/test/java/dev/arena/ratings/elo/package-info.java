/** Tests of Elo against the specification and evalica's golden files. */
@NullMarked
package dev.arena.ratings.elo;

import org.jspecify.annotations.NullMarked;
