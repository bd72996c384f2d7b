/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.leaderboard;

import org.jspecify.annotations.NullMarked;
