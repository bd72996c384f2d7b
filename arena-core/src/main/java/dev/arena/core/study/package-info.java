/**
 * Studies: their settings, their states and who may vote in them. What is drawn in a study is decided in {@code core.battle},
 * which asks here whether a voter may be given a battle and how many votes there are.
 */
@NullMarked
package dev.arena.core.study;

import org.jspecify.annotations.NullMarked;
