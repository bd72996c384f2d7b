/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.judge;

import org.jspecify.annotations.NullMarked;
