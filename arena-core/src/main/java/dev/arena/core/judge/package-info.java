/**
 * Judges that act by themselves: what they are given, what they answer, the metrics, the scripted stand-in, and the templates and
 * parsers of judges that are asked in words. A failure is always an abstention with its reason, never a tie.
 */
@NullMarked
package dev.arena.core.judge;

import org.jspecify.annotations.NullMarked;
