/** The list of rating methods by name: the one place that knows every family. */
@NullMarked
package dev.arena.ratings.registry;

import org.jspecify.annotations.NullMarked;
