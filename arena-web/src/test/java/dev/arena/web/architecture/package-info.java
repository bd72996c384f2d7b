/** Rules that the build enforces on the packages of arena-web, and the proof that each of them bites. */
@NullMarked
package dev.arena.web.architecture;

import org.jspecify.annotations.NullMarked;
