/**
 * Wiring and lifecycle of the server.
 */
@NullMarked
package dev.arena.web;

import org.jspecify.annotations.NullMarked;
