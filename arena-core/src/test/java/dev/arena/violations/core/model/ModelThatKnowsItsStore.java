package dev.arena.violations.core.model;

import dev.arena.violations.core.store.StoreOutsideSql;

/** Breaks: the model depends on the JDK only; and closes a cycle. */
public final class ModelThatKnowsItsStore {
    public StoreOutsideSql store = new StoreOutsideSql();
}
