package dev.arena.core.tournament;

import java.util.List;

/**
 * Battles that are judged before anything further is planned.
 *
 * @param number from 1; 0 where the whole schedule is known from the start
 * @param battles to be judged, in the order of judging
 * @param identical matchups of byte-identical responses, tied without asking
 */
record Round(int number, List<PlannedBattle> battles, List<PlannedBattle> identical) {}
