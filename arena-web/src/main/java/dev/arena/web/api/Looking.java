package dev.arena.web.api;

import dev.arena.core.battle.OwnBoards;
import dev.arena.core.board.Snapshots;
import dev.arena.core.explore.Explorer;

/**
 * What there is to look at beside the board.
 *
 * @param explorer battles and contestants, texts beside names
 * @param snapshots boards that were frozen
 * @param ownBoards boards of one voter's votes
 */
public record Looking(Explorer explorer, Snapshots snapshots, OwnBoards ownBoards) {}
