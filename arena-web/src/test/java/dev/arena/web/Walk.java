package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.web.api.Route;
import io.javalin.http.HandlerType;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Asks a server for every address that can be read, with every kind of query. The table names each route, so a new one is missing here
 * until somebody says how it is asked.
 */
final class Walk {
    /** Route, then the addresses by which it is asked. {@code T} stands for the token of an open battle, {@code R} for a run. */
    private static final String TABLE = """
            /api/battles/next            /api/battles/next /api/battles/next?study=summaries /api/battles/next?study=none
            /api/battles                 /api/battles /api/battles?q=four /api/battles?contestant=sentinel-model-4c7f /api/battles?order=newest
            /api/battles/{id}            /api/battles/T /api/battles/1 /api/battles/2
            /api/battles/{token}/media/{position}/{n}   /api/battles/T/media/0/1 /api/battles/T/media/1/1 /api/battles/1/media/1/1
            /api/media/{file}            /api/media/1
            /api/contestants             /api/contestants
            /api/contestants/{name}      /api/contestants/sentinel-model-4c7f /api/contestants/1
            /api/me                      /api/me
            /api/me/votes                /api/me/votes /api/me/votes?after=9
            /api/me/leaderboard          /api/me/leaderboard
            /api/me/data                 /api/me/data
            /api/floor                   /api/floor
            /api/studies                 /api/studies
            /api/studies/{key}           /api/studies/summaries /api/studies/none
            /api/admin/studies           /api/admin/studies
            /api/admin/studies/{key}     /api/admin/studies/summaries /api/admin/studies/none
            /api/admin/studies/{key}/invites   /api/admin/studies/summaries/invites
            /api/admin/invites           /api/admin/invites
            /api/admin/quality           /api/admin/quality /api/admin/quality?study=summaries
            /api/leaderboard             /api/leaderboard /api/leaderboard?method=win-rate /api/leaderboard?category=maths /api/leaderboard?format=csv /api/leaderboard?format=html /api/leaderboard?format=latex /api/leaderboard?study=summaries
            /api/leaderboard/trust       /api/leaderboard/trust
            /api/leaderboard/pairs       /api/leaderboard/pairs
            /api/leaderboard/history     /api/leaderboard/history?points=3
            /api/leaderboard/effects     /api/leaderboard/effects
            /api/leaderboard/agreement   /api/leaderboard/agreement
            /api/leaderboard/events      /api/leaderboard/events
            /api/snapshots               /api/snapshots
            /api/snapshots/{id}          /api/snapshots/1 /api/snapshots/x
            /api/snapshots/{id}/board    /api/snapshots/1/board
            /api/runs                    /api/runs
            /api/runs/events             /api/runs/events
            /api/runs/{id}               /api/runs/R /api/runs/x
            /api/runs/{id}/matchups      /api/runs/R/matchups /api/runs/R/matchups?q=four&outcome=decided
            /api/runs/{id}/matchup       /api/runs/R/matchup?key=1
            /healthz                     /healthz
            /metrics                     /metrics
            /openapi.json                /openapi.json
            """;

    private Walk() {}

    private static Map<String, List<String>> table() {
        Map<String, List<String>> table = new TreeMap<>();
        TABLE.lines().forEach(line -> {
            List<String> words = List.of(line.strip().split("\\s+"));
            table.put(words.get(0), words.subList(1, words.size()));
        });
        return table;
    }

    /** The answers to every address of every route that can be read; event streams are refused without their media type, as JSON. */
    static List<HttpResponse<String>> everything(TestArena arena, TestClient visitor, String token, String run) {
        Map<String, List<String>> table = table();
        List<String> served = arena.server.routes().stream()
                .filter(route -> route.method().equals(HandlerType.GET))
                .map(Route::path)
                .toList();
        assertThat(table.keySet())
                .as("routes that can be read, in the table of Walk")
                .isEqualTo(new TreeSet<>(served));
        List<HttpResponse<String>> answers = new ArrayList<>();
        table.values()
                .forEach(addresses -> addresses.forEach(address -> answers.add(
                        visitor.get(address.replace("/T", "/" + token).replace("/R", "/" + run)))));
        return answers;
    }
}
