package dev.arena.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.arena.web.api.Route;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a server for everything that a curious voter could ask for before voting. */
final class Crawl {
    private static final String FIRST = "{\"verdict\":\"first\"}";

    private Crawl() {}

    /** All routes, pages, assets, errors and wrong votes, as one voter with an open battle can ask for them. */
    static List<HttpResponse<String>> everything(TestArena arena, TestClient voter, String token) {
        List<HttpResponse<String>> sent = new ArrayList<>();
        for (Route route : arena.server.routes()) {
            for (String value : List.of(token, "1", "2", "x")) {
                String path = route.path().replaceAll("\\{[a-z]+}", value);
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")) {
                    sent.add(voter.send(method, path, null));
                }
            }
        }
        List<String> wrong = List.of(
                "",
                "{",
                "[]",
                "{\"verdict\":\"x\"}",
                "{\"verdict\":\"first\",\"margin\":9}",
                "{\"ranks\":[1,2,3]}",
                "{\"battle\":1}",
                "{\"verdict\":\"first\"}".repeat(5000));
        for (String body : wrong) {
            sent.add(voter.vote(token, "k", body));
        }
        sent.add(voter.vote("1", "k", FIRST));
        sent.add(voter.post("/api/battles/" + token + "/votes", FIRST, "Content-Type", "application/json"));
        sent.add(voter.get("/api/battles/next"));
        sent.add(voter.get("/api/battles/next", "If-None-Match", "*", "Accept", "text/html"));
        for (String guess : List.of(
                "/api/battles",
                "/api/battles/" + token,
                "/api/responses/1",
                "/api/contestants",
                "/api/models",
                "/api/votes",
                "/api/prompts/1",
                "/runs",
                "/runs/small-1a2b3c4d",
                "/api/runs",
                "/api/runs/events",
                "/api/runs/small-1a2b3c4d",
                "/api/runs/small-1a2b3c4d/matchups",
                "/api",
                "/arena.db",
                "/data/contestants.jsonl",
                "/index.html.map",
                "/robots.txt")) {
            sent.add(voter.get(guess));
        }
        sent.addAll(pages(voter));
        return sent;
    }

    /** Every file of the browser page that can be reached from its start. */
    private static List<HttpResponse<String>> pages(TestClient voter) {
        Pattern links = Pattern.compile(
                "[\"'(](?:\\./|/)?((?:assets/)?[A-Za-z0-9_-][A-Za-z0-9._-]*\\.(?:js|css|svg|map|woff2|png|ico))[\"')]");
        Map<String, HttpResponse<String>> seen = new TreeMap<>();
        List<String> open = new ArrayList<>(List.of("/", "/leaderboard", "/index.html"));
        while (!open.isEmpty()) {
            String path = open.remove(open.size() - 1);
            if (seen.containsKey(path)) {
                continue;
            }
            HttpResponse<String> page = voter.get(path);
            seen.put(path, page);
            Matcher found = links.matcher(page.statusCode() == 200 && !path.endsWith(".woff2") ? page.body() : "");
            while (found.find()) {
                String name = found.group(1);
                open.add("/" + name);
                open.add("/assets/" + name.substring(name.lastIndexOf('/') + 1));
            }
        }
        assertThat(seen.values()).anyMatch(page -> page.uri().getPath().equals("/") && page.statusCode() == 200);
        return new ArrayList<>(seen.values());
    }
}
