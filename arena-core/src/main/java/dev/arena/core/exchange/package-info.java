/**
 * Reading files of prompts, responses, contestants, battles, counts and rankings: recognised by content, read as a stream, checked
 * row by row. A file becomes {@link dev.arena.core.exchange.FileRecord}s, which {@code arena rate} rates directly and
 * {@code arena import} stores. Nothing here guesses: what cannot be read is an error with its file and line.
 */
@NullMarked
package dev.arena.core.exchange;

import org.jspecify.annotations.NullMarked;
