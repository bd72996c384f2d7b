/** Classes that break a rule on purpose. */
@NullMarked
package dev.arena.violations.web.api;

import org.jspecify.annotations.NullMarked;
