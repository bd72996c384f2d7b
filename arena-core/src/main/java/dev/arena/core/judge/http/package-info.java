/**
 * The only outgoing network code: models behind HTTP. Prompts, replies and keys are never logged.
 */
@NullMarked
package dev.arena.core.judge.http;

import org.jspecify.annotations.NullMarked;
