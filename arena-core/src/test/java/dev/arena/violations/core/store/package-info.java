/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.store;

import org.jspecify.annotations.NullMarked;
