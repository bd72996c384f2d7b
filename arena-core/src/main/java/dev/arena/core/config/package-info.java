/**
 * Strict reading of settings in YAML: every value knows its line, an unknown key or a wrong value is an error that says where it
 * stands, what was found, what is allowed and which name comes nearest.
 */
@NullMarked
package dev.arena.core.config;

import org.jspecify.annotations.NullMarked;
