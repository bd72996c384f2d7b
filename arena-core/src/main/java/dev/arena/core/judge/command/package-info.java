/**
 * Judges that are programs: the only code that starts any. A program reads requests and writes verdicts, one JSON object a line, and
 * never learns a contestant's name.
 */
@NullMarked
package dev.arena.core.judge.command;

import org.jspecify.annotations.NullMarked;
