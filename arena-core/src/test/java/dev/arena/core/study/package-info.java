/** Tests of studies. */
@NullMarked
package dev.arena.core.study;

import org.jspecify.annotations.NullMarked;
