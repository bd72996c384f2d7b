/**
 * The HTTP interface: one routes class a resource, one error shape, and the rules that every request and every answer keep.
 */
@NullMarked
package dev.arena.web.api;

import org.jspecify.annotations.NullMarked;
