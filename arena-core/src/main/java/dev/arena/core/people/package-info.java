/**
 * Who may do what: links that invite, roles, and one voter on several browsers. Secrets are random and are kept as keyed hashes only;
 * there is no password, no address and no name of a person.
 */
@NullMarked
package dev.arena.core.people;

import org.jspecify.annotations.NullMarked;
