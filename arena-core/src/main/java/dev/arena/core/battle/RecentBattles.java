package dev.arena.core.battle;

import dev.arena.core.model.Battle;
import dev.arena.core.store.BattleStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The battles that were shown last, by token, so that a vote need not read its battle again; what is stored never changes. */
final class RecentBattles {
    private static final int KEPT = 4_000;

    private final BattleStore store;
    private final Map<String, Battle> kept = new LinkedHashMap<>(16, 0.75f, true);

    RecentBattles(BattleStore store) {
        this.store = store;
    }

    /** A battle is shown, so a vote on it is to be expected. */
    void opened(Battle battle) {
        synchronized (kept) {
            kept.put(battle.token(), battle);
            if (kept.size() > KEPT) {
                kept.remove(kept.keySet().iterator().next());
            }
        }
    }

    /** The battle with that token. */
    Optional<Battle> find(String token) {
        Battle known = known(token);
        return known == null ? store.findByToken(token) : Optional.of(known);
    }

    private @Nullable Battle known(String token) {
        synchronized (kept) {
            return kept.get(token);
        }
    }
}
