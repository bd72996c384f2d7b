package dev.arena.web.api;

import dev.arena.core.explore.BattlesView;
import dev.arena.core.explore.BattlesView.Filter;
import dev.arena.core.explore.BattlesView.Order;
import dev.arena.core.explore.BattlesView.Wanted;
import dev.arena.core.explore.Explorer;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Battles and contestants, texts beside names: for those only who may see them so. */
final class ExplorerRoutes {
    private static final int PAGE = 50;
    private static final Set<String> PARAMETERS = new TreeSet<>(Set.of(
            "after",
            "category",
            "contestant",
            "judge",
            "judge_kind",
            "language",
            "order",
            "other",
            "outcome",
            "q",
            "study"));

    private final Explorer explorer;
    private final Access access;

    ExplorerRoutes(Explorer explorer, Access access) {
        this.explorer = explorer;
        this.access = access;
    }

    /** All of them are guarded; a route that is added here is guarded too. */
    List<Route> routes() {
        return List.of(
                        Route.get("/api/battles", this::battles),
                        Route.get("/api/battles/{id}", this::battle),
                        Route.get("/api/contestants", this::contestants),
                        Route.get("/api/contestants/{name}", this::contestant))
                .stream()
                .map(route -> route.onlyAfter(access::requireMayPair))
                .toList();
    }

    private void battles(Context context) {
        Query.requireOnly(context, PARAMETERS);
        BattlesView.Choices choices = explorer.choices();
        String contestant = known(context, "contestant", choices.contestants());
        Wanted outcome = word(context, "outcome", Wanted.class);
        if ((outcome == Wanted.WON || outcome == Wanted.LOST) && contestant == null) {
            throw new ApiException(
                    400,
                    "missing_value",
                    "outcome=" + word(outcome) + " is about a contestant; name it: contestant=NAME.",
                    Map.of("field", "contestant"));
        }
        Order order = word(context, "order", Order.class);
        Filter filter = new Filter(
                contestant,
                known(context, "other", choices.contestants()),
                known(context, "category", choices.categories()),
                known(context, "language", choices.languages()),
                known(context, "judge", choices.judges()),
                known(context, "judge_kind", choices.judgeKinds()),
                outcome,
                known(context, "study", choices.studies()),
                given(context, "q"),
                order == null ? Order.NEWEST : order);
        String after = given(context, "after");
        RecordJson.answer(
                context,
                200,
                explorer.battles(filter, after, PAGE)
                        .orElseThrow(() -> Query.invalid(
                                "after", String.valueOf(after), List.of("what 'next' of the page before says"))));
    }

    private static @Nullable String given(Context context, String name) {
        String value = context.queryParam(name);
        return value == null || value.isEmpty() ? null : value;
    }

    private static @Nullable String known(Context context, String name, List<String> allowed) {
        String value = given(context, name);
        if (value != null && !allowed.contains(value)) {
            throw Query.invalid(name, value, allowed);
        }
        return value;
    }

    private static <E extends Enum<E>> @Nullable E word(Context context, String name, Class<E> type) {
        String value = given(context, name);
        if (value == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(value))
                .findFirst()
                .orElseThrow(() -> Query.invalid(
                        name,
                        value,
                        Arrays.stream(type.getEnumConstants())
                                .map(ExplorerRoutes::word)
                                .toList()));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private void battle(Context context) {
        String id = context.pathParam("id");
        RecordJson.answer(
                context,
                200,
                explorer.battle(id)
                        .orElseThrow(() -> new ApiException(
                                404,
                                "unknown_battle",
                                "There is no battle with a verdict of that number. /api/battles lists them.",
                                Map.of("found", Errors.shorten(id)))));
    }

    private void contestants(Context context) {
        RecordJson.answer(context, 200, explorer.contestants());
    }

    private void contestant(Context context) {
        String name = context.pathParam("name");
        RecordJson.answer(
                context,
                200,
                explorer.contestant(name)
                        .orElseThrow(() -> new ApiException(
                                404,
                                "unknown_contestant",
                                "There is no contestant of that name. /api/contestants lists them.",
                                Map.of("found", Errors.shorten(name)))));
    }
}
