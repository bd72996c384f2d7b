/**
 * Wiring and lifecycle of the server: what listens, what it is made of, and how it stops.
 */
@NullMarked
package dev.arena.web;

import org.jspecify.annotations.NullMarked;
