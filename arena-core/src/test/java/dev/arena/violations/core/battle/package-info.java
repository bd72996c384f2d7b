/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.battle;

import org.jspecify.annotations.NullMarked;
