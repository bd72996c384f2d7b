/**
 * Honest quality control: signals about each voter's votes, each with its value, its threshold and one of three states, and rules that
 * turn them into decisions where somebody asked for that. A check that fails, or that has too little to go on, says unknown, never
 * more: the votes count, and somebody is told. Nothing is deleted; decisions are a view on the votes.
 */
@NullMarked
package dev.arena.core.quality;

import org.jspecify.annotations.NullMarked;
