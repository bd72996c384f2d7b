package dev.arena.violations.core.judge;

import java.net.http.HttpClient;

/** Breaks: only judges over HTTP talk to the network. */
public final class JudgeThatCallsOut {
    public HttpClient client = HttpClient.newHttpClient();
}
