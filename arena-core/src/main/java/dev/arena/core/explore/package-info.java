/**
 * Battles and contestants to look at: matchups with their texts, names and verdicts side by side, searched and filtered, and a page a
 * contestant. All of it pairs texts with names, so whoever serves it must keep it from people who vote.
 */
@NullMarked
package dev.arena.core.explore;

import org.jspecify.annotations.NullMarked;
