/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.core.model;

import org.jspecify.annotations.NullMarked;
