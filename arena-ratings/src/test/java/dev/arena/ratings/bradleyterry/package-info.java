/** Tests of Bradley-Terry against the specification, outside tables and independent solvers. */
@NullMarked
package dev.arena.ratings.bradleyterry;

import org.jspecify.annotations.NullMarked;
