/**
 * Files that belong to prompts and responses: told by their bytes and never by their name, and freed of whatever could name their
 * maker, so that a voter's browser may have them. Pictures and sound stay as they are, byte for byte.
 */
@NullMarked
package dev.arena.core.media;

import org.jspecify.annotations.NullMarked;
