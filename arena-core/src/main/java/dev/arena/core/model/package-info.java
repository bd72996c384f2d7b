/**
 * Ids and records of the domain: contestants, prompts, responses, battles, verdicts, votes, judges, runs. Nothing here knows how
 * it is stored, shown or rated; every type is immutable and depends on the JDK only.
 */
@NullMarked
package dev.arena.core.model;

import org.jspecify.annotations.NullMarked;
