package dev.arena.core.tournament;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An environment in which every variable has a value that opens nothing, for judges that read and never ask. */
final class NoKeys extends AbstractMap<String, String> {
    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }

    @Override
    public String get(@Nullable Object variable) {
        return "none";
    }

    @Override
    public boolean containsKey(@Nullable Object variable) {
        return true;
    }
}
