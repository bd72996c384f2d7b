/**
 * Tournaments of judges: the file, the schedule, the plan, the run that can be stopped and resumed at any point, its budget and
 * its summary.
 */
@NullMarked
package dev.arena.core.tournament;

import org.jspecify.annotations.NullMarked;
