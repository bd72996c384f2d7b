/**
 * Open, blind, vote, reveal: which battle a voter sees next, what may be said about it, and what is told once the vote is stored.
 * Nothing that leaves {@link dev.arena.core.battle.ShownBattle} links a response to a contestant.
 */
@NullMarked
package dev.arena.core.battle;

import org.jspecify.annotations.NullMarked;
