/**
 * What can go wrong in a way that a person can mend: where it is, what was found, what is allowed and what to do next.
 */
@NullMarked
package dev.arena.core.problem;

import org.jspecify.annotations.NullMarked;
