package dev.arena.ratings;

/** A row that cannot be evidence: the message names row, field, value and what is allowed. */
public final class EvidenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    EvidenceException(String message) {
        super(message);
    }
}
