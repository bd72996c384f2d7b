/**
 * How far verdicts agree: a judge with itself when the order shown is swapped, judges with people, boards with boards; and how votes of
 * a judge sharpen a rating from people without replacing it (prediction-powered inference).
 */
@NullMarked
package dev.arena.ratings.agreement;

import org.jspecify.annotations.NullMarked;
