package dev.arena.violations.core.store;

import dev.arena.violations.core.model.ModelThatKnowsItsStore;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;

/** Breaks: SQL stays behind the store; and closes a cycle. */
public final class StoreOutsideSql {
    public @Nullable Connection connection;
    public @Nullable ModelThatKnowsItsStore model;
}
