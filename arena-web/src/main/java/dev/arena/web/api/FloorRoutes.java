package dev.arena.web.api;

import dev.arena.core.battle.BattleService;
import io.javalin.http.Context;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The open floor as anyone may see it. Asking about it never starts a voter. */
final class FloorRoutes {
    private final BattleService battles;
    private final ServerRules rules;

    FloorRoutes(ApiParts parts) {
        this.battles = parts.battles();
        this.rules = parts.rules();
    }

    List<Route> routes() {
        return List.of(Route.get("/api/floor", this::floor));
    }

    /** Without leaks where nobody can vote. */
    private record Floor(boolean open, int k, @Nullable PublicLeaks leaks) {}

    private void floor(Context context) {
        PublicLeaks leaks = rules.floor() ? PublicLeaks.of(battles.leaks()) : null;
        Json.answer(context, 200, new Floor(rules.floor(), rules.k(), leaks));
    }
}
