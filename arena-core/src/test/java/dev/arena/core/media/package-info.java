/** Tests of files as responses. */
@NullMarked
package dev.arena.core.media;

import org.jspecify.annotations.NullMarked;
