/** Rules that the build enforces on the packages of arena-core, and the proof that each of them bites. */
@NullMarked
package dev.arena.core.architecture;

import org.jspecify.annotations.NullMarked;
