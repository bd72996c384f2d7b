package dev.arena.web.api;

import dev.arena.core.board.Snapshots;
import dev.arena.core.explore.Explorer;

/**
 * What there is to look at beside the board.
 *
 * @param explorer battles and contestants, texts beside names
 * @param snapshots boards that were frozen
 */
public record Looking(Explorer explorer, Snapshots snapshots) {}
