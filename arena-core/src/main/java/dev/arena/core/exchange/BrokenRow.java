package dev.arena.core.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.arena.core.problem.InputException;
import dev.arena.core.problem.InputProblem;
import org.jspecify.annotations.Nullable;

/** A row that cannot be read at all, while the rows after it can; every question to it is answered with the problem. */
final class BrokenRow extends Row {
    private final InputProblem problem;
    private final JsonNode raw;

    /**
     * @param problem what is wrong with the row as a whole
     * @param raw what could be made of it, for the file of rejects
     */
    BrokenRow(InputProblem problem, JsonNode raw) {
        super(String.valueOf(problem.file()), problem.line());
        this.problem = problem;
        this.raw = raw;
    }

    /** What is wrong with the row as a whole. */
    InputException problem() {
        return new InputException(problem);
    }

    @Override
    @Nullable
    String value(String field) {
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
        return raw;
    }
}
