package dev.arena.ratings.registry;

import java.util.List;

/** No method of this name can be used: either it is planned and not there yet, or nobody knows it. */
public final class UnknownMethodException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final String name;
    private final boolean planned;

    UnknownMethodException(String name, boolean planned, List<String> available) {
        super("method " + name + (planned ? " is not available yet" : " is not known") + "; available are "
                + String.join(", ", available));
        this.name = name;
        this.planned = planned;
    }

    /** The name that was asked for. */
    public String name() {
        return name;
    }

    /** Whether the method is planned: its name is right, it is not there yet. */
    public boolean planned() {
        return planned;
    }
}
