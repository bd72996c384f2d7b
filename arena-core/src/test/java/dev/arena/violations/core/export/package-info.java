/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.export;

import org.jspecify.annotations.NullMarked;
