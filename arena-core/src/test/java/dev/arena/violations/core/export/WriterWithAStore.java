package dev.arena.violations.core.export;

import dev.arena.violations.core.store.StoreOutsideSql;
import org.jspecify.annotations.Nullable;

/** Breaks: writers see snapshots, no store, no judge, no clock. */
public final class WriterWithAStore {
    public @Nullable StoreOutsideSql store;
}
