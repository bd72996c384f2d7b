/**
 * What in a response tells who wrote it: names of contestants and makers, and sentences in which a model introduces itself. Found before
 * a voter sees the response, and then masked, left out or flagged, as the study or the open floor says.
 */
@NullMarked
package dev.arena.core.leak;

import org.jspecify.annotations.NullMarked;
