/** Tests of canaries. */
@NullMarked
package dev.arena.core.canary;

import org.jspecify.annotations.NullMarked;
