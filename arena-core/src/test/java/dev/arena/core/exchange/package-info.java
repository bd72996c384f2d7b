/** Tests of reading and importing files; fixtures are in {@code src/test/resources/exchange}. */
@NullMarked
package dev.arena.core.exchange;

import org.jspecify.annotations.NullMarked;
