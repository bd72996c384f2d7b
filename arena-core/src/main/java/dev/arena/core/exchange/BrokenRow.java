package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.arena.core.problem.InputException;
import org.jspecify.annotations.Nullable;

/** A row that cannot be read at all, while the rows after it can; every question to it is answered with the problem. */
final class BrokenRow extends Row {
    private final String text;
    private final String allowed;
    private final String next;

    BrokenRow(String file, long line, String text, String allowed, String next) {
        super(file, line);
        this.text = text;
        this.allowed = allowed;
        this.next = next;
    }

    /** What is wrong with the row as a whole. */
    InputException problem() {
        return invalid(null, text, allowed, next);
    }

    @Override
    @Nullable
    String exact(String field) {
        throw problem();
    }

    @Override
    @Nullable
    JsonNode structure(String field) {
        throw problem();
    }

    @Override
    boolean isList(String field) {
        throw problem();
    }

    @Override
    JsonNode raw() {
        return TextNode.valueOf(text);
    }
}
