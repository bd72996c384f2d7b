/**
 * Canaries: contestants that must lose and planted questions with a known right answer, what judges made of them, and the gate that
 * keeps a judged table back where a canary won.
 */
@NullMarked
package dev.arena.core.canary;

import org.jspecify.annotations.NullMarked;
