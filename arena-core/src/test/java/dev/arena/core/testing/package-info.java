/** What tests of several packages share. */
@NullMarked
package dev.arena.core.testing;

import org.jspecify.annotations.NullMarked;
