/** Runs the worked examples of {@code docs/methods} and compares what the pages print. */
@NullMarked
package dev.arena.ratings.docs;

import org.jspecify.annotations.NullMarked;
