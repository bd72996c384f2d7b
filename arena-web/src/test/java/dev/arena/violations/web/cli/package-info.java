/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.web.cli;

import org.jspecify.annotations.NullMarked;
