/** Tests of invitations, roles and devices. */
@NullMarked
package dev.arena.core.people;

import org.jspecify.annotations.NullMarked;
